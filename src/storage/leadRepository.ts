import type { Kysely, Selectable, Transaction } from 'kysely';
import type { LeadFile } from '../leads/leadFile';
import type { LeadRepository } from '../leads/leadRepository';
import type { OutboxEntry } from '../leads/outbox';
import { eraseLead } from './leadErasure';
import { toLeadFile, toLeadRow, toStepRow } from './leadRows';
import type { LeadRow, LeadStepRow } from './leadTables';
import { toOutboxRow } from './outboxRows';
import type { Database } from './schema';

/** Databases limit the parameters of a statement. */
const leadsAtATime = 500;

/** Leads in the database. See the port for what is promised. */
export function createLeadRepository(db: Kysely<Database>): LeadRepository {
  const living = () => db.selectFrom('leads').selectAll().where('erased_at', 'is', null);

  const fileWhere = async (column: 'id' | 'reference', value: string): Promise<LeadFile | undefined> => {
    const row = await living().where(column, '=', value).executeTakeFirst();
    return row && (await leadFilesOf(db, [row]))[0];
  };

  return {
    record: (lead, submissionId, step, recipientIds, entries) => {
      const row = toLeadRow(lead, submissionId, step, recipientIds);
      return db.transaction().execute(async (transaction) => {
        // Which of the two unique columns stood in the way is read afterwards: databases word that error differently.
        const inserted = await transaction
          .insertInto('leads')
          .values(row)
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
        await transaction.insertInto('lead_steps').values(toStepRow(step)).execute();
        await insertEntries(transaction, entries);
        await transaction
          .updateTable('questions')
          .set({ handed_over: 1 })
          .where('conversation_id', '=', lead.conversationId)
          .execute();
        return { kind: 'recorded' };
      });
    },

    find: async (leadId) => (await fileWhere('id', leadId))?.lead,
    findByReference: async (reference) => (await fileWhere('reference', reference))?.lead,
    file: (leadId) => fileWhere('id', leadId),

    async referenceOf(leadId) {
      const row = await db
        .selectFrom('leads')
        .select('reference')
        .where('id', '=', leadId)
        .executeTakeFirst();
      return row?.reference;
    },

    async list({ states, before, conversationId, limit = 200 }) {
      let query = living().orderBy('created_at', 'desc').orderBy('id').limit(limit);
      if (states) query = query.where('state', 'in', [...states]);
      if (before) query = query.where('created_at', '<', before.toISOString());
      if (conversationId !== undefined) query = query.where('conversation_id', '=', conversationId);
      return leadFilesOf(db, await query.execute());
    },

    change: (leadId, version, change) =>
      db.transaction().execute(async (transaction) => {
        const { step, state } = change;
        const changed = await transaction
          .updateTable('leads')
          .set((eb) => ({
            state,
            assignee_id: change.assigneeId ?? null,
            outcome: change.outcome ?? null,
            recipient_ids: JSON.stringify(change.recipientIds),
            version: step.number,
            closed_at: state === 'closed' ? eb.fn.coalesce('closed_at', eb.val(step.at.toISOString())) : null,
            ...(step.rating === undefined ? {} : { rating: step.rating }),
          }))
          .where('id', '=', leadId)
          .where('version', '=', version)
          .where('erased_at', 'is', null)
          .executeTakeFirst();
        if (changed.numUpdatedRows !== 1n) return 'stale';
        await transaction.insertInto('lead_steps').values(toStepRow(step)).execute();
        if (change.withdrawOccasion !== undefined) {
          await transaction
            .deleteFrom('outbox_entries')
            .where('lead_id', '=', leadId)
            .where('occasion', '=', change.withdrawOccasion)
            .where('state', '=', 'due')
            .execute();
        }
        await insertEntries(transaction, change.entries);
        return 'changed';
      }),

    erase: (leadId, step, entries) =>
      db.transaction().execute(async (transaction) => {
        await eraseLead(transaction, leadId, step);
        await insertEntries(transaction, entries);
      }),
  };
}

/** Rows of leads with their histories, in the same order. */
export async function leadFilesOf(
  db: Kysely<Database>,
  rows: readonly Selectable<LeadRow>[],
): Promise<LeadFile[]> {
  const files: LeadFile[] = [];
  for (let start = 0; start < rows.length; start += leadsAtATime) {
    const part = rows.slice(start, start + leadsAtATime);
    const steps = await stepsOf(
      db,
      part.map((row) => row.id),
    );
    files.push(...part.map((row) => toLeadFile(row, steps.get(row.id) ?? [])));
  }
  return files;
}

async function stepsOf(
  db: Kysely<Database>,
  leadIds: readonly string[],
): Promise<ReadonlyMap<string, Selectable<LeadStepRow>[]>> {
  const rows = await db
    .selectFrom('lead_steps')
    .selectAll()
    .where('lead_id', 'in', [...leadIds])
    .orderBy('number')
    .execute();
  const steps = new Map<string, Selectable<LeadStepRow>[]>();
  for (const row of rows) {
    const earlier = steps.get(row.lead_id);
    if (earlier) earlier.push(row);
    else steps.set(row.lead_id, [row]);
  }
  return steps;
}

async function insertEntries(
  transaction: Transaction<Database>,
  entries: readonly OutboxEntry[],
): Promise<void> {
  if (entries.length > 0) {
    await transaction.insertInto('outbox_entries').values(entries.map(toOutboxRow)).execute();
  }
}
