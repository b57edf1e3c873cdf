import type { AskedRecord } from '../../src/knowledge/questionLog';
import type { ConversationTraces } from '../../src/leads/conversationTraces';
import { systemIds } from '../../src/shared/ids';
import { createBotStorage } from '../../src/storage/botStorage';
import { createConversationTraces } from '../../src/storage/conversationTraces';
import { createDirectLineRepository } from '../../src/storage/directLineRepository';
import { createQuestionRepository } from '../../src/storage/questionRepository';
import { fakeClock } from '../support/fakeClock';
import { openLeadStore, type LeadStore } from '../support/leadStore';
import { tempFolder } from '../support/tempFolder';

const { clock } = fakeClock();
let store: LeadStore;
let traces: ConversationTraces;
const question = (id: string, conversationId: string, at = clock()): AskedRecord => ({
  id,
  at,
  language: 'fr',
  question: 'Quelles aides ?',
  end: 'answered',
  terms: ['aide'],
  conversationId,
});

beforeEach(async () => {
  store = await openLeadStore(tempFolder(), clock);
  traces = createConversationTraces(store.db);
  const questions = createQuestionRepository(store.db);
  const conversations = createDirectLineRepository(store.db);
  const state = createBotStorage({ db: store.db, clock, ids: systemIds });
  await questions.record(question('q1', 'talk_1', new Date('2026-01-01T00:00:00.000Z')));
  await questions.record(question('q2', 'talk_1'));
  await questions.record(question('q3', 'talkX1'));
  for (const id of ['talk_1', 'talkX1']) {
    await conversations.create({ id, userId: 'user', createdAt: clock() });
    await conversations.record(id, { content: { type: 'message', text: 'Bonjour' }, at: clock() });
    await state.write({ [`directline/conversations/${id}/`]: { step: 1 } });
  }
});
afterEach(() => store.db.destroy());

it('erases questions, state and activities of one conversation, and leaves all others alone', async () => {
  expect(await traces.countQuestions('talk_1')).toBe(2);
  expect(await traces.erase('talk_1')).toBe(2);
  expect(await traces.countQuestions('talk_1')).toBe(0);
  expect(await traces.countQuestions('talkX1')).toBe(1);
  const activities = await store.db.selectFrom('direct_line_activities').select('conversation_id').execute();
  expect(activities).toEqual([{ conversation_id: 'talkX1' }]);
  const state = await store.db.selectFrom('bot_state').select('key').execute();
  expect(state).toEqual([{ key: 'directline/conversations/talkX1/' }]);
});

it('lets the website conversation itself go on', async () => {
  await traces.erase('talk_1');
  const conversations = createDirectLineRepository(store.db);
  expect(await conversations.find('talk_1')).toMatchObject({ lastSequence: 1 });
});

it('forgets whose the old questions were, and keeps them for editors', async () => {
  const moment = new Date('2026-02-01T00:00:00.000Z');
  expect(await traces.detachQuestionsBefore(moment)).toBe(1);
  expect(await traces.detachQuestionsBefore(moment)).toBe(0);
  expect(await traces.countQuestions('talk_1')).toBe(1);
  expect(await createQuestionRepository(store.db).since(new Date(0))).toHaveLength(3);
});
