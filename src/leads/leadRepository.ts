import type { Lead } from './lead';
import type { OutboxEntry } from './outbox';

/** What became of an attempt to record a lead. */
export type RecordOutcome =
  | { readonly kind: 'recorded' }
  /** This submission was recorded before, under the reference given; nothing was written now. */
  | { readonly kind: 'alreadyRecorded'; readonly reference: string }
  /** Another lead bears this reference; nothing was written. */
  | { readonly kind: 'referenceTaken' };

/** Where leads live. */
export interface LeadRepository {
  /**
   * Writes the lead and its outbox entries in one transaction: all of them are on disk when `recorded` is returned,
   * and none of them when anything else is, or when it throws.
   * @param submissionId given by the form; a second lead with the same one is never made
   */
  record(lead: Lead, submissionId: string, entries: readonly OutboxEntry[]): Promise<RecordOutcome>;

  /** @throws AppError LEAD_UNREADABLE when the stored form is damaged or too new */
  find(leadId: string): Promise<Lead | undefined>;

  /**
   * @param reference in its normal form (`normaliseReference`)
   * @throws AppError LEAD_UNREADABLE when the stored form is damaged or too new
   */
  findByReference(reference: string): Promise<Lead | undefined>;
}
