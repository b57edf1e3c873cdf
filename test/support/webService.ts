import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBotAdapter, type BotAdapter, type TurnLogic } from '../../src/bot/botAdapter';
import { createTurnQueue } from '../../src/bot/turnQueue';
import type { BotCredentials } from '../../src/config';
import { createConversations } from '../../src/directline/conversations';
import type { ConversationStore } from '../../src/directline/conversationStore';
import { createDirectLine } from '../../src/directline/directLine';
import { createLocalConnector } from '../../src/directline/localConnector';
import { readSigningKey } from '../../src/directline/signingKey';
import { createStreams, type Streams } from '../../src/directline/streams';
import { createStreamServer } from '../../src/directline/streamServer';
import { createLocalTokenIssuer, type TokenIssuer } from '../../src/directline/tokenIssuer';
import { createTokens, type Tokens } from '../../src/directline/tokens';
import { createNoticeLinks } from '../../src/delivery/noticeLinks';
import { createOrigins } from '../../src/http/origins';
import { createRoutes } from '../../src/http/routes';
import { createServer } from '../../src/http/server';
import type { Site } from '../../src/http/site';
import { readWebAssets } from '../../src/http/webAssets';
import type { NoticeLinks } from '../../src/notices/noticeLinks';
import type { WatchedScheme } from '../../src/notices/watch';
import { createWatchDesk } from '../../src/notices/watchDesk';
import { createWatchRepository } from '../../src/storage/watchRepository';
import { systemIds } from '../../src/shared/ids';
import { createLog } from '../../src/shared/log';
import { systemClock, type After, type Clock } from '../../src/shared/time';
import { createDirectLineRepository } from '../../src/storage/directLineRepository';
import { createFindStatus } from '../../src/leads/findStatus';
import type { LeadLinks } from '../../src/leads/leadLinks';
import { echoBot } from './echoBot';
import { openLeadStore, recipients, type LeadStore } from './leadStore';
import { contactOf, linksFor, pageNames } from './mails';
import { writeWebAssets } from './writeWebAssets';

/** A programme and a contact that exist nowhere. */
export const site: Site = {
  programme: { fr: 'Vallée des Forges', en: 'Forge Valley' },
  contact: {
    name: 'Jeanne Dupont',
    role: { fr: 'cheffe de projet', en: 'project lead' },
    email: 'jeanne.dupont@example.fr',
    phone: '01 23 45 67 89',
    address: '1 place de la Forge, 00000 Forgeville',
  },
  conversationRetentionDays: 30,
};

export interface WebService {
  readonly url: string;
  readonly port: number;
  readonly tokens: Tokens;
  readonly store: ConversationStore;
  readonly streams: Streams;
  readonly adapter: BotAdapter;
  /** The lines of the log, as they were written. */
  readonly logLines: readonly string[];
  readonly dataDir: string;
  readonly leads: LeadStore;
  /** Links to the pages about leads, as mails hold them. */
  readonly links: LeadLinks;
  /** Links to the pages of notices. */
  readonly noticeLinks: NoticeLinks;
  /** Stops the service; its data stay for `startWebService({ dataDir })`. */
  stop(): Promise<void>;
  /** Stops the service and removes its data. */
  end(): Promise<void>;
}

/** The website's channel and the Bot Framework endpoint as they run, with real HTTP, sockets and SQLite, and an echo bot. */
export async function startWebService(
  options: {
    readonly logic?: TurnLogic;
    readonly onTurnFailure?: TurnLogic;
    readonly credentials?: BotCredentials;
    readonly allowedOrigins?: readonly string[];
    readonly publicUrl?: string;
    readonly issuer?: TokenIssuer;
    readonly dataDir?: string;
    readonly webDir?: string;
    readonly port?: number;
    readonly clock?: Clock;
    readonly after?: After;
    readonly theme?: string;
    readonly directLineUrls?: readonly string[];
    readonly schemes?: readonly WatchedScheme[];
  } = {},
): Promise<WebService> {
  const logLines: string[] = [];
  const log = createLog('debug', { write: (line: string) => void logLines.push(line) });
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'web-service-'));
  const clock = options.clock ?? systemClock;
  const leadStore = await openLeadStore(dataDir, clock);
  const { db } = leadStore;
  const bot = { id: 'assistant', name: 'Assistant' };
  const queue = createTurnQueue();
  const store = createDirectLineRepository(db);
  const streams = createStreams();
  const conversations = createConversations({ store, streams, clock });
  const tokens = createTokens(readSigningKey(join(dataDir, 'directline.key')), clock);
  const logic = options.logic ?? echoBot;
  const adapter = createBotAdapter({
    credentials: options.credentials,
    queue,
    log,
    onTurnFailure:
      options.onTurnFailure ??
      (async (context) => {
        await context.sendActivity('Désolé, je n’ai pas pu répondre.');
      }),
    localConnector: createLocalConnector({ conversations, bot, ids: systemIds }),
  });
  const links = linksFor(clock, options.publicUrl);
  const noticeLinks = createNoticeLinks({
    publicUrl: options.publicUrl ?? 'https://assistant.example.org',
    key: Buffer.alloc(32, 7),
    clock,
  });
  const watchDesk = createWatchDesk({
    watches: createWatchRepository(db),
    schemeOf: (id) => options.schemes?.find((scheme) => scheme.id === id),
    forgetCopies: async () => undefined,
    clock,
    timeZone: 'Europe/Paris',
  });
  const origins = createOrigins(options.publicUrl, options.allowedOrigins ?? []);
  const server = createServer({
    host: '127.0.0.1',
    port: options.port ?? 0,
    publicUrl: options.publicUrl,
    origins,
    streams,
    log,
    streamServer: createStreamServer({ conversations, tokens, isAllowedOrigin: origins.allows, log }),
    finishTurns: () => queue.stop(),
    routes: createRoutes({
      further: [],
      site: { ...site, theme: options.theme },
      assets: readWebAssets(options.webDir ?? writeWebAssets(join(dataDir, 'web'))),
      origins,
      adapter,
      logic,
      directLine: createDirectLine({
        conversations,
        tokens,
        bot,
        clock,
        ...(options.after ? { after: options.after } : {}),
        ids: systemIds,
        log,
        runTurn: (id, activity) => adapter.handleLocalActivity(id, activity, logic),
      }),
      issuer: options.issuer ?? createLocalTokenIssuer(tokens, systemIds),
      directLineUrls: options.directLineUrls ?? [],
      readiness: async () => ({ ready: true, passages: 0 }),
      leadPages: {
        leads: leadStore.leads,
        links,
        followLead: leadStore.follow,
        findStatus: createFindStatus(leadStore.leads),
        recipients: () => recipients,
        contactOf,
        names: pageNames,
        promiseDays: 2,
        clock,
      },
      noticePages: { watchDesk, noticeLinks },
      calendars: {
        schemeOf: (id) => options.schemes?.find((scheme) => scheme.id === id),
        timeZone: 'Europe/Paris',
        host: 'assistant.example.org',
        clock,
      },
      log,
    }),
  });
  const { port } = await server.listen();
  async function stop(): Promise<void> {
    await server.stop();
    await db.destroy();
  }
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    tokens,
    store,
    streams,
    adapter,
    logLines,
    dataDir,
    leads: leadStore,
    links,
    noticeLinks,
    stop,
    async end() {
      await stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
