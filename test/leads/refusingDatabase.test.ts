import { join } from 'node:path';
import { sql, type Kysely } from 'kysely';
import { readKnowledge } from '../../src/knowledge/knowledge';
import { systemIds } from '../../src/shared/ids';
import { createLog } from '../../src/shared/log';
import { migrateDatabase } from '../../src/storage/migrateDatabase';
import { openDatabase } from '../../src/storage/openDatabase';
import type { Database } from '../../src/storage/schema';
import { openConversation } from '../support/conversation';
import { fakeClock } from '../support/fakeClock';
import { knowledgeFolder } from '../support/knowledgeFolder';
import { fillIn, referencesIn, sendRequest } from '../support/leadForm';
import { tempFolder } from '../support/tempFolder';

const knowledge = readKnowledge([knowledgeFolder()]);
let db: Kysely<Database>;
beforeEach(async () => {
  db = openDatabase(join(tempFolder(), 'assistant.db'));
  await migrateDatabase(db);
});
afterEach(() => db.destroy());

const faults = {
  'a full disk': {
    begin: async () => {
      await sql`vacuum`.execute(db);
      await sql`pragma max_page_count = 1`.execute(db);
    },
    end: () => sql`pragma max_page_count = 1000000`.execute(db),
  },
  'a read-only database': {
    begin: () => sql`pragma query_only = 1`.execute(db),
    end: () => sql`pragma query_only = 0`.execute(db),
  },
};

it.each(Object.entries(faults))(
  'shows the contact and no reference on %s, and the reference once it is over',
  async (_, { begin, end }) => {
    const { clock } = fakeClock();
    const { forgivingTurns: turns, leads } = openConversation({
      db,
      knowledge,
      clock,
      ids: systemIds,
      log: createLog('silent'),
    });
    const visitor = {
      need: 'Agrandir notre atelier. '.repeat(60),
      company: 'Forges du Val',
      name: 'Ada Martin',
      email: 'ada.martin@example.fr',
    };
    // The first request fills the table's first page of the file, so that the next one needs another.
    for (const conversation of ['earlier', 'earlier still']) {
      await fillIn(turns, conversation, visitor);
      await turns.say(conversation, sendRequest, 'fr-FR');
    }
    await fillIn(turns, 'conversation', visitor);

    await begin();
    const refused = await turns.say('conversation', sendRequest, 'fr-FR');
    const told = refused.map(({ text }) => text).join('\n');
    expect(referencesIn(refused)).toEqual([]);
    expect(told).toContain('01 23 45 67 89');
    expect(told).toContain('jeanne.dupont@example.fr');
    expect(told).toContain('Jeanne Dupont');

    await end();
    expect(await leads.list({ limit: 9 })).toHaveLength(2);
    const [reference] = referencesIn(await turns.say('conversation', sendRequest, 'fr-FR'));
    const recorded = (await leads.list({ limit: 9 })).map(({ lead }) => lead.reference);
    expect(recorded).toHaveLength(3);
    expect(recorded).toContain(reference);
  },
);
