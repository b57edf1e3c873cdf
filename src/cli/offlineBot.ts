import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryStorage } from 'botbuilder-core';
import { createDirectTurns, type DirectTurns } from '../bot/directTurns';
import { composeConversation, openKnowledge } from '../compose';
import { parseConfig } from '../config';
import type { Knowledge } from '../knowledge/knowledge';
import { createSubmitLead } from '../leads/submitLead';
import { systemIds } from '../shared/ids';
import { createLog } from '../shared/log';
import { systemClock } from '../shared/time';
import { createLeadRepository } from '../storage/leadRepository';
import { migrateDatabase } from '../storage/migrateDatabase';
import { openDatabase } from '../storage/openDatabase';
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
  const { logic } = composeConversation(
    { knowledge: () => knowledge, storage: new MemoryStorage(), submitLead },
    world,
  );
  return {
    knowledge,
    turns: createDirectTurns(logic),
    async close() {
      await db.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
