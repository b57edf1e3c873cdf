import type { Kysely } from 'kysely';
import type { PlanAlert } from '../leads/deadAlert';
import type { OutboxRepository } from '../leads/outbox';
import { toLastAttempt, toOutboxEntry, toOutboxRow } from './outboxRows';
import type { Database } from './schema';

/**
 * The outbox in the database. The number of attempts doubles as the lease's token: a claim raises it, so whoever comes
 * back with an older number no longer holds the lease.
 * @param planAlert what is sent, in the same transaction, when an entry is given up or refused; nothing by default
 */
export function createOutboxRepository(
  db: Kysely<Database>,
  planAlert: PlanAlert = () => undefined,
): OutboxRepository {
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
        return toOutboxEntry({ ...row, state: 'leased', attempts });
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
        const recorded = await (state === 'delivered' ? update : held).executeTakeFirst();
        if ((state !== 'dead' && state !== 'refused') || recorded.numUpdatedRows !== 1n) return;
        const alert = planAlert(entry, finishedAt);
        if (alert) await transaction.insertInto('outbox_entries').values(toOutboxRow(alert)).execute();
      }),

    async of(leadId) {
      const rows = await db
        .selectFrom('outbox_entries')
        .selectAll()
        .where('lead_id', '=', leadId)
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map(toOutboxEntry);
    },

    async lastAttempts(leadId) {
      const rows = await db
        .selectFrom('delivery_attempts')
        .innerJoin('outbox_entries', 'outbox_entries.id', 'delivery_attempts.entry_id')
        .where('outbox_entries.lead_id', '=', leadId)
        .selectAll('delivery_attempts')
        .orderBy('number')
        .execute();
      return new Map(rows.map((row) => [row.entry_id, toLastAttempt(row)]));
    },

    async retry(leadId, now) {
      const moment = now.toISOString();
      const revived = await db
        .updateTable('outbox_entries')
        .set({ state: 'due', created_at: moment, due_at: moment })
        .where('lead_id', '=', leadId)
        .where('state', 'in', ['dead', 'refused'])
        .executeTakeFirst();
      return Number(revived.numUpdatedRows);
    },

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
