import { AppError, assertNever } from '../shared/errors';
import type { Ids } from '../shared/ids';
import type { Clock } from '../shared/time';
import type { Lead, LeadDraft } from './lead';
import type { LeadStep } from './leadFile';
import type { LeadRepository, RecordOutcome } from './leadRepository';
import { companyOf, createPlanEntries, type WaysFor } from './planEntries';
import type { RecipientsFor } from './recipients';

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
 * Builds the use case that turns a confirmed form into a lead with its outbox entries, committed together: the call sheet
 * to each recipient, and a receipt to the company when it gave an e-mail address.
 *
 * The returned function throws AppError LEAD_NOT_STORED, with the cause, when the database refuses; then no reference
 * may be shown, and the visitor must be given the contact. Calling it again with the same `submissionId` is always
 * safe. It does not deliver: whoever calls it wakes the dispatcher.
 * @param deps `recipients` says who gets a lead on a day; `ways` how each is reached, e-mail alone by default
 */
export function createSubmitLead(deps: {
  readonly repository: Pick<LeadRepository, 'record'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly recipients: RecipientsFor;
  readonly ways?: WaysFor | undefined;
}): SubmitLead {
  const plan = createPlanEntries(deps);

  return async ({ submissionId, draft }) => {
    for (let tried = 0; tried < maxReferences; tried += 1) {
      const at = deps.clock();
      const lead: Lead = {
        ...draft,
        id: deps.ids.uuid(),
        reference: deps.ids.reference(),
        createdAt: at,
      };
      const to = deps.recipients(draft, at);
      const recipientIds = to.map((recipient) => recipient.id);
      const step: LeadStep = {
        id: deps.ids.uuid(),
        leadId: lead.id,
        number: 1,
        at,
        kind: 'recorded',
        actor: { kind: 'company' },
        state: 'new',
        recipientIds,
      };
      const told = { leadId: lead.id, occasion: step.id, at };
      const entries = [
        ...(await plan({ ...told, message: 'callSheet', to })),
        ...(await plan({ ...told, message: 'receipt', to: companyOf(lead) })),
      ];
      const outcome = await record(() =>
        deps.repository.record(lead, submissionId, step, recipientIds, entries),
      );
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

async function record(write: () => Promise<RecordOutcome>): Promise<RecordOutcome> {
  try {
    return await write();
  } catch (cause) {
    throw new AppError(
      'LEAD_NOT_STORED',
      'the database refused a confirmed lead; the visitor was shown no reference. ' +
        'Check free space and write permission of DATA_DIR; the cause says what the database answered.',
      { cause },
    );
  }
}
