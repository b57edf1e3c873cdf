import type { Kysely } from 'kysely';
import type { PageUse } from '../desk/knowledge/knowledgeDesk';
import type { Database } from './schema';

/** How pages answered, counted by the database. */
export function createPageUse(db: Kysely<Database>) {
  return {
    /** By page id; pages that did not answer are absent. */
    async since(moment: Date): Promise<ReadonlyMap<string, PageUse>> {
      const rows = await db
        .selectFrom('questions')
        .where('asked_at', '>=', moment.toISOString())
        .where('page_id', 'is not', null)
        .groupBy('page_id')
        .select(({ fn, eb }) => [
          'page_id',
          fn.countAll().as('hits'),
          fn.sum(eb.case().when('useful', '=', 1).then(1).else(0).end()).as('useful'),
          fn.sum(eb.case().when('useful', '=', 0).then(1).else(0).end()).as('not_useful'),
        ])
        .execute();
      return new Map(
        rows.map((row) => [
          row.page_id ?? '',
          { hits: Number(row.hits), useful: Number(row.useful), notUseful: Number(row.not_useful) },
        ]),
      );
    },

    /** What was asked since a moment, masked, each wording once, newest first. */
    async questionsSince(moment: Date, most: number): Promise<readonly string[]> {
      const rows = await db
        .selectFrom('questions')
        .where('asked_at', '>=', moment.toISOString())
        .groupBy('question')
        .select(({ fn }) => ['question', fn.max('asked_at').as('last')])
        .orderBy('last', 'desc')
        .limit(most)
        .execute();
      return rows.map(({ question }) => question);
    },
  };
}
