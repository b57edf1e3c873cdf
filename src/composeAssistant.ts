import { join } from 'node:path';
import { createAssistant } from './bot/assistant';
import { liveCatalogue } from './composeAids';
import { countStepsIn } from './composeFigures';
import type { LeadServices } from './composeLeads';
import type { NoticeServices } from './composeNotices';
import { timeZone } from './composeRouting';
import type { Config } from './config';
import { communesFile } from './knowledge/intercommunalities';
import type { LiveKnowledge } from './knowledge/liveKnowledge';
import { createCompanyRegistry } from './registry/companyRegistry';
import { dayIn } from './shared/time';
import type { World } from './shared/world';
import { createBotStorage } from './storage/botStorage';
import type { OpenDatabase } from './storage/openDatabase';
import { createQuestionRepository } from './storage/questionRepository';
import { createFindSite } from './territory/findSite';
import { readCommunes } from './territory/readCommunes';

/** The bot with what it keeps. It starts nothing. */
export function composeAssistant(
  config: Config,
  db: OpenDatabase,
  world: World,
  parts: {
    readonly live: Pick<LiveKnowledge, 'current' | 'corpus'>;
    readonly lead: Omit<LeadServices, 'dispatcher' | 'relayDispatcher'>;
    readonly notices: NoticeServices;
  },
) {
  const { clock } = world;
  const { live, lead, notices } = parts;
  const storage = createBotStorage({ db, ...world });
  const questionLog = createQuestionRepository(db);
  const [mainFolder = ''] = config.knowledgeDirs;
  const findSite = createFindSite(() => readCommunes(join(mainFolder, communesFile)));
  const assistant = createAssistant({
    ...lead,
    ...world,
    allowedTenants: config.allowedTenants,
    requestNotice: notices.requestNotice,
    sendAidList: notices.sendAidList,
    proposeCorrection: notices.proposeCorrection,
    calendarLink: notices.calendarLink,
    catalogue: liveCatalogue(live.corpus),
    knowledge: live.current,
    storage,
    questionLog,
    countSteps: countStepsIn(db, world),
    companyDirectory: createCompanyRegistry({ url: config.companyRegistryUrl, fetch, clock }),
    findSite,
    promiseDays: config.leadDays.callBack,
    retentionMonths: config.retention.leadMonths,
    timeZone,
    today: () => dayIn(timeZone, clock()),
  });
  return { ...assistant, storage, questionLog, findSite };
}
