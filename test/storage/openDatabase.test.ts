import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { migrateDatabase } from '../../src/storage/migrateDatabase';
import { openDatabase } from '../../src/storage/openDatabase';
import { tempFolder } from '../support/tempFolder';

it('makes folder and file for the service alone, and commits durably', async () => {
  const folder = join(tempFolder(), 'data');
  const db = openDatabase(join(folder, 'assistant.db'));
  const setting = async (name: string) =>
    Object.values((await sql`pragma ${sql.raw(name)}`.execute(db)).rows[0] as Record<string, unknown>)[0];
  expect(await setting('journal_mode')).toBe('wal');
  expect(await setting('synchronous')).toBe(2);
  expect(await setting('foreign_keys')).toBe(1);
  expect(await setting('busy_timeout')).toBe(5000);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, 'assistant.db')).mode & 0o777).toBe(0o600);
  await db.destroy();
});

it('names the path and the remedy when the database cannot be opened', () => {
  const folder = tempFolder();
  const isFolder = join(folder, 'assistant.db');
  mkdirSync(isFolder);
  const damaged = join(folder, 'damaged.db');
  writeFileSync(damaged, 'this is no database'.repeat(100));
  const belowFile = join(damaged, 'assistant.db');
  for (const path of [isFolder, damaged, belowFile]) {
    expect(() => openDatabase(path)).toThrow(
      /^DATABASE_UNAVAILABLE: the database \S+\.db cannot be opened .*DATA_DIR/,
    );
    expect(() => openDatabase(path)).toThrow(path);
  }
});

it('throws, and does not end the process, when it is closed in the middle of a transaction', async () => {
  const db = openDatabase(join(tempFolder(), 'assistant.db'));
  await migrateDatabase(db);
  const interrupted = db.transaction().execute(async (transaction) => {
    await db.destroy();
    await transaction.deleteFrom('leads').execute();
  });
  await expect(interrupted).rejects.toThrow('closed while it was still in use');
  await expect(db.deleteFrom('leads').execute()).rejects.toThrow('destroyed');
});

describe('migrateDatabase', () => {
  it('carries out each step once', async () => {
    const db = openDatabase(join(tempFolder(), 'assistant.db'));
    expect(await migrateDatabase(db)).toEqual(expect.arrayContaining(['0001-leads', '0002-bot-state']));
    expect(await migrateDatabase(db)).toEqual([]);
    await db.destroy();
  });

  it('refuses a database that a newer release has written', async () => {
    const db = openDatabase(join(tempFolder(), 'assistant.db'));
    await migrateDatabase(db);
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '2030')`.execute(db);
    await expect(migrateDatabase(db)).rejects.toMatchObject({ code: 'DATABASE_MIGRATION_FAILED' });
    await db.destroy();
  });
});
