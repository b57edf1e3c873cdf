import { join } from 'node:path';
import { ConversationState, type Storage } from 'botbuilder-core';
import { AssistantBot } from './bot/assistantBot';
import { createBotAdapter, type TurnLogic } from './bot/botAdapter';
import { createTurnQueue } from './bot/turnQueue';
import type { Config } from './config';
import { createDispatcher, type Dispatcher } from './delivery/dispatcher';
import { createFolderDelivery } from './delivery/folderDelivery';
import { createSmtpDelivery } from './delivery/smtpDelivery';
import { createRootDialog, type RootDialog } from './dialogs/rootDialog';
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
import { readWebAssets } from './http/webAssets';
import type { Corpus } from './knowledge/corpus';
import { readKnowledge, type Knowledge } from './knowledge/knowledge';
import { createKnowledgeCache } from './knowledge/knowledgeCache';
import { createSubmitLead, type SubmitLead } from './leads/submitLead';
import type { Ids } from './shared/ids';
import type { Log } from './shared/log';
import { days, hours, type Clock } from './shared/time';
import { createBotStorage } from './storage/botStorage';
import { createDirectLineRepository } from './storage/directLineRepository';
import { createLeadRepository } from './storage/leadRepository';
import { migrateDatabase } from './storage/migrateDatabase';
import { openDatabase } from './storage/openDatabase';
import { createOutboxRepository } from './storage/outboxRepository';

/** What every part may need from outside. */
export interface World {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
}

/** Days without a message after which a conversation and its state are deleted. */
const conversationRetentionDays = 30;

/** The conversation over given knowledge and storage: what the service, the command line and the transcripts share. */
export function composeConversation(
  parts: { readonly knowledge: () => Knowledge; readonly storage: Storage; readonly submitLead: SubmitLead },
  world: World,
): { readonly logic: TurnLogic; readonly dialog: RootDialog } {
  const conversationState = new ConversationState(parts.storage);
  const dialog = createRootDialog({
    knowledge: parts.knowledge,
    conversationState,
    submitLead: parts.submitLead,
    ...world,
    today: () => parisDay(world.clock),
  });
  const bot = new AssistantBot(dialog, conversationState);
  return { logic: (context) => bot.run(context), dialog };
}

/** Set by the bundler to a hash of the sources; absent in tests, which then index anew. */
declare const BUILD_ID: string | undefined;

/**
 * The knowledge of the configured folders.
 * @throws AppError KNOWLEDGE_INVALID
 */
export function openKnowledge(config: Config): Knowledge {
  if (typeof BUILD_ID === 'undefined') return readKnowledge(config.knowledgeDirs);
  const file = join(config.dataDir, 'cache', 'knowledge.bin');
  return readKnowledge(config.knowledgeDirs, createKnowledgeCache(file, config.knowledgeDirs, BUILD_ID));
}

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
  const { logic, dialog } = composeConversation({ knowledge: () => knowledge, storage, submitLead }, world);

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
      site: siteOf(corpus),
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
    await store.purge(before);
    await storage.deleteIdle(before);
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

function composeDispatcher(
  config: Config,
  corpus: Corpus,
  db: ReturnType<typeof openDatabase>,
  { clock, log }: World,
): Dispatcher {
  const host = config.publicUrl ? new URL(config.publicUrl).hostname : 'localhost';
  const identity = {
    from: config.mail.from ?? `assistant@${host}`,
    programme: corpus.programme.fr,
    host,
  };
  const delivery = config.mail.smtpUrl
    ? createSmtpDelivery({ smtpUrl: config.mail.smtpUrl, identity, clock })
    : createFolderDelivery({ folder: join(config.dataDir, 'mail'), identity, clock, log });
  return createDispatcher({
    outbox: createOutboxRepository(db),
    leads: createLeadRepository(db),
    deliveries: [delivery],
    clock,
    log,
  });
}

function recipientOf(corpus: Corpus, config: Config) {
  const { id, name, email } = corpus.contact;
  return { id, name, email: config.mail.leadTo ?? email };
}

function siteOf(corpus: Corpus): Site {
  const { name, role, email, phone, address } = corpus.contact;
  return {
    programme: corpus.programme,
    contact: { name, role, email, phone, address },
    conversationRetentionDays,
  };
}

/** The ISO day in the territory's time zone: a scheme that closes on a day is open until midnight there. */
function parisDay(clock: Clock): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(clock());
}
