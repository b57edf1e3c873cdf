import type { Kysely } from 'kysely';
import type { Lead } from '../leads/lead';
import type { LeadRepository } from '../leads/leadRepository';
import type { OutboxEntry } from '../leads/outbox';
import { leadCodec } from '../leads/storedLead';
import type { Database } from './schema';

/** Leads in the database. See the port for what is promised. */
export function createLeadRepository(db: Kysely<Database>): LeadRepository {
  const find = async (column: 'id' | 'reference', value: string): Promise<Lead | undefined> => {
    const row = await db
      .selectFrom('leads')
      .select(['id', 'content'])
      .where(column, '=', value)
      .executeTakeFirst();
    return row && leadCodec.decode(row.content, row.id);
  };

  return {
    async record(lead, submissionId, entries) {
      const content = leadCodec.encode(lead);
      return db.transaction().execute(async (transaction) => {
        // Which of the two unique columns stood in the way is read afterwards: databases word that error differently.
        const inserted = await transaction
          .insertInto('leads')
          .values({
            id: lead.id,
            reference: lead.reference,
            submission_id: submissionId,
            created_at: lead.createdAt.toISOString(),
            channel_id: lead.channelId,
            conversation_id: lead.conversationId,
            content,
          })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        if (inserted.numInsertedOrUpdatedRows !== 1n) {
          const earlier = await transaction
            .selectFrom('leads')
            .select('reference')
            .where('submission_id', '=', submissionId)
            .executeTakeFirst();
          return earlier
            ? { kind: 'alreadyRecorded', reference: earlier.reference }
            : { kind: 'referenceTaken' };
        }
        if (entries.length > 0) {
          await transaction.insertInto('outbox_entries').values(entries.map(toRow)).execute();
        }
        return { kind: 'recorded' };
      });
    },

    find: (leadId) => find('id', leadId),
    findByReference: (reference) => find('reference', reference),
  };
}

const toRow = (entry: OutboxEntry) => ({
  id: entry.id,
  lead_id: entry.leadId,
  kind: entry.kind,
  recipient_id: entry.recipient.id,
  recipient: JSON.stringify(entry.recipient),
  state: entry.state,
  attempts: entry.attempts,
  created_at: entry.createdAt.toISOString(),
  due_at: entry.dueAt.toISOString(),
  lease_until: null,
});
