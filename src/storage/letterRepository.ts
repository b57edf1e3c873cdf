import type { Kysely } from 'kysely';
import type { LetterRepository } from '../notices/letter';
import { toLetter, toLetterRow } from './letterRows';
import type { Database } from './schema';

/** Letters in the database. As in the outbox, the number of attempts doubles as the lease's token. */
export function createLetterRepository(db: Kysely<Database>): LetterRepository {
  return {
    async add(letter) {
      await db.insertInto('letters').values(toLetterRow(letter)).execute();
    },

    claim: ({ now, leaseMs }) =>
      db.transaction().execute(async (transaction) => {
        const moment = now.toISOString();
        const row = await transaction
          .selectFrom('letters')
          .selectAll()
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
        await transaction
          .updateTable('letters')
          .set({
            state: 'leased',
            attempts,
            lease_until: new Date(now.getTime() + leaseMs).toISOString(),
          })
          .where('id', '=', row.id)
          .execute();
        return toLetter({ ...row, attempts });
      }),

    async renew({ id, attempts }, leaseUntil) {
      await db
        .updateTable('letters')
        .set({ lease_until: leaseUntil.toISOString() })
        .where('id', '=', id)
        .where('state', '=', 'leased')
        .where('attempts', '=', attempts)
        .execute();
    },

    async record({ id, attempts }, { state, dueAt }) {
      if (state === 'delivered') {
        await db.deleteFrom('letters').where('id', '=', id).execute();
        return;
      }
      await db
        .updateTable('letters')
        .set({ state, due_at: dueAt.toISOString(), lease_until: null })
        .where('id', '=', id)
        .where('state', '=', 'leased')
        .where('attempts', '=', attempts)
        .execute();
    },

    async stats(now) {
      const rows = await db.selectFrom('letters').select(['state', 'created_at']).execute();
      const waiting = rows.filter(({ state }) => state === 'due' || state === 'leased');
      const oldest = Math.min(...waiting.map((row) => Date.parse(row.created_at)));
      return {
        waiting: waiting.length,
        dead: rows.length - waiting.length,
        oldestUndeliveredSeconds:
          waiting.length > 0 ? Math.max(0, Math.floor((now.getTime() - oldest) / 1000)) : undefined,
      };
    },

    async deleteDeadBefore(moment) {
      const deleted = await db
        .deleteFrom('letters')
        .where('state', 'in', ['dead', 'refused'])
        .where('created_at', '<', moment.toISOString())
        .executeTakeFirst();
      return Number(deleted.numDeletedRows);
    },
  };
}
