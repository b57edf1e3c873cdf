import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod/v4';
import type { GroupState, QuestionGroup, QuestionGroups } from '../knowledge/questionGroups';
import { assignQuestions, type AssigningDeps } from './questionGroupAssignment';
import type { QuestionGroupRow } from './questionGroupTables';
import type { Database } from './schema';

const state = z.enum(['new', 'answered', 'outOfScope', 'ignored']);
const mostWordings = 50;

/**
 * Groups in the database.
 */
export function createQuestionGroups(db: Kysely<Database>, deps: AssigningDeps): QuestionGroups {
  const withWordings = async (rows: readonly Counted[]): Promise<QuestionGroup[]> => {
    if (rows.length === 0) return [];
    const asked = await db
      .selectFrom('questions')
      .select(['group_id', 'question', ({ fn }) => fn.countAll().as('count')])
      .where('group_id', 'in', [...rows.map(({ id }) => id)])
      .groupBy(['group_id', 'question'])
      .orderBy('count', 'desc')
      .orderBy('question')
      .execute();
    return rows.map((row) => toGroup(row, asked));
  };
  const counted = () =>
    db
      .selectFrom('question_groups')
      .innerJoin('questions', 'questions.group_id', 'question_groups.id')
      .selectAll('question_groups')
      .select(({ fn, eb }) => [
        fn.countAll().as('count'),
        fn.sum(eb.case().when('questions.useful', '=', 0).then(1).else(0).end()).as('not_useful'),
        fn.min('questions.asked_at').as('first_at'),
        fn.max('questions.asked_at').as('last_at'),
      ])
      .groupBy('question_groups.id');

  return {
    assignNew: () => assignQuestions(db, deps),

    async forgetEmpty() {
      await db
        .deleteFrom('question_groups')
        .where('id', 'not in', (eb) =>
          eb
            .selectFrom('questions')
            .select('group_id')
            .where('group_id', 'is not', null)
            .distinct()
            .$castTo<{ group_id: string }>(),
        )
        .execute();
    },

    async list({ state: wanted, page, pageSize }) {
      const rows = await counted()
        .where('state', '=', wanted)
        .orderBy('count', 'desc')
        .orderBy('last_at', 'desc')
        .limit(pageSize)
        .offset((page - 1) * pageSize)
        .execute();
      const { total } = await db
        .selectFrom(counted().where('state', '=', wanted).as('groups'))
        .select(({ fn }) => fn.countAll().as('total'))
        .executeTakeFirstOrThrow();
      return { groups: await withWordings(rows), total: Number(total) };
    },

    async find(id) {
      const row = await counted().where('question_groups.id', '=', id).executeTakeFirst();
      return row && (await withWordings([row]))[0];
    },

    async count() {
      const rows = await db
        .selectFrom(counted().as('groups'))
        .select(['state', ({ fn }) => fn.countAll().as('count')])
        .groupBy('state')
        .execute();
      const of = (wanted: GroupState): number => Number(rows.find((row) => row.state === wanted)?.count ?? 0);
      return {
        new: of('new'),
        answered: of('answered'),
        outOfScope: of('outOfScope'),
        ignored: of('ignored'),
      };
    },

    async decide(id, decision) {
      await db
        .updateTable('question_groups')
        .set({
          state: decision.state,
          page_id: decision.pageId ?? null,
          decided_by: decision.by,
          decided_at: decision.at.toISOString(),
        })
        .where('id', '=', id)
        .execute();
    },
  };
}

interface Counted extends Selectable<QuestionGroupRow> {
  readonly count: number | string | bigint;
  readonly not_useful: number | string | bigint;
  readonly first_at: string;
  readonly last_at: string;
}

function toGroup(
  row: Counted,
  asked: readonly {
    readonly group_id?: string | null | undefined;
    readonly question: string;
    readonly count: unknown;
  }[],
): QuestionGroup {
  return {
    id: row.id,
    language: row.language === 'en' ? 'en' : 'fr',
    state: state.parse(row.state),
    pageId: row.page_id ?? undefined,
    decided:
      row.decided_by === null || row.decided_at === null
        ? undefined
        : { by: row.decided_by, at: new Date(row.decided_at) },
    count: Number(row.count),
    notUseful: Number(row.not_useful),
    firstAt: new Date(row.first_at),
    lastAt: new Date(row.last_at),
    wordings: asked
      .filter(({ group_id }) => group_id === row.id)
      .slice(0, mostWordings)
      .map(({ question, count }) => ({ question, count: Number(count) })),
  };
}
