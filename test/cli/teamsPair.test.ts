import { join } from 'node:path';
import { createPairing } from '../../src/leads/pairing';
import { systemClock } from '../../src/shared/time';
import { migrateDatabase } from '../../src/storage/migrateDatabase';
import { openDatabase } from '../../src/storage/openDatabase';
import { createRecipientChatRepository } from '../../src/storage/recipientChatRepository';
import { runAssistant } from '../support/assistantProcess';
import { knowledgeFolder } from '../support/knowledgeFolder';
import { tempFolder } from '../support/tempFolder';

const env = { KNOWLEDGE_DIR: knowledgeFolder() };
const run = async (cwd: string, ...args: string[]) => runAssistant(['teams', 'pair', ...args], { cwd, env });
const chat = { userId: 'aad', kind: 'personal' as const, conversationId: '19:x', reference: '{}' };

async function store(cwd: string) {
  const db = openDatabase(join(cwd, 'data/assistant.db'));
  await migrateDatabase(db);
  return { db, pairing: createPairing({ chats: createRecipientChatRepository(db), clock: systemClock }) };
}

it('prints a code that links once, for that recipient', async () => {
  const cwd = tempFolder();
  const { out, code } = await run(cwd, 'jeanne');
  expect(code).toBe(0);
  const typed = /relier (\d{6})/.exec(out)![1]!;
  const { db, pairing } = await store(cwd);
  expect(await pairing.redeem(typed, chat)).toBe('jeanne');
  expect(await pairing.redeem(typed, chat)).toBeUndefined();
  await db.destroy();
});

it('mails it when asked to, and prints it nowhere', async () => {
  const cwd = tempFolder();
  const { out } = await run(cwd, 'jeanne', '--mail');
  expect(out).not.toMatch(/\d{6}/);
  const { db } = await store(cwd);
  const letters = await db.selectFrom('letters').select('content').execute();
  expect(letters.map(({ content }) => content)).toEqual([expect.stringContaining('"kind":"pairing"')]);
  await db.destroy();
});

it('names the recipients there are when it is asked for another', async () => {
  const { err, code } = await run(tempFolder(), 'nobody');
  expect(err).toMatch(/^COMMAND_INVALID: no recipient is called "nobody"\. Known are: jeanne/);
  expect(code).toBe(1);
});
