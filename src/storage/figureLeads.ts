import type { Kysely } from 'kysely';
import { z } from 'zod/v4';
import type { FigureSource, LeadTrait, Span } from '../figures/figureSource';
import { leadOutcomes, leadStates } from '../leads/leadFile';
import type { Database } from './schema';

const traits: Readonly<Record<LeadTrait, 'intercommunality' | 'size_band' | 'commune_code'>> = {
  intercommunality: 'intercommunality',
  sizeBand: 'size_band',
  communeCode: 'commune_code',
};
const ends = z.enum([...leadOutcomes, ...leadStates]);
const outcome = z.enum(leadOutcomes).nullable();
const ids = z.array(z.string());

type LeadFigures = Pick<
  FigureSource,
  'leadsBy' | 'leadsByEnd' | 'leadsBySchemes' | 'leadTimes' | 'waitingLeads' | 'movedLeads'
>;

/** Leads counted by the database. */
export function createFigureLeads(db: Kysely<Database>): LeadFigures {
  const leadsIn = ({ from, until }: Span) =>
    db
      .selectFrom('leads')
      .where('leads.created_at', '>=', from.toISOString())
      .where('leads.created_at', '<', until.toISOString());

  return {
    async leadsBy(trait, span) {
      const column = traits[trait];
      const rows = await leadsIn(span)
        .select([`${column} as value`, ({ fn }) => fn.countAll().as('count')])
        .groupBy(column)
        .execute();
      return rows.map(({ value, count }) => ({ value: value ?? undefined, count: Number(count) }));
    },

    async leadsByEnd(span) {
      const rows = await leadsIn(span)
        .select(['state', 'outcome', ({ fn }) => fn.countAll().as('count')])
        .groupBy(['state', 'outcome'])
        .execute();
      return rows.map((row) => ({
        end: ends.parse(row.state === 'closed' ? (row.outcome ?? row.state) : row.state),
        count: Number(row.count),
      }));
    },

    async leadsBySchemes(span) {
      const rows = await leadsIn(span)
        .select(['schemes', ({ fn }) => fn.countAll().as('count')])
        .groupBy('schemes')
        .execute();
      return rows.map(({ schemes, count }) => ({
        pageIds: ids.parse(JSON.parse(schemes)),
        count: Number(count),
      }));
    },

    async leadTimes(span) {
      const rows = await leadsIn(span)
        .leftJoin('lead_steps as step', (join) =>
          join
            .onRef('step.lead_id', '=', 'leads.id')
            .on('step.kind', 'in', ['taken', 'handedOver', 'closed'])
            .on('step.state', 'in', ['taken', 'closed'])
            .on(({ not, exists, selectFrom }) =>
              not(
                exists(
                  selectFrom('lead_steps as undoing')
                    .select('undoing.id')
                    .whereRef('undoing.lead_id', '=', 'step.lead_id')
                    .whereRef('undoing.undoes', '=', 'step.number'),
                ),
              ),
            ),
        )
        .select([
          'leads.created_at',
          'leads.closed_at',
          'leads.outcome',
          ({ fn }) => fn.min('step.at').as('taken_at'),
        ])
        .groupBy(['leads.id', 'leads.created_at', 'leads.closed_at', 'leads.outcome'])
        .execute();
      const moment = (text: string | null): Date | undefined => (text === null ? undefined : new Date(text));
      return rows.map((row) => ({
        recordedAt: new Date(row.created_at),
        takenAt: moment(row.taken_at as string | null),
        closedAt: moment(row.closed_at),
        outcome: outcome.parse(row.outcome) ?? undefined,
      }));
    },

    async waitingLeads() {
      const waiting = db.selectFrom('leads').where('state', '=', 'new').where('erased_at', 'is', null);
      const { count } = await waiting.select(({ fn }) => fn.countAll().as('count')).executeTakeFirstOrThrow();
      const oldest = await waiting
        .select(['reference', 'created_at'])
        .orderBy('created_at')
        .limit(1)
        .executeTakeFirst();
      return {
        count: Number(count),
        oldest: oldest && { reference: oldest.reference, recordedAt: new Date(oldest.created_at) },
      };
    },

    async movedLeads({ from, until }) {
      const { taken } = await db
        .selectFrom('lead_steps as step')
        .where('step.kind', '=', 'taken')
        .where('step.at', '>=', from.toISOString())
        .where('step.at', '<', until.toISOString())
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('lead_steps as undoing')
                .select('undoing.id')
                .whereRef('undoing.lead_id', '=', 'step.lead_id')
                .whereRef('undoing.undoes', '=', 'step.number'),
            ),
          ),
        )
        .select(({ fn }) => fn.count('step.lead_id').distinct().as('taken'))
        .executeTakeFirstOrThrow();
      const { closed } = await db
        .selectFrom('leads')
        .where('closed_at', '>=', from.toISOString())
        .where('closed_at', '<', until.toISOString())
        .select(({ fn }) => fn.countAll().as('closed'))
        .executeTakeFirstOrThrow();
      return { taken: Number(taken), closed: Number(closed) };
    },
  };
}
