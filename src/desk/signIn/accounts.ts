import { normaliseEmail, type DeskAccount } from './account';

/** A recipient of leads, as the knowledge names it. */
interface ListedRecipient {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/**
 * Who may sign in: recipients, then editors and owners who are not among them. An address that is listed several times is one account with all its rights.
 * @param list.recipients with the addresses at which they are written to; the first with an address keeps its leads
 * @param list.defaultId the recipient who is the owner when the settings name none
 * @param list.editors e-mail addresses from the settings
 * @param list.owners e-mail addresses from the settings; an owner is an editor as well
 */
export function listAccounts(list: {
  readonly recipients: readonly ListedRecipient[];
  readonly defaultId: string;
  readonly editors: readonly string[];
  readonly owners: readonly string[];
}): readonly DeskAccount[] {
  const accounts = new Map<string, DeskAccount>();
  const add = (email: string, rights: Partial<DeskAccount>): void => {
    const key = normaliseEmail(email);
    const known = accounts.get(key) ?? { email: key, name: key, editor: false, owner: false };
    accounts.set(key, { ...known, ...rights });
  };
  // The default recipient goes first: a trial may give it the address of another one.
  const recipients = [...list.recipients].sort(
    (a, b) => Number(b.id === list.defaultId) - Number(a.id === list.defaultId),
  );
  for (const { id, name, email } of recipients) {
    if (!accounts.has(normaliseEmail(email))) add(email, { name, recipientId: id });
  }
  for (const email of list.editors) add(email, { editor: true });
  const [first] = recipients;
  const owners = list.owners.length > 0 || !first ? list.owners : [first.email];
  for (const email of owners) add(email, { editor: true, owner: true });
  return [...accounts.values()];
}
