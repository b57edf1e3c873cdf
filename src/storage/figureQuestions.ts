import { sql, type ExpressionBuilder, type Kysely, type SqlBool } from 'kysely';
import type { FigureSource, QuestionSelection, Span } from '../figures/figureSource';
import type { QuestionEnd } from '../knowledge/questionLog';
import { fromRow } from './questionRepository';
import type { Database } from './schema';

const unanswered: readonly QuestionEnd[] = ['unanswered', 'refused'];

/** Questions counted and found again by the database. */
export function createFigureQuestions(
  db: Kysely<Database>,
): Pick<FigureSource, 'questionCounts' | 'unansweredCounts' | 'questions'> {
  const questionsIn = ({ from, until }: Span) =>
    db
      .selectFrom('questions')
      .where('asked_at', '>=', from.toISOString())
      .where('asked_at', '<', until.toISOString());

  return {
    async questionCounts(span) {
      const columns = ['page_id', 'end', 'useful', 'handed_over'] as const;
      const rows = await questionsIn(span)
        .select([...columns, ({ fn }) => fn.countAll().as('count')])
        .groupBy(columns)
        .execute();
      return rows.map((row) => ({
        pageId: row.page_id ?? undefined,
        end: row.end as QuestionEnd,
        useful: row.useful === null ? undefined : row.useful === 1,
        handedOver: row.handed_over === 1,
        count: Number(row.count),
      }));
    },

    async unansweredCounts(span, most) {
      const rows = await questionsIn(span)
        .where('end', 'in', unanswered)
        .select([
          'terms',
          ({ fn }) => fn.min('question').as('example'),
          ({ fn }) => fn.countAll().as('count'),
        ])
        .groupBy('terms')
        .orderBy('count', 'desc')
        .orderBy('terms')
        .limit(most)
        .execute();
      return rows.map(({ terms, example, count }) => ({
        terms: terms.split(' ').filter(Boolean),
        example,
        count: Number(count),
      }));
    },

    async questions(selection, { offset, limit }) {
      const selected = questionsIn(selection.span).where(conditionsOf(selection));
      const { total } = await selected
        .select(({ fn }) => fn.countAll().as('total'))
        .executeTakeFirstOrThrow();
      const rows = await selected
        .selectAll()
        .orderBy('asked_at', 'desc')
        .orderBy('id')
        .offset(offset)
        .limit(limit)
        .execute();
      return { total: Number(total), questions: rows.map(fromRow) };
    },
  };
}

function conditionsOf({
  ends,
  pageIds,
  withoutPage,
  otherThan,
  useful,
  handedOver,
  term,
}: QuestionSelection) {
  return (eb: ExpressionBuilder<Database, 'questions'>) =>
    eb.and([
      ...(ends ? [eb('end', 'in', ends)] : []),
      ...(pageIds ? [isOneOf(eb, pageIds)] : []),
      ...(withoutPage ? [eb('page_id', 'is', null)] : []),
      ...(otherThan ? [eb('page_id', 'is not', null), eb.not(isOneOf(eb, otherThan))] : []),
      ...(useful === undefined ? [] : [eb('useful', '=', Number(useful))]),
      ...(handedOver ? [eb('handed_over', '=', 1)] : []),
      ...(term === undefined ? [] : [term === '' ? eb('terms', '=', '') : holdsTerm(term)]),
    ]);
}

/** No page at all is none of them: an empty list is not valid SQL everywhere. */
const isOneOf = (eb: ExpressionBuilder<Database, 'questions'>, pageIds: readonly string[]) =>
  pageIds.length === 0 ? eb.lit(false) : eb('page_id', 'in', pageIds);

function holdsTerm(term: string) {
  const literal = term.replace(/[\\%_]/g, '\\$&');
  return sql<SqlBool>`' ' || terms || ' ' like ${`% ${literal} %`} escape '\\'`;
}
