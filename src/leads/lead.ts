/** The language in which the visitor spoke; the recipient then knows how to open the first call. */
export type LeadLanguage = 'fr' | 'en';

/** A question the visitor asked before asking for a human, and the knowledge page that answered it. */
export interface LeadQuestion {
  /** The visitor's own words. */
  readonly question: string;
  /** Absent: the assistant had no answer. */
  readonly pageId?: string | undefined;
}

/** What the visitor has given and confirmed, before it is recorded. At least one of `email` and `phone` is present. */
export interface LeadDraft {
  readonly language: LeadLanguage;
  /** Where the conversation took place, in the Bot Framework's words: `directline`, `msteams`, … */
  readonly channelId: string;
  readonly conversationId: string;
  readonly name: string;
  readonly company: string;
  readonly email?: string | undefined;
  /** In E.164 form, as `readPhone` returns it: `+33123456789`. */
  readonly phone?: string | undefined;
  /** What the visitor wants the recipient to read. */
  readonly message?: string | undefined;
  /** What it is about, as far as the conversation tells. */
  readonly need?: string | undefined;
  /** When the visitor said yes to being called back with these data. */
  readonly consentAt: Date;
  /** What was asked in this conversation, oldest first. */
  readonly questions: readonly LeadQuestion[];
}

/** A visitor's recorded request to be called back. Never a person: the human who receives it is a `Recipient`. */
export interface Lead extends LeadDraft {
  /** Unguessable, for machines. */
  readonly id: string;
  /** Short, for people: `XXXX-XXXX` without look-alike characters; unique among all leads. */
  readonly reference: string;
  readonly createdAt: Date;
}
