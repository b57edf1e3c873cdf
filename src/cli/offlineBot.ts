import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDirectTurns, type DirectTurns } from '../bot/directTurns';
import { composeAssistant } from '../composeAssistant';
import { composeLeads } from '../composeLeads';
import { composeNotices } from '../composeNotices';
import { parseConfig } from '../config';
import type { Knowledge } from '../knowledge/knowledge';
import { createLiveKnowledge } from '../knowledge/liveKnowledge';
import { openKnowledge } from '../openKnowledge';
import { systemIds } from '../shared/ids';
import { createLog } from '../shared/log';
import { systemClock } from '../shared/time';
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
  // Nothing of a trial reaches anybody: neither mail server nor webhook nor registry.
  const alone = {
    ...config,
    dataDir: folder,
    webhook: undefined,
    companyRegistryUrl: 'none',
    allowedTenants: [],
    mail: { ...config.mail, smtpUrl: undefined },
  };
  const key = randomBytes(32);
  const live = createLiveKnowledge(knowledge);
  const { dispatcher, ...lead } = composeLeads(alone, live.corpus, db, key, world);
  const { contact } = knowledge.corpus;
  const notices = composeNotices(alone, live.corpus, db, key, world, () => contact);
  const { logic } = composeAssistant(alone, db, world, { live, lead, notices });
  return {
    knowledge,
    turns: createDirectTurns(logic),
    async close() {
      await Promise.all([dispatcher.stop(), notices.dispatcher.stop()]);
      await db.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
