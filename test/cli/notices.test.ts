import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { runAssistant, serveAssistant, type ServingProcess } from '../support/assistantProcess';
import { directLineClient } from '../support/directLineClient';
import { aPage, knowledgeFolder, thirtyWaysToAsk } from '../support/knowledgeFolder';
import { startSmtpServer, type TestSmtpServer } from '../support/smtpServer';
import { tempFolder } from '../support/tempFolder';

/** A scheme that is open for the next centuries, and whose official page is on this machine. */
const aScheme = (url = 'https://banque.example/forge') =>
  aPage({
    titre: 'Prêt Forge',
    type: 'aide',
    theme: 'aides',
    questions: ['prêt forge', ...thirtyWaysToAsk('le prêt forge')],
    aide: {
      sigles: ['PF'],
      operateur: 'Banque des Forges',
      niveau: 'etat',
      nature: ['pret'],
      themes: ['energie'],
      objet: 'Une forge.',
      pour_qui: 'Les forges.',
      fermeture: '2399-12-31',
      url,
      confiance: 'certain',
    },
  });
const intents = stringify({
  greet: { fr: ['bonjour'], en: ['hello'] },
  notifyMe: { fr: ['me prévenir', 'prévenez-moi'], en: ['notify me'] },
});

describe('assistant knowledge links', () => {
  let server: Server;
  let url: string;
  const gone = new Set<string>();
  beforeEach(async () => {
    gone.clear();
    server = createServer((request, response) => {
      const path = request.url ?? '';
      response.statusCode = path === '/robots.txt' || gone.has(path) ? 404 : 200;
      response.end();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => server.close());

  const run = async (cwd: string, ...args: string[]) =>
    runAssistant(['knowledge', 'links', '--delay', '0', ...args], {
      cwd,
      env: {
        PUBLIC_URL: 'https://assistant.example.org',
        KNOWLEDGE_DIR: knowledgeFolder({
          'aides/forge.md': aScheme(`${url}/forge`),
          'sources.yml': stringify({
            registre: { titre: 'Le registre', url: `${url}/registre`, lue_le: '2026-01-10' },
          }),
        }),
      },
    });

  it('counts what is in order, and ends with 0', async () => {
    const { code, out, err } = await run(tempFolder());
    expect(out).toBe(
      '2 liens. morts : 0 ; déplacés pour de bon : 0 ; en difficulté (à revoir plus tard) : 0 ; refusent les robots (à ouvrir soi-même) : 0 ; en ordre : 2\n',
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it('names what is dead with its place, keeps the result, and ends with 1', async () => {
    gone.add('/forge');
    const cwd = tempFolder();
    const { code, out } = await run(cwd);
    expect(out).toContain(`Morts (1)\n  ${url}/forge [404]\n    aides/forge.md\n`);
    expect(code).toBe(1);
    const kept = JSON.parse(readFileSync(join(cwd, 'data/links.json'), 'utf8')) as { results: object[] };
    expect(kept.results).toContainEqual({ url: `${url}/forge`, state: 'dead', reason: '404' });
  });

  it('prints JSON when asked to', async () => {
    const { out } = await run(tempFolder(), '--json');
    expect(JSON.parse(out)).toContainEqual({
      url: `${url}/registre`,
      state: 'ok',
      places: ['sources.yml (registre)'],
    });
  });

  it.each([
    ['--delay', 'soon'],
    ['--hosts', '0'],
    ['--timeout', ''],
  ])('refuses %s %s', async (option, value) => {
    const cwd = tempFolder();
    const { code, err } = await run(cwd, option, value);
    expect(err).toMatch(new RegExp(`COMMAND_INVALID: ${option}`));
    expect(code).toBe(1);
    expect(existsSync(join(cwd, 'data/links.json'))).toBe(false);
  });
});

describe('the service', () => {
  let smtp: TestSmtpServer;
  let service: ServingProcess;
  beforeAll(async () => {
    smtp = await startSmtpServer();
  });
  afterAll(() => smtp.close());
  afterEach(() => service.end('SIGKILL'));

  it('tells who asked: confirmed by the mail, kept over a restart, exported and erased by address', async () => {
    const cwd = tempFolder();
    const env = {
      SMTP_URL: smtp.url,
      MAIL_FROM: 'assistant@example.org',
      KNOWLEDGE_DIR: knowledgeFolder({ 'aides/forge.md': aScheme(), 'intents.yml': intents }),
    };
    service = await serveAssistant({ cwd, env });
    const client = directLineClient(service.url);
    const { body: session } = await client.start((await client.token()).token);
    for (const text of ['prêt forge', 'me prévenir', 'Ada.Martin@example.fr']) {
      await client.say(session, { type: 'message', text, locale: 'fr-FR' });
    }
    const [confirm] = await smtp.received(1);
    expect(confirm!.subject).toBe('[Vallée des Forges] Confirmez : être prévenu pour « Prêt Forge »');
    await service.end('SIGTERM');

    service = await serveAssistant({ cwd, env });
    const token = /\/alertes\/confirmer\?cle=(\S+)/.exec(confirm!.text ?? '')![1]!;
    const done = await fetch(`${service.url}/alertes/confirmer`, {
      method: 'POST',
      body: new URLSearchParams({ cle: token }),
    });
    expect(await done.text()).toContain('C’est confirmé');
    const calendar = await fetch(`${service.url}/aides/forge/calendrier.ics`);
    expect(await calendar.text()).toContain('DTSTART;VALUE=DATE:23991231');

    const privacy = (...args: string[]) =>
      runAssistant(['privacy', ...args, '--email', 'ada.martin@EXAMPLE.fr'], { cwd, env });
    const copy = JSON.parse((await privacy('export')).out) as { watches: object[] };
    expect(copy.watches).toMatchObject([{ email: 'Ada.Martin@example.fr', schemeId: 'aides/forge' }]);
    expect((await privacy('erase')).err).toContain('1 wish(es) to be told of a scheme');
    expect(JSON.parse((await privacy('erase', '--yes')).out)).toMatchObject({ watches: 1 });
    expect(JSON.parse((await privacy('export')).out)).toMatchObject({ watches: [] });
    expect(service.log()).not.toMatch(/martin/i);
  });
});
