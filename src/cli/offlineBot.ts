import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAssistant } from '../bot/assistant';
import { createDirectTurns, type DirectTurns } from '../bot/directTurns';
import { timeZone } from '../compose';
import { parseConfig } from '../config';
import type { Knowledge } from '../knowledge/knowledge';
import { createSubmitLead } from '../leads/submitLead';
import { openKnowledge } from '../openKnowledge';
import { systemIds } from '../shared/ids';
import { createLog } from '../shared/log';
import { dayIn, systemClock } from '../shared/time';
import { createBotStorage } from '../storage/botStorage';
import { createLeadRepository } from '../storage/leadRepository';
import { migrateDatabase } from '../storage/migrateDatabase';
import { openDatabase } from '../storage/openDatabase';
import { createQuestionRepository } from '../storage/questionRepository';
import type { CommandWorld } from './program';

/** The real bot without a channel, for one command. */
export interface OfflineBot {
  readonly knowledge: Knowledge;
  readonly turns: DirectTurns;
  readonly close: () => Promise<void>;
}

/** The bot over the working copy's knowledge. Leads go to a database of its own that is thrown away, never to anyone. */
export async function openOfflineBot({ env, cwd }: CommandWorld): Promise<OfflineBot> {
  const config = parseConfig(env, cwd);
  const knowledge = openKnowledge(config);
  const folder = mkdtempSync(join(tmpdir(), 'assistant-'));
  const db = openDatabase(join(folder, 'assistant.db'));
  await migrateDatabase(db);
  const world = { clock: systemClock, ids: systemIds, log: createLog('error') };
  const { id, name, email } = knowledge.corpus.contact;
  const submitLead = createSubmitLead({
    repository: createLeadRepository(db),
    ...world,
    recipients: () => [{ id, name, email }],
  });
  const { logic } = createAssistant({
    knowledge: () => knowledge,
    storage: createBotStorage({ db, ...world }),
    submitLead,
    questionLog: createQuestionRepository(db),
    ...world,
    today: () => dayIn(timeZone, world.clock()),
  });
  return {
    knowledge,
    turns: createDirectTurns(logic),
    async close() {
      await db.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
