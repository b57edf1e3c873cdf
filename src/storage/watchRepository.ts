import type { Kysely } from 'kysely';
import { z } from 'zod/v4';
import type { Letter } from '../notices/letter';
import { emailKey, type ToldState, type Watch } from '../notices/watch';
import type { WatchRepository } from '../notices/watchRepository';
import { toLetterRow } from './letterRows';
import type { WatchRow } from './noticeTables';
import type { Database } from './schema';

/** Watches in the database. See the port for what is promised. */
export function createWatchRepository(db: Kysely<Database>): WatchRepository {
  const all = () => db.selectFrom('watches').selectAll().orderBy('asked_at').orderBy('id');

  /** One version's change and its letter, in one transaction. */
  const change = (
    watch: Watch,
    fields: Partial<Pick<WatchRow, 'asked_at' | 'confirmed_at' | 'told'>>,
    letter: Letter | undefined,
  ): Promise<boolean> =>
    db.transaction().execute(async (transaction) => {
      const changed = await transaction
        .updateTable('watches')
        .set({ ...fields, version: watch.version + 1 })
        .where('id', '=', watch.id)
        .where('version', '=', watch.version)
        .executeTakeFirst();
      if (changed.numUpdatedRows !== 1n) return false;
      if (letter) await transaction.insertInto('letters').values(toLetterRow(letter)).execute();
      return true;
    });

  return {
    async find(id) {
      const row = await all().where('id', '=', id).executeTakeFirst();
      return row && toWatch(row);
    },
    ofEmail: async (email) => (await all().where('email_key', '=', emailKey(email)).execute()).map(toWatch),
    ofConversation: async (id) => (await all().where('conversation_id', '=', id).execute()).map(toWatch),
    confirmed: async () => (await all().where('confirmed_at', 'is not', null).execute()).map(toWatch),
    async expired({ asked, confirmed }) {
      const rows = await all()
        .where((eb) =>
          eb.or([
            eb.and([eb('confirmed_at', 'is', null), eb('asked_at', '<', asked.toISOString())]),
            eb('confirmed_at', '<', confirmed.toISOString()),
          ]),
        )
        .execute();
      return rows.map(toWatch);
    },
    add: (watch, letter) =>
      db.transaction().execute(async (transaction) => {
        const added = await transaction
          .insertInto('watches')
          .values(toRow(watch))
          .onConflict((conflict) => conflict.columns(['email_key', 'scheme_id']).doNothing())
          .executeTakeFirst();
        if (added.numInsertedOrUpdatedRows !== 1n) return;
        await transaction.insertInto('letters').values(toLetterRow(letter)).execute();
      }),
    askAgain: (watch, at, letter) => change(watch, { asked_at: at.toISOString() }, letter),
    confirm: (watch, at, told) =>
      change(watch, { confirmed_at: at.toISOString(), told: toText(told) }, undefined),
    tell: (watch, told, letter) => change(watch, { told: toText(told) }, letter),
    async delete(id) {
      await db.deleteFrom('watches').where('id', '=', id).execute();
    },
    async detachBefore(moment) {
      await db
        .updateTable('watches')
        .set({ conversation_id: null })
        .where('asked_at', '<', moment.toISOString())
        .where('conversation_id', 'is not', null)
        .execute();
    },
  };
}

const toldSchema = z.object({
  kind: z.enum(['open', 'notYetOpen', 'closed', 'suspended', 'permanent', 'unknown']),
  opensOn: z.string().optional(),
  closesOn: z.string().optional(),
  reached: z.number().optional(),
});

const toText = (told: ToldState | undefined): string | null => (told ? JSON.stringify(told) : null);

const toRow = (watch: Watch): WatchRow => ({
  id: watch.id,
  email: watch.email,
  email_key: emailKey(watch.email),
  scheme_id: watch.schemeId,
  language: watch.language,
  conversation_id: watch.conversationId ?? null,
  asked_at: watch.askedAt.toISOString(),
  confirmed_at: watch.confirmedAt?.toISOString() ?? null,
  told: toText(watch.told),
  version: watch.version,
});

const toWatch = (row: WatchRow): Watch => ({
  id: row.id,
  email: row.email,
  schemeId: row.scheme_id,
  language: row.language === 'en' ? 'en' : 'fr',
  conversationId: row.conversation_id ?? undefined,
  askedAt: new Date(row.asked_at),
  confirmedAt: row.confirmed_at === null ? undefined : new Date(row.confirmed_at),
  told: row.told === null ? undefined : toldSchema.parse(JSON.parse(row.told)),
  version: row.version,
});
