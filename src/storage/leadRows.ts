import type { Insertable, Selectable } from 'kysely';
import { z } from 'zod/v4';
import type { Lead } from '../leads/lead';
import {
  leadOutcomes,
  leadStates,
  stepKinds,
  type Actor,
  type LeadFile,
  type LeadStep,
} from '../leads/leadFile';
import { companyKeyOf, searchTextOf } from '../leads/leadWords';
import { leadCodec } from '../leads/storedLead';
import { AppError } from '../shared/errors';
import type { LeadRow, LeadStepRow } from './leadTables';

const state = z.enum(leadStates);
const outcome = z.enum(leadOutcomes).nullable();
const ids = z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text)));

const actor = z.union([
  z.object({ actor_kind: z.literal('recipient'), actor_id: z.string() }),
  z.object({ actor_kind: z.enum(['company', 'operator', 'system']), actor_id: z.null() }),
]);

/** A lead as it is first written. */
export function toLeadRow(
  lead: Lead,
  submissionId: string,
  step: LeadStep,
  recipientIds: readonly string[],
): Insertable<LeadRow> {
  return {
    id: lead.id,
    reference: lead.reference,
    submission_id: submissionId,
    created_at: lead.createdAt.toISOString(),
    channel_id: lead.channelId,
    conversation_id: lead.conversationId,
    content: leadCodec.encode(lead),
    search_text: searchTextOf(lead),
    company_key: companyKeyOf(lead) ?? null,
    state: step.state,
    recipient_ids: JSON.stringify(recipientIds),
    version: step.number,
    language: lead.language,
    intercommunality: lead.site?.intercommunality ?? null,
    size_band: lead.companyFacts?.sizeBand ?? null,
    commune_code: lead.site?.communeCode ?? null,
    schemes: JSON.stringify(lead.schemes),
  };
}

/** A step as it is written. */
export function toStepRow(step: LeadStep): Insertable<LeadStepRow> {
  return {
    id: step.id,
    lead_id: step.leadId,
    number: step.number,
    at: step.at.toISOString(),
    kind: step.kind,
    actor_kind: step.actor.kind,
    actor_id: step.actor.kind === 'recipient' ? step.actor.id : null,
    state: step.state,
    assignee_id: step.assigneeId ?? null,
    recipient_ids: step.recipientIds ? JSON.stringify(step.recipientIds) : null,
    outcome: step.outcome ?? null,
    rating: step.rating ?? null,
    note: step.note ?? null,
    undoes: step.undoes ?? null,
  };
}

/**
 * A lead with its history.
 * @param steps of this lead, oldest first
 * @throws AppError LEAD_UNREADABLE
 */
export function toLeadFile(row: Selectable<LeadRow>, steps: readonly Selectable<LeadStepRow>[]): LeadFile {
  const lead = leadCodec.decode(row.content, row.id);
  try {
    return {
      lead,
      state: state.parse(row.state),
      assigneeId: row.assignee_id ?? undefined,
      outcome: outcome.parse(row.outcome) ?? undefined,
      recipientIds: ids.parse(row.recipient_ids),
      version: row.version,
      steps: steps.map(toStep),
    };
  } catch (cause) {
    throw new AppError(
      'LEAD_UNREADABLE',
      `the history of lead ${row.id} is in the database in a form that this release cannot read. ` +
        'Run the release that wrote it, or a newer one; the lead stays where it is.',
      { cause },
    );
  }
}

function toStep(row: Selectable<LeadStepRow>): LeadStep {
  return {
    id: row.id,
    leadId: row.lead_id,
    number: row.number,
    at: new Date(row.at),
    kind: z.enum(stepKinds).parse(row.kind),
    actor: toActor(row),
    state: state.parse(row.state),
    assigneeId: row.assignee_id ?? undefined,
    recipientIds: row.recipient_ids === null ? undefined : ids.parse(row.recipient_ids),
    outcome: outcome.parse(row.outcome) ?? undefined,
    rating: row.rating ?? undefined,
    note: row.note ?? undefined,
    undoes: row.undoes ?? undefined,
  };
}

function toActor(row: Pick<Selectable<LeadStepRow>, 'actor_kind' | 'actor_id'>): Actor {
  const { actor_kind: kind, actor_id: id } = actor.parse(row);
  return kind === 'recipient' ? { kind, id } : { kind };
}
