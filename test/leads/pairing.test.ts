import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { createPairing } from '../../src/leads/pairing';
import { minutes } from '../../src/shared/time';
import { migrateDatabase } from '../../src/storage/migrateDatabase';
import { openDatabase } from '../../src/storage/openDatabase';
import { createRecipientChatRepository } from '../../src/storage/recipientChatRepository';
import type { Database } from '../../src/storage/schema';
import { fakeClock } from '../support/fakeClock';
import { tempFolder } from '../support/tempFolder';

let db: Kysely<Database>;
beforeEach(async () => {
  db = openDatabase(join(tempFolder(), 'assistant.db'));
  await migrateDatabase(db);
});
afterEach(() => db.destroy());

const chat = (userId = 'ada') => ({
  userId,
  kind: 'personal' as const,
  conversationId: `19:${userId}`,
  reference: '{}',
});
function open() {
  const time = fakeClock('2026-11-24T09:00:00.000Z');
  const chats = createRecipientChatRepository(db);
  let next = 0;
  const pairing = createPairing({ chats, clock: time.clock, random: () => (next += 1) });
  return { ...time, chats, pairing };
}

it('a code links the chat in which it is typed, once', async () => {
  const { chats, pairing } = open();
  const code = await pairing.issue('paul');
  expect(code).toBe('000001');
  expect(await pairing.redeem(code, chat())).toBe('paul');
  expect(await chats.of('paul')).toMatchObject(chat());
  expect(await pairing.redeem(code, chat('eve'))).toBeUndefined();
});

it('a code works for 15 minutes', async () => {
  const { pairing, ...time } = open();
  const code = await pairing.issue('paul');
  time.advance(minutes(15));
  expect(await pairing.redeem(code, chat())).toBeUndefined();
});

it('another code for the same recipient makes the first one void', async () => {
  const { pairing } = open();
  const first = await pairing.issue('paul');
  const second = await pairing.issue('paul');
  expect(await pairing.redeem(first, chat())).toBeUndefined();
  expect(await pairing.redeem(second, chat())).toBe('paul');
});

it('ten wrong codes make every open code void, whoever typed them', async () => {
  const { pairing } = open();
  const code = await pairing.issue('paul');
  for (let n = 0; n < 10; n += 1) expect(await pairing.redeem('999999', chat(`eve${n}`))).toBeUndefined();
  expect(await pairing.redeem(code, chat())).toBeUndefined();
});

it('a person acts as one recipient, and a recipient is in one chat', async () => {
  const { chats, pairing } = open();
  await pairing.redeem(await pairing.issue('paul'), chat());
  await pairing.redeem(await pairing.issue('claire'), chat());
  expect(await chats.of('paul')).toBeUndefined();
  await pairing.redeem(await pairing.issue('claire'), chat('bea'));
  expect(await chats.ofUser('ada')).toBeUndefined();
});

it('leaving ends the link, as does the removal of the assistant', async () => {
  const { chats, pairing } = open();
  await pairing.redeem(await pairing.issue('paul'), chat());
  expect(await pairing.leave('ada')).toBe(true);
  expect(await pairing.leave('ada')).toBe(false);
  await pairing.redeem(await pairing.issue('paul'), chat());
  await chats.unlinkConversation('19:ada');
  expect(await chats.of('paul')).toBeUndefined();
});
