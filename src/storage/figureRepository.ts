import type { Kysely } from 'kysely';
import type { FigureSource } from '../figures/figureSource';
import { createFigureLeads } from './figureLeads';
import { createFigureQuestions } from './figureQuestions';
import type { Database } from './schema';

/** Figures counted by the database. See the port for what is promised. */
export function createFigureRepository(db: Kysely<Database>): FigureSource {
  return {
    ...createFigureQuestions(db),
    ...createFigureLeads(db),
    async stepCounts(flow, { from, to }) {
      const rows = await db
        .selectFrom('step_counts')
        .where('flow', '=', flow)
        .where('day', '>=', from)
        .where('day', '<=', to)
        .select(['step', ({ fn }) => fn.sum('count').as('count')])
        .groupBy('step')
        .execute();
      return rows.map(({ step, count }) => ({ step, count: Number(count) }));
    },
  };
}
