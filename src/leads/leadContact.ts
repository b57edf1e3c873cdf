/** What a company may know of the human who follows its request: it stands in its mails and on its page. */
export interface LeadContact {
  /** As in the list of recipients. */
  readonly id: string;
  readonly name: string;
  readonly role: { readonly fr: string; readonly en: string };
  readonly email: string;
  /** As people write it: `01 23 45 67 89`. */
  readonly phone?: string | undefined;
}

/**
 * The human behind a recipient's id. Never nobody: an id that is unknown (a recipient of former days), or none at all,
 * gives the contact of the programme.
 */
export type ContactOf = (recipientId: string | undefined) => LeadContact;
