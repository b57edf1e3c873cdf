import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { nearestGroup, tellingWords, withMember, type GroupState } from '../../src/knowledge/questionGroups';
import type { QuestionEnd } from '../../src/knowledge/questionLog';
import { systemIds } from '../../src/shared/ids';
import { minutes } from '../../src/shared/time';
import { migrateDatabase } from '../../src/storage/migrateDatabase';
import { openDatabase } from '../../src/storage/openDatabase';
import { createQuestionGroups } from '../../src/storage/questionGroupRepository';
import { createQuestionRepository } from '../../src/storage/questionRepository';
import type { Database } from '../../src/storage/schema';
import { fakeClock } from '../support/fakeClock';
import { shippedKnowledge } from '../support/shippedKnowledge';
import { tempFolder } from '../support/tempFolder';

let db: Kysely<Database>;
let time: ReturnType<typeof fakeClock>;
beforeEach(async () => {
  db = openDatabase(join(tempFolder(), 'assistant.db'));
  await migrateDatabase(db);
  time = fakeClock('2026-11-24T09:00:00.000Z');
});
afterEach(() => db.destroy());

const { findAnswer } = shippedKnowledge();
const grouping = { tellingWords: tellingWords(findAnswer), nearestGroup, withMember };
const groups = () => createQuestionGroups(db, { ids: systemIds, grouping });
const ask = async (
  question: string,
  options: { readonly end?: QuestionEnd; readonly language?: 'fr' | 'en'; readonly useful?: boolean } = {},
) => {
  const { end = 'unanswered', language = 'fr', useful } = options;
  time.advance(minutes(1));
  await createQuestionRepository(db).record({
    id: systemIds.uuid(),
    at: time.clock(),
    language,
    question,
    end,
    terms: [],
    useful,
  });
};
const listed = async (state: GroupState = 'new') => {
  await groups().assignNew();
  const { groups: found } = await groups().list({ state, page: 1, pageSize: 10 });
  return found.map(({ count, wordings }) => [count, ...wordings.map(({ question }) => question)]);
};

it('puts questions together that ask the same in other words, most frequent first', async () => {
  for (const question of [
    'Où faire réparer un chariot élévateur ?',
    'Y a-t-il une crèche d’entreprise près de la zone ?',
    'qui répare les chariots élévateurs dans le coin',
    'reparation chariot elevateur',
    'creche inter entreprise',
    'Où faire réparer un chariot élévateur ?',
    'Peut-on livrer par drone ?',
  ]) {
    await ask(question);
  }
  expect(await listed()).toEqual([
    [
      4,
      'Où faire réparer un chariot élévateur ?',
      'qui répare les chariots élévateurs dans le coin',
      'reparation chariot elevateur',
    ],
    [2, 'Y a-t-il une crèche d’entreprise près de la zone ?', 'creche inter entreprise'],
    [1, 'Peut-on livrer par drone ?'],
  ]);
});

it('keeps apart what only shares small or common words', async () => {
  for (const question of [
    'où trouver une aide pour un chien ?',
    'où trouver une aide pour un tracteur ?',
    'où trouver un vétérinaire ?',
  ]) {
    await ask(question);
  }
  expect(await listed()).toHaveLength(3);
});

it('keeps languages apart', async () => {
  await ask('parking velo');
  await ask('parking velo', { language: 'en' });
  expect(await listed()).toEqual([
    [1, 'parking velo'],
    [1, 'parking velo'],
  ]);
});

it('takes refused proposals and useless answers as well, and leaves answered questions alone', async () => {
  await ask('une nacelle ?', { end: 'refused' });
  await ask('louer une nacelle', { end: 'answered', useful: false });
  await ask('quelles priorités ?', { end: 'answered', useful: true });
  await ask('quelles aides ?', { end: 'answered' });
  await groups().assignNew();
  const { groups: found, total } = await groups().list({ state: 'new', page: 1, pageSize: 10 });
  expect(total).toBe(found.length);
  expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(2);
  expect(found.reduce((sum, { notUseful }) => sum + notUseful, 0)).toBe(1);
  expect(await groups().assignNew()).toBe(0);
});

it('opens a group again that is asked for after it was answered, and no other', async () => {
  await ask('louer une nacelle');
  await ask('tailler les haies');
  await groups().assignNew();
  const { groups: found } = await groups().list({ state: 'new', page: 1, pageSize: 10 });
  const idOf = (word: string) => found.find(({ wordings }) => wordings[0]?.question.includes(word))!.id;
  const by = { by: 'Jeanne', at: time.clock() };
  await groups().decide(idOf('nacelle'), { state: 'answered', pageId: 'economie/nacelles', ...by });
  await groups().decide(idOf('haies'), { state: 'outOfScope', ...by });
  expect(await groups().find(idOf('nacelle'))).toMatchObject({
    state: 'answered',
    pageId: 'economie/nacelles',
    decided: by,
  });
  await ask('louer une nacelle');
  await ask('tailler les haies');
  await groups().assignNew();
  expect(await groups().count()).toEqual({ new: 1, answered: 0, outOfScope: 1, ignored: 0 });
});

it('forgets a group with its last question', async () => {
  await ask('louer une nacelle');
  await groups().assignNew();
  await createQuestionRepository(db).deleteBefore(new Date(time.clock().getTime() + 1));
  expect(await groups().count()).toEqual({ new: 0, answered: 0, outOfScope: 0, ignored: 0 });
  await groups().forgetEmpty();
  expect(await db.selectFrom('question_groups').selectAll().execute()).toEqual([]);
});
