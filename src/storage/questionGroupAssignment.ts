import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod/v4';
import type { GroupProfile, TellingWord } from '../knowledge/questionGroups';
import type { Ids } from '../shared/ids';
import type { QuestionGroupRow } from './questionGroupTables';
import type { Database } from './schema';

const words = z.record(z.string(), z.object({ count: z.number(), weight: z.number() }));

/** How many questions of a kind are put into groups in one go: whoever asks the assistant meanwhile does not wait for long. */
const atATime = 100;

/** What putting questions into groups needs. */
export interface AssigningDeps {
  readonly ids: Ids;
  /** What tells which group a question belongs to, from knowledge/questionGroups.ts. */
  readonly grouping: {
    tellingWords(question: string, language: 'fr' | 'en'): readonly TellingWord[];
    nearestGroup(asked: readonly TellingWord[], groups: readonly GroupProfile[]): GroupProfile | undefined;
    withMember(group: GroupProfile, asked: readonly TellingWord[]): GroupProfile;
  };
}

/** Puts questions without a useful answer into groups, oldest first, in one transaction. @returns how many */
export function assignQuestions(db: Kysely<Database>, { ids, grouping }: AssigningDeps): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    const open = () =>
      transaction
        .selectFrom('questions')
        .select(['id', 'language', 'question', 'asked_at'])
        .where('group_id', 'is', null)
        .orderBy('asked_at')
        .limit(atATime);
    const rows = [
      ...(await open().where('end', '=', 'unanswered').execute()),
      ...(await open().where('end', '=', 'refused').execute()),
      ...(await open().where('useful', '=', 0).where('end', 'not in', ['unanswered', 'refused']).execute()),
    ];
    if (rows.length === 0) return 0;
    const known = await transaction.selectFrom('question_groups').selectAll().execute();
    const decided = new Map(known.map((row) => [row.id, row]));
    const groups = new Map(known.map((row) => [row.id, toProfile(row)]));
    const touched = new Set<string>();
    const reopened = new Set<string>();
    const placed = new Map<string, string[]>();
    for (const row of rows) {
      const language = row.language === 'en' ? 'en' : 'fr';
      const own = grouping.tellingWords(row.question, language);
      const rivals = [...groups.values()].filter((group) => group.language === language);
      const group = grouping.nearestGroup(own, rivals) ?? {
        id: ids.uuid(),
        language,
        members: 0,
        words: {},
      };
      groups.set(group.id, grouping.withMember(group, own));
      touched.add(group.id);
      const before = decided.get(group.id);
      if (before?.state === 'answered' && row.asked_at > (before.decided_at ?? '')) reopened.add(group.id);
      placed.set(group.id, [...(placed.get(group.id) ?? []), row.id]);
    }
    for (const id of touched) {
      const group = groups.get(id);
      if (!group) continue;
      const made = { words: JSON.stringify(group.words), members: group.members };
      if (decided.has(id)) {
        const again = reopened.has(id) ? { state: 'new' } : {};
        await transaction
          .updateTable('question_groups')
          .set({ ...made, ...again })
          .where('id', '=', id)
          .execute();
      } else {
        await transaction
          .insertInto('question_groups')
          .values({ id, language: group.language, ...made, state: 'new' })
          .execute();
      }
      await transaction
        .updateTable('questions')
        .set({ group_id: id })
        .where('id', 'in', placed.get(id) ?? [])
        .execute();
    }
    return rows.length;
  });
}

const toProfile = (row: Selectable<QuestionGroupRow>): GroupProfile => ({
  id: row.id,
  language: row.language === 'en' ? 'en' : 'fr',
  members: row.members,
  words: words.parse(JSON.parse(row.words)),
});
