import type { Lead } from './lead';
import type { LeadFile, LeadOutcome, LeadState, LeadStep } from './leadFile';
import type { OutboxEntry } from './outbox';

/** What became of an attempt to record a lead. */
export type RecordOutcome =
  | { readonly kind: 'recorded' }
  /** This submission was recorded before, under the reference given; nothing was written now. */
  | { readonly kind: 'alreadyRecorded'; readonly reference: string }
  /** Another lead bears this reference; nothing was written. */
  | { readonly kind: 'referenceTaken' };

/** One step with what it changes and whom it tells, written together or not at all. */
export interface LeadChange {
  readonly step: LeadStep;
  readonly state: LeadState;
  /** Undefined: nobody follows the lead now. */
  readonly assigneeId: string | undefined;
  readonly outcome: LeadOutcome | undefined;
  readonly recipientIds: readonly string[];
  readonly entries: readonly OutboxEntry[];
  /** Entries of this occasion (a step's id) that are still `due` are removed: nobody is told of a step taken back. */
  readonly withdrawOccasion?: string | undefined;
}

/** Narrows a list of leads. All absent: everything. */
export interface LeadFilter {
  readonly states?: readonly LeadState[] | undefined;
  /** Recorded before. */
  readonly before?: Date | undefined;
  readonly conversationId?: string | undefined;
  /** At most this many, youngest first; 200 by default. */
  readonly limit?: number | undefined;
}

/** Where leads live. Every method that decodes throws AppError LEAD_UNREADABLE when a stored form is damaged or too new. */
export interface LeadRepository {
  /**
   * Writes the lead, its first step (`recorded`) and its outbox entries in one transaction: all of them are on disk when `recorded` is
   * returned, and none of them when anything else is, or when it throws.
   * @param submissionId given by the form; a second lead with the same one is never made
   */
  record(
    lead: Lead,
    submissionId: string,
    step: LeadStep,
    recipientIds: readonly string[],
    entries: readonly OutboxEntry[],
  ): Promise<RecordOutcome>;

  find(leadId: string): Promise<Lead | undefined>;

  /** @param reference in its normal form (`normaliseReference`) */
  findByReference(reference: string): Promise<Lead | undefined>;

  /** The lead with its history. */
  file(leadId: string): Promise<LeadFile | undefined>;

  /** The reference of a lead, erased or not; undefined: there is no such lead. */
  referenceOf(leadId: string): Promise<string | undefined>;

  /** Youngest first; erased leads are left out. */
  list(filter: LeadFilter): Promise<readonly LeadFile[]>;

  /**
   * Writes a change in one transaction.
   * @param version the file's version that the change was decided on
   * @returns `stale`: another step was written since, and nothing was written now
   */
  change(leadId: string, version: number, change: LeadChange): Promise<'changed' | 'stale'>;

  /**
   * Replaces a lead's personal data (content, notes, addresses of its outbox entries, delivery remarks) by nothing and removes its waiting entries;
   * what statistics need stays: dates, channel, language, state, outcome, rating, intercommunality, schemes. `find` then returns undefined.
   * @param entries told after the erasure, such as the request to the recipient to delete the mail; they hold the reference only
   */
  erase(leadId: string, step: LeadStep, entries: readonly OutboxEntry[]): Promise<void>;
}
