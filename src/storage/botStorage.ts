import type { Storage } from 'botbuilder';
import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod/v4';
import { AppError } from '../shared/errors';
import type { Ids } from '../shared/ids';
import type { Clock } from '../shared/time';
import type { Database } from './schema';

/** The Bot Framework's `Storage`, and a broom. */
export interface BotStorage extends Storage {
  /** Deletes what was last written before `moment`. @returns how many keys */
  deleteIdle(moment: Date): Promise<number>;
}

/** A state item as the SDK hands it over: any JSON object, perhaps with an eTag. */
const stateItem = z.looseObject({ eTag: z.string().optional() });

/**
 * The Bot Framework's state in the database. All changes of one `write` are one transaction.
 *
 * An item without an eTag, or with `*` (what the SDK's own `saveChanges` sends), overwrites. Any other eTag must be the
 * stored one, else `write` throws AppError BOT_STATE_CONFLICT and writes nothing, also when the item is gone.
 */
export function createBotStorage(deps: {
  readonly db: Kysely<Database>;
  readonly clock: Clock;
  readonly ids: Ids;
}): BotStorage {
  const { db, clock, ids } = deps;

  const writeItem = async (transaction: Transaction<Database>, key: string, item: unknown) => {
    const { eTag, ...content } = stateItem.parse(item);
    const row = { value: JSON.stringify(content), etag: ids.uuid(), updated_at: clock().toISOString() };
    if (eTag === undefined || eTag === '*') {
      await transaction
        .insertInto('bot_state')
        .values({ key, ...row })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
        .execute();
      return;
    }
    const updated = await transaction
      .updateTable('bot_state')
      .set(row)
      .where('key', '=', key)
      .where('etag', '=', eTag)
      .executeTakeFirst();
    if (updated.numUpdatedRows !== 1n) {
      throw new AppError(
        'BOT_STATE_CONFLICT',
        `the state ${key} was changed or deleted since it was read (eTag conflict). Read it again and repeat.`,
      );
    }
  };

  return {
    async read(keys) {
      if (keys.length === 0) return {};
      const rows = await db.selectFrom('bot_state').selectAll().where('key', 'in', keys).execute();
      return Object.fromEntries(
        rows.map((row) => [row.key, { ...stateItem.parse(JSON.parse(row.value)), eTag: row.etag }]),
      );
    },

    async write(changes) {
      const items = Object.entries<unknown>(changes);
      if (items.length === 0) return;
      await db.transaction().execute(async (transaction) => {
        for (const [key, item] of items) await writeItem(transaction, key, item);
      });
    },

    async delete(keys) {
      if (keys.length > 0) await db.deleteFrom('bot_state').where('key', 'in', keys).execute();
    },

    async deleteIdle(moment) {
      const deleted = await db
        .deleteFrom('bot_state')
        .where('updated_at', '<', moment.toISOString())
        .executeTakeFirst();
      return Number(deleted.numDeletedRows);
    },
  };
}
