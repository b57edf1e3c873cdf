import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { systemIds } from '../../src/shared/ids';
import { minutes } from '../../src/shared/time';
import { createBotStorage, type BotStorage } from '../../src/storage/botStorage';
import { migrateDatabase } from '../../src/storage/migrateDatabase';
import { openDatabase } from '../../src/storage/openDatabase';
import type { Database } from '../../src/storage/schema';
import { fakeClock, type FakeClock } from '../support/fakeClock';
import { tempFolder } from '../support/tempFolder';

let db: Kysely<Database>;
let storage: BotStorage;
let time: FakeClock;
let path: string;
beforeEach(async () => {
  path = join(tempFolder(), 'assistant.db');
  time = fakeClock();
  await open();
});
afterEach(() => db.destroy());

async function open(): Promise<void> {
  db = openDatabase(path);
  await migrateDatabase(db);
  storage = createBotStorage({ db, clock: time.clock, ids: systemIds });
}

/** The item as stored, typed for the tests. */
const read = async (key: string) =>
  ((await storage.read([key])) as Record<string, { step: number; eTag: string } | undefined>)[key];

it('gives back what was written, after a restart too', async () => {
  await storage.write({ 'a/b': { dialog: { step: 1, said: 'l’été' } }, c: { empty: [] } });
  await db.destroy();
  await open();
  const items = await storage.read(['a/b', 'c', 'unknown']);
  expect(items).toEqual({
    'a/b': { dialog: { step: 1, said: 'l’été' }, eTag: expect.any(String) as string },
    c: { empty: [], eTag: expect.any(String) as string },
  });
});

it.each([undefined, '*'])('overwrites when the eTag is %s', async (eTag) => {
  await storage.write({ a: { step: 1 } });
  await storage.write({ a: { step: 2, ...(eTag ? { eTag } : {}) } });
  expect(await read('a')).toMatchObject({ step: 2 });
});

it('writes what was read and is still the same', async () => {
  await storage.write({ a: { step: 1 } });
  const item = await read('a');
  await storage.write({ a: { ...item, step: 2 } });
  const after = await read('a');
  expect(after?.step).toBe(2);
  expect(after?.eTag).not.toBe(item?.eTag);
});

it('refuses to overwrite what someone else changed meanwhile, and writes nothing of that call', async () => {
  await storage.write({ a: { step: 1 } });
  const item = await read('a');
  await storage.write({ a: { step: 2 } });
  await expect(storage.write({ b: { step: 1 }, a: { ...item, step: 3 } })).rejects.toMatchObject({
    code: 'BOT_STATE_CONFLICT',
    message: expect.stringContaining('eTag conflict') as string,
  });
  expect(await read('a')).toMatchObject({ step: 2 });
  expect(await read('b')).toBeUndefined();
});

it('refuses to bring back what someone else deleted meanwhile', async () => {
  await storage.write({ a: { step: 1 } });
  const item = await read('a');
  await storage.delete(['a']);
  await expect(storage.write({ a: { ...item } })).rejects.toMatchObject({ code: 'BOT_STATE_CONFLICT' });
});

it('deletes the keys it is given, known or not', async () => {
  await storage.write({ a: { step: 1 }, b: { step: 1 } });
  await storage.delete(['a', 'unknown']);
  await storage.delete([]);
  expect(Object.keys(await storage.read(['a', 'b']))).toEqual(['b']);
});

it('sweeps what nobody has written to for a while', async () => {
  await storage.write({ old: { step: 1 }, used: { step: 1 } });
  time.advance(minutes(30));
  await storage.write({ used: { step: 2 } });
  const moment = new Date(time.clock().getTime() - minutes(1));
  expect(await storage.deleteIdle(moment)).toBe(1);
  expect(Object.keys(await storage.read(['old', 'used']))).toEqual(['used']);
});
