import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod/v4';
import { outboxStates, type OutboxEntry, type OutboxRepository } from '../leads/outbox';
import { deliveryKinds } from '../leads/recipients';
import type { OutboxEntryRow } from './leadTables';
import type { Database } from './schema';

/**
 * The outbox in the database. The number of attempts doubles as the lease's token: a claim raises it, so whoever comes
 * back with an older number no longer holds the lease.
 */
export function createOutboxRepository(db: Kysely<Database>): OutboxRepository {
  return {
    claim: ({ kinds, now, leaseMs }) =>
      db.transaction().execute(async (transaction) => {
        const moment = now.toISOString();
        const row = await transaction
          .selectFrom('outbox_entries')
          .selectAll()
          .where('kind', 'in', [...kinds])
          .where((eb) =>
            eb.or([
              eb.and([eb('state', '=', 'due'), eb('due_at', '<=', moment)]),
              eb.and([eb('state', '=', 'leased'), eb('lease_until', '<=', moment)]),
            ]),
          )
          .orderBy('due_at')
          .orderBy('id')
          .limit(1)
          .executeTakeFirst();
        if (!row) return undefined;

        const attempts = row.attempts + 1;
        const leased = await transaction
          .updateTable('outbox_entries')
          .set({
            state: 'leased',
            attempts,
            lease_until: new Date(now.getTime() + leaseMs).toISOString(),
          })
          .where('id', '=', row.id)
          .where('state', '=', row.state)
          .where('attempts', '=', row.attempts)
          .executeTakeFirst();
        // Where transactions run side by side (not in SQLite), another dispatcher may have been faster.
        if (leased.numUpdatedRows !== 1n) return undefined;
        await transaction
          .insertInto('delivery_attempts')
          .values({ entry_id: row.id, number: attempts, started_at: moment })
          .execute();
        return toEntry({ ...row, state: 'leased', attempts });
      }),

    async renew(entry, leaseUntil) {
      await db
        .updateTable('outbox_entries')
        .set({ lease_until: leaseUntil.toISOString() })
        .where('id', '=', entry.id)
        .where('state', '=', 'leased')
        .where('attempts', '=', entry.attempts)
        .execute();
    },

    record: (entry, { outcome, state, dueAt, finishedAt }) =>
      db.transaction().execute(async (transaction) => {
        await transaction
          .updateTable('delivery_attempts')
          .set({
            finished_at: finishedAt.toISOString(),
            outcome: outcome.kind,
            code: outcome.kind === 'delivered' ? null : outcome.code,
            detail: outcome.kind === 'delivered' ? null : (outcome.detail ?? null),
            remote_id: outcome.kind === 'delivered' ? outcome.remoteId : null,
          })
          .where('entry_id', '=', entry.id)
          .where('number', '=', entry.attempts)
          .execute();
        const update = transaction
          .updateTable('outbox_entries')
          .set({ state, due_at: dueAt.toISOString(), lease_until: null })
          .where('id', '=', entry.id);
        // A late success is a success whoever holds the lease now; a late failure must not undo what they do.
        const held = update.where('state', '=', 'leased').where('attempts', '=', entry.attempts);
        await (state === 'delivered' ? update : held).execute();
      }),

    async stats(now) {
      const rows = await db
        .selectFrom('outbox_entries')
        .select(({ fn }) => ['state', fn.countAll().as('entries'), fn.min('created_at').as('oldest')])
        .where('state', '!=', 'delivered')
        .groupBy('state')
        .execute();
      const count = (...states: string[]) =>
        rows.filter((row) => states.includes(row.state)).reduce((sum, row) => sum + Number(row.entries), 0);
      const oldest = rows
        .filter((row) => row.state === 'due' || row.state === 'leased')
        .map((row) => new Date(row.oldest).getTime());
      return {
        oldestUndeliveredSeconds:
          oldest.length > 0
            ? Math.max(0, Math.floor((now.getTime() - Math.min(...oldest)) / 1000))
            : undefined,
        waiting: count('due', 'leased'),
        dead: count('dead', 'refused'),
      };
    },
  };
}

const storedKind = z.enum(deliveryKinds);
const storedState = z.enum(outboxStates);
const storedRecipient = z.object({ id: z.string(), name: z.string(), email: z.string() });

function toEntry(row: Selectable<OutboxEntryRow>): OutboxEntry {
  return {
    id: row.id,
    leadId: row.lead_id,
    kind: storedKind.parse(row.kind),
    recipient: storedRecipient.parse(JSON.parse(row.recipient)),
    state: storedState.parse(row.state),
    attempts: row.attempts,
    createdAt: new Date(row.created_at),
    dueAt: new Date(row.due_at),
  };
}
