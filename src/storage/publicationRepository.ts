import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod/v4';
import { pageActions, type PageVersion, type PublicationRepository } from '../knowledge/publication';
import type { PageVersionRow } from './publicationTables';
import type { Database } from './schema';

const action = z.enum(pageActions);
const sources = z.record(z.string(), z.object({ title: z.string(), url: z.string(), readOn: z.string() }));

/** Publications in the database. */
export function createPublicationRepository(db: Kysely<Database>): PublicationRepository {
  return {
    async current() {
      const rows = await db
        .selectFrom('page_versions')
        .selectAll()
        .where('number', 'in', (eb) =>
          eb
            .selectFrom('page_versions as latest')
            .select(({ fn }) => fn.max('latest.number').as('number'))
            .groupBy('latest.page_id'),
        )
        .where('action', '!=', 'removed')
        .orderBy('number')
        .execute();
      return rows.map(toVersion);
    },

    async newest() {
      const row = await db
        .selectFrom('page_versions')
        .select(({ fn }) => fn.max('number').as('number'))
        .executeTakeFirst();
      return row?.number ?? 0;
    },

    async history(pageId) {
      const rows = await db
        .selectFrom('page_versions')
        .selectAll()
        .where('page_id', '=', pageId)
        .orderBy('number', 'desc')
        .execute();
      return rows.map(toVersion);
    },

    async version(number) {
      const row = await db
        .selectFrom('page_versions')
        .selectAll()
        .where('number', '=', number)
        .executeTakeFirst();
      return row && toVersion(row);
    },

    append: (version, base) =>
      db.transaction().execute(async (transaction) => {
        const { page, author } = version;
        const last = await transaction
          .selectFrom('page_versions')
          .select(({ fn }) => fn.max('number').as('number'))
          .where('page_id', '=', page.id)
          .executeTakeFirst();
        if ((last?.number ?? 0) !== base) return undefined;
        const { number } = await transaction
          .insertInto('page_versions')
          .values({
            page_id: page.id,
            action: version.action,
            french: page.fr,
            english: page.en ?? null,
            sources: JSON.stringify(page.sources),
            author_name: author.name,
            author_email: author.email,
            at: version.at.toISOString(),
            reason: version.reason,
          })
          .returning('number')
          .executeTakeFirstOrThrow();
        return { ...version, number };
      }),
  };
}

const toVersion = (row: Selectable<PageVersionRow>): PageVersion => ({
  number: row.number,
  action: action.parse(row.action),
  page: {
    id: row.page_id,
    fr: row.french,
    en: row.english ?? undefined,
    sources: sources.parse(JSON.parse(row.sources)),
  },
  author: { name: row.author_name, email: row.author_email },
  at: new Date(row.at),
  reason: row.reason,
});
