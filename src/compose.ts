import { join } from 'node:path';
import { createAssistant } from './bot/assistant';
import { createBotAdapter } from './bot/botAdapter';
import { createTeamsMessenger } from './bot/teams/messenger';
import { createTurnQueue } from './bot/turnQueue';
import { visitorPage } from './bot/visitorPage';
import { catalogueOf } from './composeAids';
import { countStepsIn } from './composeFigures';
import { composeLeads } from './composeLeads';
import { composeNotices } from './composeNotices';
import { siteOf } from './composeSite';
import { timeZone } from './composeRouting';
import { composeWebsite } from './composeWebsite';
import type { Config } from './config';
import { createAzureTokenIssuer } from './directline/azureTokenIssuer';
import { createDirectLine } from './directline/directLine';
import { readSigningKey } from './directline/signingKey';
import { createStreamServer } from './directline/streamServer';
import { createLocalTokenIssuer } from './directline/tokenIssuer';
import { createOrigins } from './http/origins';
import { createRoutes } from './http/routes';
import { together } from './http/readiness';
import { createServer } from './http/server';
import { readTheme } from './http/theme';
import { readWebAssets } from './http/webAssets';
import { communesFile } from './knowledge/intercommunalities';
import { openKnowledge } from './openKnowledge';
import { createCompanyRegistry } from './registry/companyRegistry';
import type { World } from './shared/world';
import { dayIn, days } from './shared/time';
import { createHousekeeping } from './housekeeping';
import { createBotStorage } from './storage/botStorage';
import { createConversationTraces } from './storage/conversationTraces';
import { migrateDatabase } from './storage/migrateDatabase';
import { openDatabase } from './storage/openDatabase';
import { createQuestionRepository } from './storage/questionRepository';
import { createFindSite } from './territory/findSite';
import { readCommunes } from './territory/readCommunes';

/** The running service. */
export interface Service {
  /** @throws AppError PORT_UNAVAILABLE */
  start(): Promise<{ readonly url: string }>;
  /** Takes nothing new, ends the turns and the dispatch pass in hand, closes the database. At most about 10 s. */
  stop(): Promise<void>;
}

/**
 * Builds and joins everything.
 * @param webDir folder of the built web assets
 * @throws AppError KNOWLEDGE_INVALID, DATABASE_UNAVAILABLE, DATABASE_MIGRATION_FAILED, WEB_ASSETS_MISSING
 */
export async function composeService(config: Config, webDir: string, world: World): Promise<Service> {
  const { clock, ids, log } = world;
  const knowledge = openKnowledge(config);
  const { corpus } = knowledge;
  const assets = readWebAssets(webDir);
  const db = openDatabase(join(config.dataDir, 'assistant.db'));
  await migrateDatabase(db);
  const { bot, store, streams, conversations, tokens, localConnector } = composeWebsite(
    config,
    corpus,
    db,
    world,
  );

  // A key of their own: signing visitors out must not break the links in people's mailboxes.
  const linksKey = readSigningKey(join(config.dataDir, 'links.key'));
  const lead = composeLeads(config, corpus, db, linksKey, world, {
    messenger: createTeamsMessenger(config.bot),
    isPresent: (conversationId) => streams.isOpen(conversationId),
    ...visitorPage(localConnector, bot),
  });
  const projectLead = () => lead.routing.recipient(corpus.contact.id) ?? corpus.contact;
  const notices = composeNotices(config, corpus, db, linksKey, world, projectLead);
  const dispatchers = [lead.dispatcher, notices.dispatcher, lead.relayDispatcher];
  const catalogue = catalogueOf(corpus);
  const storage = createBotStorage({ db, clock, ids });
  const questionLog = createQuestionRepository(db);
  const traces = createConversationTraces(db);
  const [mainFolder = ''] = config.knowledgeDirs;
  const findSite = createFindSite(() => readCommunes(join(mainFolder, communesFile)));
  const { logic, dialog } = createAssistant({
    ...lead,
    ...world,
    allowedTenants: config.allowedTenants,
    requestNotice: notices.requestNotice,
    sendAidList: notices.sendAidList,
    proposeCorrection: notices.proposeCorrection,
    calendarLink: notices.calendarLink,
    catalogue: () => catalogue,
    knowledge: () => knowledge,
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

  const queue = createTurnQueue();
  const adapter = createBotAdapter({
    credentials: config.bot,
    queue,
    log,
    onTurnFailure: dialog.apologise,
    localConnector,
  });
  const directLine = createDirectLine({
    conversations,
    tokens,
    bot,
    ...world,
    runTurn: (id, activity) => adapter.handleLocalActivity(id, activity, logic),
  });
  const origins = createOrigins(config.publicUrl, config.allowedOrigins);
  const server = createServer({
    host: config.host,
    port: config.port,
    publicUrl: config.publicUrl,
    origins,
    streams,
    log,
    streamServer: createStreamServer({ conversations, tokens, isAllowedOrigin: origins.allows, log }),
    finishTurns: () => queue.stop(),
    routes: createRoutes({
      site: {
        ...siteOf(corpus, config.retention.conversationDays),
        theme: config.themeFile && readTheme(config.themeFile),
      },
      assets,
      origins,
      adapter,
      logic,
      directLine,
      issuer: config.azureDirectLine
        ? createAzureTokenIssuer({ ...config.azureDirectLine, fetch, ids })
        : createLocalTokenIssuer(tokens, ids),
      log,
      leadPages: {
        ...lead,
        recipients: lead.routing.all,
        promiseDays: config.leadDays.callBack,
        clock,
      },
      noticePages: notices,
      calendars: notices.calendars,
      directLineUrls: config.azureDirectLine ? [config.azureDirectLine.url] : [],
      readiness: async () => ({
        ready: true,
        passages: knowledge.passages,
        ...together(await lead.dispatcher.stats(), await notices.dispatcher.stats()),
      }),
    }),
  });

  const ago = (daysAgo: number): Date => new Date(clock().getTime() - days(daysAgo));
  const { conversationDays, questionDays } = config.retention;
  const housekeeping = createHousekeeping(
    [
      { failure: 'REMINDERS_FAILED', run: lead.remind },
      { failure: 'NOTICES_FAILED', run: notices.tell },
      { failure: 'RETENTION_FAILED', run: () => store.purge(ago(conversationDays)) },
      { failure: 'RETENTION_FAILED', run: () => storage.deleteIdle(ago(conversationDays)) },
      { failure: 'RETENTION_FAILED', run: () => traces.detachQuestionsBefore(ago(conversationDays)) },
      { failure: 'RETENTION_FAILED', run: () => questionLog.deleteBefore(ago(questionDays)) },
      { failure: 'RETENTION_FAILED', run: lead.forgetOld },
      { failure: 'RETENTION_FAILED', run: notices.forgetOld },
    ],
    log,
  );

  return {
    async start() {
      const { url } = await server.listen();
      for (const one of dispatchers) one?.start();
      // The first visitor need not wait for the index and the list of communes to open.
      setImmediate(() => knowledge.findAnswer(corpus.programme.fr, 'fr'));
      setImmediate(() => findSite(corpus.programme.fr));
      await housekeeping.start();
      log.info({ code: 'STARTED', url, passages: knowledge.passages }, `the assistant answers at ${url}`);
      if (adapter.loopbackOnly) {
        log.warn(
          { code: 'LOOPBACK_ONLY' },
          'no MicrosoftAppId: /api/messages serves programs on this machine only; the website is not concerned',
        );
      }
      return { url };
    },
    async stop() {
      housekeeping.stop();
      await Promise.all([server.stop(), ...dispatchers.map((one) => one?.stop())]);
      await db.destroy();
      log.info({ code: 'STOPPED' }, 'the assistant has stopped');
    },
  };
}
