/** Whoever may sign in at the desk. */
export interface DeskAccount {
  /** In lower case; no two accounts share one. */
  readonly email: string;
  /** As people are addressed; the e-mail address where no name is known. */
  readonly name: string;
  /** Set: gets leads; the id in contacts.yml. */
  readonly recipientId?: string;
  /** May change knowledge. */
  readonly editor: boolean;
  /** Sees everything. */
  readonly owner: boolean;
}

/** The account of an address, however it is written; undefined: it is not listed. */
export function accountOf(accounts: readonly DeskAccount[], email: string): DeskAccount | undefined {
  const wanted = normaliseEmail(email);
  return accounts.find((account) => account.email === wanted);
}

/** An address as accounts are known by it. */
export const normaliseEmail = (email: string): string => email.trim().toLowerCase();
