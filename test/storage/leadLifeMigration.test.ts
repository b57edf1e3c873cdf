import { join } from 'node:path';
import { Migrator, sql, type Kysely } from 'kysely';
import { createLeadRepository } from '../../src/storage/leadRepository';
import { migrateDatabase } from '../../src/storage/migrateDatabase';
import { leadsMigration } from '../../src/storage/migrations/0001-leads';
import { botStateMigration } from '../../src/storage/migrations/0002-bot-state';
import { directLineMigration } from '../../src/storage/migrations/0003-direct-line';
import { questionsMigration } from '../../src/storage/migrations/0004-questions';
import { openDatabase } from '../../src/storage/openDatabase';
import { createOutboxRepository } from '../../src/storage/outboxRepository';
import type { Database } from '../../src/storage/schema';
import { jeannesLead } from '../support/people';
import { tempFolder } from '../support/tempFolder';

/** A database as the first release left it, with one lead that was tried once. */
async function earlierDatabase(): Promise<Kysely<Database>> {
  const db = openDatabase(join(tempFolder(), 'assistant.db'));
  const getMigrations = async () => ({
    '0001-leads': leadsMigration,
    '0002-bot-state': botStateMigration,
    '0003-direct-line': directLineMigration,
    '0004-questions': questionsMigration,
  });
  const { error } = await new Migrator({ db, provider: { getMigrations } }).migrateToLatest();
  expect(error).toBeUndefined();
  // What the first release did not know is left out of JSON.
  const lead = { ...jeannesLead({ language: 'en' }), companyLookup: undefined, schemes: undefined };
  const at = '2026-03-02T09:00:00.000Z';
  const recipient = JSON.stringify({ id: 'contact', name: 'Paul Martin', email: 'paul.martin@example.org' });
  await sql`insert into leads (id, reference, submission_id, created_at, channel_id, conversation_id, content)
    values ('lead-1', 'ACDE-FGHJ', 'form-1', ${at}, 'directline', 'conversation-1', ${JSON.stringify({ version: 1, lead })})`.execute(
    db,
  );
  await sql`insert into outbox_entries (id, lead_id, kind, recipient_id, recipient, state, attempts, created_at, due_at)
    values ('entry-1', 'lead-1', 'email', 'contact', ${recipient}, 'due', 1, ${at}, ${at})`.execute(db);
  await sql`insert into delivery_attempts (entry_id, number, started_at, code) values ('entry-1', 1, ${at}, 'DELIVERY_RETRY')`.execute(
    db,
  );
  return db;
}

it('keeps the leads, the outbox and the attempts of the release before', async () => {
  const db = await earlierDatabase();
  expect(await migrateDatabase(db)).toContain('0005-lead-life');
  const file = await createLeadRepository(db).file('lead-1');
  expect(file).toMatchObject({
    lead: jeannesLead({ language: 'en', schemes: [] }),
    state: 'new',
    recipientIds: ['contact'],
    version: 1,
    steps: [{ number: 1, kind: 'recorded', state: 'new', recipientIds: ['contact'] }],
  });
  expect(await createOutboxRepository(db).of('lead-1')).toMatchObject([
    { id: 'entry-1', message: 'callSheet', occasion: 'recorded', attempts: 1, recipient: { id: 'contact' } },
  ]);
  expect(await db.selectFrom('delivery_attempts').selectAll().execute()).toMatchObject([
    { entry_id: 'entry-1', number: 1, code: 'DELIVERY_RETRY' },
  ]);
  expect((await sql`pragma foreign_key_check`.execute(db)).rows).toEqual([]);
  await sql`delete from leads`.execute(db);
  expect(await db.selectFrom('delivery_attempts').selectAll().execute()).toEqual([]);
  await db.destroy();
});
