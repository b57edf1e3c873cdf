import { join } from 'node:path';
import { readKnowledge } from '../../src/knowledge/knowledge';
import { systemIds } from '../../src/shared/ids';
import { createLog } from '../../src/shared/log';
import { migrateDatabase } from '../../src/storage/migrateDatabase';
import { openDatabase } from '../../src/storage/openDatabase';
import { openConversation } from '../support/conversation';
import { fakeClock } from '../support/fakeClock';
import { knowledgeFolder } from '../support/knowledgeFolder';
import { referencesIn, sendRequest, toTheRecap, type Visitor } from '../support/leadForm';
import { tempFolder } from '../support/tempFolder';

it('keeps two hundred forms that are filled in at the same time apart', async () => {
  const db = openDatabase(join(tempFolder(), 'assistant.db'));
  await migrateDatabase(db);
  const knowledge = readKnowledge([knowledgeFolder()]);
  const { clock } = fakeClock();
  const { turns, leads } = openConversation({
    db,
    knowledge,
    clock,
    ids: systemIds,
    log: createLog('silent'),
  });
  const letters = (n: number): string => String.fromCharCode(65 + (n % 26), 97 + Math.floor(n / 26));
  const visitors = Array.from({ length: 200 }, (_, n): Visitor & { conversation: string } => ({
    conversation: `conversation-${n}`,
    need: `Agrandir notre atelier numéro ${n}`,
    company: `Forges ${n}`,
    name: `Ada ${letters(n)}`,
    email: `ada${n}@example.fr`,
  }));

  // Each step of all forms is under way at once; nobody waits for another's form to be over.
  const steps = toTheRecap({ need: '', company: '', name: '', email: '' }).length;
  for (let step = 0; step < steps; step += 1) {
    await Promise.all(
      visitors.map((visitor) => turns.say(visitor.conversation, toTheRecap(visitor)[step] ?? '', 'fr-FR')),
    );
  }
  const shown = await Promise.all(
    visitors.map(async ({ conversation }) =>
      referencesIn(await turns.say(conversation, sendRequest, 'fr-FR')).join(),
    ),
  );

  expect(new Set(shown).size).toBe(200);
  const recorded = await leads.list({ limit: 999 });
  const byReference = new Map(recorded.map(({ lead }) => [lead.reference, lead]));
  const told = shown.map((reference) => {
    const lead = byReference.get(reference);
    return {
      conversation: lead?.conversationId,
      need: lead?.need,
      company: lead?.company,
      name: lead?.name,
      email: lead?.email,
    };
  });
  expect(told).toEqual(visitors);
  expect(recorded).toHaveLength(200);
  await db.destroy();
}, 60_000);
