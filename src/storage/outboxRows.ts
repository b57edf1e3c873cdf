import type { Insertable, Selectable } from 'kysely';
import { z } from 'zod/v4';
import { leadMessages } from '../leads/leadMessages';
import { outboxStates, type LastAttempt, type OutboxEntry } from '../leads/outbox';
import { deliveryKinds } from '../leads/recipients';
import type { DeliveryAttemptRow, OutboxEntryRow } from './leadTables';

const kind = z.enum(deliveryKinds);
const message = z.enum(leadMessages);
const state = z.enum(outboxStates);
const attemptOutcome = z.enum(['delivered', 'retryLater', 'refused']).nullable();
const recipient = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  inChat: z.boolean().optional(),
});

/** An entry as it is first written. */
export function toOutboxRow(entry: OutboxEntry): Insertable<OutboxEntryRow> {
  return {
    id: entry.id,
    lead_id: entry.leadId,
    kind: entry.kind,
    message: entry.message,
    occasion: entry.occasion,
    recipient_id: entry.recipient.id,
    recipient: JSON.stringify(entry.recipient),
    state: entry.state,
    attempts: entry.attempts,
    created_at: entry.createdAt.toISOString(),
    due_at: entry.dueAt.toISOString(),
    lease_until: null,
  };
}

/** An entry as it was written. */
export function toOutboxEntry(row: Selectable<OutboxEntryRow>): OutboxEntry {
  return {
    id: row.id,
    leadId: row.lead_id,
    kind: kind.parse(row.kind),
    message: message.parse(row.message),
    occasion: row.occasion,
    recipient: recipient.parse(JSON.parse(row.recipient)),
    state: state.parse(row.state),
    attempts: row.attempts,
    createdAt: new Date(row.created_at),
    dueAt: new Date(row.due_at),
  };
}

/** An attempt as it was written. */
export function toLastAttempt(row: Selectable<DeliveryAttemptRow>): LastAttempt {
  return {
    startedAt: new Date(row.started_at),
    finishedAt: row.finished_at === null ? undefined : new Date(row.finished_at),
    outcome: attemptOutcome.parse(row.outcome) ?? undefined,
    code: row.code ?? undefined,
    detail: row.detail ?? undefined,
  };
}
