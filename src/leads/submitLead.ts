import { AppError, assertNever } from '../shared/errors';
import type { Ids } from '../shared/ids';
import type { Clock } from '../shared/time';
import type { Lead, LeadDraft } from './lead';
import type { LeadRepository, RecordOutcome } from './leadRepository';
import type { OutboxEntry } from './outbox';
import { planDeliveries, type RecipientsFor } from './recipients';

/** A confirmed form. */
export interface LeadSubmission {
  /** Made once per form by the dialog, and kept while the form lasts: a repeated "oui" then makes no second lead. */
  readonly submissionId: string;
  readonly draft: LeadDraft;
}

/** Either way the lead is on disk, and `reference` may be shown to the visitor. */
export type SubmitOutcome =
  | { readonly kind: 'recorded'; readonly reference: string }
  /** The same submission came before; this is its reference, and nothing new was written. */
  | { readonly kind: 'alreadyRecorded'; readonly reference: string };

/** Records a confirmed form as a lead. See `createSubmitLead`. */
export type SubmitLead = (submission: LeadSubmission) => Promise<SubmitOutcome>;

/** A reference is one of 7.8e10: a second collision in a row means that the source of ids is broken. */
const maxReferences = 5;

/**
 * Builds the use case that turns a confirmed form into a lead with its outbox entries, committed together.
 *
 * The returned function throws AppError LEAD_NOT_STORED, with the cause, when the database refuses; then no reference
 * may be shown, and the visitor must be given the contact. Calling it again with the same `submissionId` is always
 * safe. It does not deliver: whoever calls it wakes the dispatcher.
 */
export function createSubmitLead(deps: {
  readonly repository: LeadRepository;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly recipients: RecipientsFor;
}): SubmitLead {
  return async ({ submissionId, draft }) => {
    const entriesOf = (lead: Lead): OutboxEntry[] =>
      planDeliveries(deps.recipients(draft)).map(({ kind, recipient }) => ({
        id: deps.ids.uuid(),
        leadId: lead.id,
        kind,
        recipient,
        state: 'due',
        attempts: 0,
        createdAt: lead.createdAt,
        dueAt: lead.createdAt,
      }));

    for (let tried = 0; tried < maxReferences; tried += 1) {
      const lead: Lead = {
        ...draft,
        id: deps.ids.uuid(),
        reference: deps.ids.reference(),
        createdAt: deps.clock(),
      };
      const outcome = await record(deps.repository, lead, submissionId, entriesOf(lead));
      switch (outcome.kind) {
        case 'recorded':
          return { kind: 'recorded', reference: lead.reference };
        case 'alreadyRecorded':
          return outcome;
        case 'referenceTaken':
          continue;
        default:
          assertNever(outcome);
      }
    }
    throw new AppError(
      'LEAD_NOT_STORED',
      `no free reference was found in ${maxReferences} tries. Check the source of references (src/shared/ids.ts).`,
    );
  };
}

async function record(
  repository: LeadRepository,
  lead: Lead,
  submissionId: string,
  entries: readonly OutboxEntry[],
): Promise<RecordOutcome> {
  try {
    return await repository.record(lead, submissionId, entries);
  } catch (cause) {
    throw new AppError(
      'LEAD_NOT_STORED',
      'the database refused a confirmed lead; the visitor was shown no reference. ' +
        'Check free space and write permission of DATA_DIR; the cause says what the database answered.',
      { cause },
    );
  }
}
