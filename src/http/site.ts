/** A sentence in the two languages of the pages. */
export interface InBoth {
  readonly fr: string;
  readonly en: string;
}

/** What the pages say about whom they speak for. Comes from the knowledge; no name stands in the program. */
export interface Site {
  readonly programme: InBoth;
  /** The human who answers, named on the page for visitors without JavaScript and when the assistant is out of reach. */
  readonly contact: {
    readonly name: string;
    readonly role: InBoth;
    readonly email: string | undefined;
    /** As people write it: `01 23 45 67 89`. */
    readonly phone: string | undefined;
    readonly address: string | undefined;
  };
  /** After how many days without a message a conversation is deleted; the privacy notice says so. */
  readonly conversationRetentionDays: number;
  /** The operator's colours as style rules, from `readTheme`. */
  readonly theme?: string | undefined;
  /** A page of the operator's that says more about privacy; without it the notice stands alone. */
  readonly privacyUrl?: string | undefined;
}
