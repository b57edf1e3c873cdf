import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAssistant } from '../bot/assistant';
import { createDirectTurns, type DirectTurns } from '../bot/directTurns';
import { catalogueOf } from '../composeAids';
import { countStepsIn } from '../composeFigures';
import { composeLeads } from '../composeLeads';
import { composeNotices } from '../composeNotices';
import { timeZone } from '../composeRouting';
import { parseConfig } from '../config';
import { communesFile } from '../knowledge/intercommunalities';
import type { Knowledge } from '../knowledge/knowledge';
import { openKnowledge } from '../openKnowledge';
import { createCompanyRegistry } from '../registry/companyRegistry';
import { systemIds } from '../shared/ids';
import { createLog } from '../shared/log';
import { dayIn, systemClock } from '../shared/time';
import { createBotStorage } from '../storage/botStorage';
import { migrateDatabase } from '../storage/migrateDatabase';
import { openDatabase } from '../storage/openDatabase';
import { createQuestionRepository } from '../storage/questionRepository';
import { createFindSite } from '../territory/findSite';
import { readCommunes } from '../territory/readCommunes';
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
    mail: { ...config.mail, smtpUrl: undefined },
  };
  const key = randomBytes(32);
  const { dispatcher, ...lead } = composeLeads(alone, knowledge.corpus, db, key, world);
  const { contact } = knowledge.corpus;
  const notices = composeNotices(alone, knowledge.corpus, db, key, world, () => contact);
  const catalogue = catalogueOf(knowledge.corpus);
  const [mainFolder = ''] = config.knowledgeDirs;
  const { logic } = createAssistant({
    ...lead,
    ...world,
    requestNotice: notices.requestNotice,
    sendAidList: notices.sendAidList,
    proposeCorrection: notices.proposeCorrection,
    calendarLink: notices.calendarLink,
    catalogue: () => catalogue,
    knowledge: () => knowledge,
    storage: createBotStorage({ db, ...world }),
    questionLog: createQuestionRepository(db),
    countSteps: countStepsIn(db, world),
    companyDirectory: createCompanyRegistry({ url: 'none', fetch, clock: world.clock }),
    findSite: createFindSite(() => readCommunes(join(mainFolder, communesFile))),
    promiseDays: config.leadDays.callBack,
    retentionMonths: config.retention.leadMonths,
    timeZone,
    today: () => dayIn(timeZone, world.clock()),
  });
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
