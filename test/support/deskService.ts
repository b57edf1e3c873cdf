import { join } from 'node:path';
import { stringify } from 'yaml';
import { composeDeskAccess, type DeskAccessServices } from '../../src/composeDeskAccess';
import { mailCarrier, mailIdentity } from '../../src/composeDelivery';
import { parseConfig } from '../../src/config';
import { createLetterDispatcher } from '../../src/delivery/letterDispatcher';
import { createNoticeLinks } from '../../src/delivery/noticeLinks';
import { createStreams } from '../../src/directline/streams';
import { createOrigins } from '../../src/http/origins';
import { readForm } from '../../src/http/readForm';
import type { Route } from '../../src/http/route';
import { createServer } from '../../src/http/server';
import type { Corpus } from '../../src/knowledge/corpus';
import { readKnowledge } from '../../src/knowledge/knowledge';
import { systemIds } from '../../src/shared/ids';
import { createLetterRepository } from '../../src/storage/letterRepository';
import { migrateDatabase } from '../../src/storage/migrateDatabase';
import { openDatabase } from '../../src/storage/openDatabase';
import { openBrowser, type BrowserClient } from './browserClient';
import { renderBarePage } from './deskPages';
import { fakeClock } from './fakeClock';
import { aPage, knowledgeFolder } from './knowledgeFolder';
import { logLines } from './logLines';
import { startSmtpServer } from './smtpServer';
import { tempFolder } from './tempFolder';

const person = (name: string, email: string) => ({
  nom: name,
  fonction: { fr: 'cheffe de projet', en: 'project lead' },
  telephone: '01 23 45 67 89',
  courriel: email,
  adresse: '1 place de la Forge, 00000 Forgeville',
});

/** Jeanne gets leads and owns the desk; Paul gets leads. */
export const jeanne = 'jeanne.dupont@example.fr';
export const paul = 'paul.forge@example.fr';

/** A page of the desk as others will be: it shows who is there, and its form changes something. */
function testRoutes({ access }: DeskAccessServices, changes: string[]): readonly Route[] {
  return [
    {
      method: 'get',
      path: '/suivi',
      async handle(request, response) {
        const session = await access.sessionOf(request);
        if (session) await access.record(session, { kind: 'read', subject: 'ABCD-EFGH' });
        response.sendRaw(session ? 200 : 401, session ? JSON.stringify(session) : 'nobody');
      },
    },
    {
      method: 'post',
      path: '/suivi',
      async handle(request, response) {
        const form = await readForm(request, response);
        if (!form) return;
        const session = await access.sessionOf(request);
        const own = session !== undefined && access.isOwnForm(request, session, form);
        if (own) changes.push(session.account.email);
        response.sendRaw(own ? 200 : 403, '');
      },
    },
  ];
}

/** The desk's sign-in as it runs: real HTTP, SQLite, outbox of letters and mail server; only time is the test's. */
export async function startDeskService(
  options: { readonly env?: Readonly<Record<string, string>>; readonly mail?: boolean } = {},
) {
  const { mail = true, env = {} } = options;
  const smtp = await startSmtpServer();
  const dataDir = tempFolder();
  const time = fakeClock();
  const lines = logLines();
  const world = { clock: time.clock, ids: systemIds, log: lines.log };
  const folder = knowledgeFolder({
    'economie/forges.md': aPage(),
    'contacts.yml': stringify({
      defaut: 'jeanne',
      destinataires: { jeanne: person('Jeanne Dupont', jeanne), paul: person('Paul Forge', paul) },
    }),
  });
  const config = parseConfig(
    {
      PORT: '0',
      DATA_DIR: dataDir,
      KNOWLEDGE_DIR: folder,
      ...(mail ? { SMTP_URL: smtp.url, MAIL_FROM: 'assistant@example.org' } : {}),
      ...env,
    },
    '/',
  );
  let corpus: Corpus = readKnowledge([folder]).corpus;
  const db = openDatabase(join(dataDir, 'assistant.db'));
  await migrateDatabase(db);
  const letters = createLetterRepository(db);
  const dispatcher = createLetterDispatcher({
    letters,
    carrier: mailCarrier(config, lines.log),
    mail: {
      identity: mailIdentity(config),
      programme: corpus.programme,
      links: createNoticeLinks({
        publicUrl: 'https://a.example',
        key: Buffer.alloc(32, 7),
        clock: time.clock,
      }),
      deskUrl: 'https://a.example/suivi',
      calendarLink: () => undefined,
    },
    clock: time.clock,
    log: lines.log,
  });
  dispatcher.start();
  const printed: string[] = [];
  const desk = composeDeskAccess(config, () => corpus, db, world, {
    renderPage: renderBarePage,
    async sendLetter(letter) {
      await letters.add(letter);
      dispatcher.wake();
    },
    print: (line) => void printed.push(line),
  });
  const changes: string[] = [];
  const server = createServer({
    host: '127.0.0.1',
    port: 0,
    publicUrl: config.publicUrl,
    origins: createOrigins(config.publicUrl, []),
    routes: [...desk.routes, ...testRoutes(desk, changes)],
    streamServer: { upgrade: (_request, socket) => void socket.destroy() },
    streams: createStreams(),
    finishTurns: async () => undefined,
    log: lines.log,
  });
  const { port } = await server.listen();
  const url = `http://127.0.0.1:${port}`;
  await desk.start({ url: config.publicUrl ?? url });
  let mails = 0;

  return {
    ...time,
    ...desk,
    url,
    db,
    dataDir,
    /** The log so far. */
    log: lines.text,
    logCodes: lines.codes,
    mails: smtp.mails,
    /** Resolves once that many mails are in. */
    received: (count: number) => smtp.received(count),
    /** What the operator's screen showed. */
    printed,
    /** Whose forms were accepted. */
    changes,
    /** Takes a recipient out of the knowledge. */
    dismiss(id: string) {
      const [first, ...others] = corpus.recipients;
      corpus = { ...corpus, recipients: [first, ...others.filter((one) => one.id !== id)] };
    },
    browser: (userAgent?: string): BrowserClient => openBrowser(url, userAgent),
    /** Asks for a link and reads the mail. @returns the key in it */
    async keyFor(email: string): Promise<string> {
      await openBrowser(url).post('/suivi/connexion', { courriel: email });
      mails += 1;
      const received = await smtp.received(mails);
      return keyIn(received[mails - 1]?.text);
    },
    /** Signs in by mail, in a new browser or a given one. */
    async signIn(email: string, browser = openBrowser(url)): Promise<BrowserClient> {
      const answer = await browser.post('/suivi/entrer', { cle: await this.keyFor(email) });
      if (answer.location !== '/suivi') throw new Error(`not signed in: ${answer.status}`);
      return browser;
    },
    async end() {
      await server.stop();
      await dispatcher.stop();
      await db.destroy();
      await smtp.close();
    },
  };
}

export type DeskService = Awaited<ReturnType<typeof startDeskService>>;

/** The key of the link in a text. */
export function keyIn(text: string | undefined): string {
  const key = /\/suivi\/entrer\?cle=([\w-]+)/.exec(text ?? '')?.[1];
  if (key === undefined) throw new Error('there is no link');
  return key;
}

/** The token in a page's forms. */
export function tokenIn(html: string): string {
  const token = /name="jeton" value="([\w-]+)"/.exec(html)?.[1];
  if (token === undefined) throw new Error('there is no token');
  return token;
}
