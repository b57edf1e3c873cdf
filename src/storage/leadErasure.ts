import type { Transaction } from 'kysely';
import type { LeadStep } from '../leads/leadFile';
import { toStepRow } from './leadRows';
import type { Database } from './schema';

/**
 * Takes everything personal out of a lead's rows, inside the caller's transaction, and writes the step that says so. Entries on their way
 * are removed with their attempts; what was delivered keeps its dates and states. Erasing twice changes nothing the second time.
 */
export async function eraseLead(
  transaction: Transaction<Database>,
  leadId: string,
  step: LeadStep,
): Promise<void> {
  const erased = await transaction
    .updateTable('leads')
    .set({
      content: '',
      conversation_id: '',
      search_text: null,
      company_key: null,
      version: step.number,
      erased_at: step.at.toISOString(),
    })
    .where('id', '=', leadId)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  if (erased.numUpdatedRows !== 1n) return;

  await transaction.updateTable('lead_steps').set({ note: null }).where('lead_id', '=', leadId).execute();
  await transaction.insertInto('lead_steps').values(toStepRow(step)).execute();
  await transaction
    .deleteFrom('outbox_entries')
    .where('lead_id', '=', leadId)
    .where('state', 'in', ['due', 'leased'])
    .execute();
  const kept = await transaction
    .selectFrom('outbox_entries')
    .select(['id', 'recipient_id'])
    .where('lead_id', '=', leadId)
    .execute();
  for (const entry of kept) {
    await transaction
      .updateTable('outbox_entries')
      .set({ recipient: JSON.stringify({ id: entry.recipient_id, name: '', email: '' }) })
      .where('id', '=', entry.id)
      .execute();
    await transaction
      .updateTable('delivery_attempts')
      .set({ detail: null, remote_id: null })
      .where('entry_id', '=', entry.id)
      .execute();
  }
}
