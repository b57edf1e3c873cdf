import type { Kysely } from 'kysely';
import type { DigestWeeks } from '../notices/weeklyDigest';
import { toLetterRow } from './letterRows';
import type { Database } from './schema';

/** The weeks of the digest in the database. */
export function createDigestWeeks(db: Kysely<Database>): DigestWeeks {
  return {
    async last() {
      const row = await db
        .selectFrom('digest_weeks')
        .select(({ fn }) => fn.max('monday').as('monday'))
        .executeTakeFirst();
      return row?.monday ?? undefined;
    },
    decide: (monday, letter) =>
      db.transaction().execute(async (transaction) => {
        const known = await transaction
          .selectFrom('digest_weeks')
          .select('monday')
          .where('monday', '=', monday)
          .executeTakeFirst();
        if (known) return false;
        await transaction.insertInto('digest_weeks').values({ monday }).execute();
        if (letter) await transaction.insertInto('letters').values(toLetterRow(letter)).execute();
        return true;
      }),
  };
}
