/** Whoever may sign in. */
export interface DeskAccount {
  /** In lower case. */
  readonly email: string;
  readonly name: string;
  /** Set: gets leads (id in contacts.yml). */
  readonly recipientId?: string;
  /** May change knowledge. */
  readonly editor: boolean;
  /** Sees everything. */
  readonly owner: boolean;
}
