import type { Kysely } from 'kysely';
import type { ReportMonths } from '../notices/monthlyReport';
import { toLetterRow } from './letterRows';
import type { Database } from './schema';

/** The months of the report in the database. */
export function createReportMonths(db: Kysely<Database>): ReportMonths {
  return {
    async last() {
      const row = await db
        .selectFrom('report_months')
        .select('month')
        .orderBy('month', 'desc')
        .executeTakeFirst();
      return row?.month;
    },
    decide: (month, letter) =>
      db.transaction().execute(async (transaction) => {
        const added = await transaction
          .insertInto('report_months')
          .values({ month })
          .onConflict((conflict) => conflict.column('month').doNothing())
          .executeTakeFirst();
        if (added.numInsertedOrUpdatedRows !== 1n) return false;
        if (letter) await transaction.insertInto('letters').values(toLetterRow(letter)).execute();
        return true;
      }),
  };
}
