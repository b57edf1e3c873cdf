import { join } from 'node:path';
import { createAssistant } from './bot/assistant';
import { createBotAdapter } from './bot/botAdapter';
import { createTurnQueue } from './bot/turnQueue';
import { composeDispatcher, recipientOf } from './composeDelivery';
import type { Config } from './config';
import { createAzureTokenIssuer } from './directline/azureTokenIssuer';
import { createConversations } from './directline/conversations';
import { createDirectLine } from './directline/directLine';
import { createLocalConnector } from './directline/localConnector';
import { readSigningKey } from './directline/signingKey';
import { createStreams } from './directline/streams';
import { createStreamServer } from './directline/streamServer';
import { createLocalTokenIssuer } from './directline/tokenIssuer';
import { createTokens } from './directline/tokens';
import { createOrigins } from './http/origins';
import { createRoutes } from './http/routes';
import { createServer } from './http/server';
import type { Site } from './http/site';
import { readTheme } from './http/theme';
import { readWebAssets } from './http/webAssets';
import type { Corpus } from './knowledge/corpus';
import { createSubmitLead, type SubmitLead } from './leads/submitLead';
import { openKnowledge } from './openKnowledge';
import { codeOf } from './shared/errors';
import type { World } from './shared/world';
import { dayIn, days, hours } from './shared/time';
import { createBotStorage } from './storage/botStorage';
import { createDirectLineRepository } from './storage/directLineRepository';
import { createLeadRepository } from './storage/leadRepository';
import { migrateDatabase } from './storage/migrateDatabase';
import { openDatabase } from './storage/openDatabase';
import { createQuestionRepository } from './storage/questionRepository';

/** Schemes open and close by the day of this zone. */
export const timeZone = 'Europe/Paris';

/** Days without a message after which a conversation and its state are deleted. */
const conversationRetentionDays = 30;

/** Days after which questions kept for editors are deleted; they are masked, and a year shows each season's questions once. */
const questionRetentionDays = 365;

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

  const dispatcher = composeDispatcher(config, corpus, db, world);
  const record = createSubmitLead({
    repository: createLeadRepository(db),
    clock,
    ids,
    recipients: () => [recipientOf(corpus, config)],
  });
  const submitLead: SubmitLead = async (submission) => {
    const outcome = await record(submission);
    dispatcher.wake();
    return outcome;
  };

  const storage = createBotStorage({ db, clock, ids });
  const questionLog = createQuestionRepository(db);
  const { logic, dialog } = createAssistant({
    knowledge: () => knowledge,
    storage,
    submitLead,
    questionLog,
    ...world,
    today: () => dayIn(timeZone, clock()),
  });

  const bot = { id: 'assistant', name: corpus.programme.fr };
  const queue = createTurnQueue();
  const store = createDirectLineRepository(db);
  const streams = createStreams();
  const conversations = createConversations({ store, streams, clock });
  const tokens = createTokens(readSigningKey(join(config.dataDir, 'directline.key')), clock);
  const adapter = createBotAdapter({
    credentials: config.bot,
    queue,
    log,
    onTurnFailure: dialog.apologise,
    localConnector: createLocalConnector({ conversations, bot, ids }),
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
      site: { ...siteOf(corpus), theme: config.themeFile && readTheme(config.themeFile) },
      assets,
      origins,
      adapter,
      logic,
      directLine,
      issuer: config.azureDirectLine
        ? createAzureTokenIssuer({ ...config.azureDirectLine, fetch, ids })
        : createLocalTokenIssuer(tokens, ids),
      log,
      directLineUrls: config.azureDirectLine ? [config.azureDirectLine.url] : [],
      readiness: async () => {
        const { oldestUndeliveredSeconds, ...stats } = await dispatcher.stats();
        return {
          ready: true,
          passages: knowledge.passages,
          oldestUndeliveredSeconds: oldestUndeliveredSeconds ?? null,
          ...stats,
        };
      },
    }),
  });

  const forget = async (): Promise<void> => {
    const before = new Date(clock().getTime() - days(conversationRetentionDays));
    try {
      await store.purge(before);
      await storage.deleteIdle(before);
      await questionLog.deleteBefore(new Date(clock().getTime() - days(questionRetentionDays)));
    } catch (error) {
      // The next round deletes what this one could not; meanwhile the operator should know that data are kept too long.
      log.error(
        { code: 'RETENTION_FAILED', reason: codeOf(error) },
        'old conversations could not be deleted',
      );
    }
  };
  let broom: NodeJS.Timeout | undefined;

  return {
    async start() {
      const { url } = await server.listen();
      dispatcher.start();
      // The first visitor need not wait for the index to open.
      setImmediate(() => knowledge.findAnswer(corpus.programme.fr, 'fr'));
      await forget();
      broom = setInterval(() => void forget(), hours(6));
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
      clearInterval(broom);
      await Promise.all([server.stop(), dispatcher.stop()]);
      await db.destroy();
      log.info({ code: 'STOPPED' }, 'the assistant has stopped');
    },
  };
}

function siteOf(corpus: Corpus): Site {
  const { name, role, email, phone, address } = corpus.contact;
  return {
    programme: corpus.programme,
    contact: { name, role, email, phone, address },
    conversationRetentionDays,
  };
}
