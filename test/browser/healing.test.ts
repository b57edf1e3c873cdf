import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { hours } from '../../src/shared/time';
import { chatInFrame, openChatPage, openTab } from '../support/chatPage';
import { launchChromium } from '../support/chromium';
import { startWebService, type WebService } from '../support/webService';

const webDir = join(__dirname, '../../dist/web');
let browser: Browser;
let service: WebService;
let now = new Date();

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  now = new Date();
  service = await startWebService({ webDir, clock: () => now });
});
afterEach(() => service.end());

const open = () => openChatPage(browser, `${service.url}/chat`);

/** What a browser does behind a proxy that lets no socket through. */
const blockedSockets = `
  window.WebSocket = class extends EventTarget {
    readyState = 3;
    constructor() {
      super();
      setTimeout(() => {
        for (const type of ['error', 'close']) {
          const event = new Event(type);
          this.dispatchEvent(event);
          this['on' + type]?.(event);
        }
      });
    }
    send() {}
    close() {}
  };
`;

/** Changes the signature of the kept token, and keeps the page from writing its own again while it goes. */
const forgedToken = `
  const saved = JSON.parse(localStorage.getItem('assistant.conversation'));
  saved.token = saved.token.slice(0, -6) + 'AAAAAA';
  localStorage.setItem('assistant.conversation', JSON.stringify(saved));
  Storage.prototype.setItem = () => undefined;
`;

describe('a conversation on the page', () => {
  it('resumes after a reload, and is the same in two tabs', async () => {
    const chat = await open();
    await chat.shows('Bonjour');
    await chat.say('première');
    await chat.shows('écho : première');
    await chat.page.reload();
    await chat.shows('écho : première');
    const tab = await openTab(chat, `${service.url}/chat`);
    await tab.shows('écho : première');
    await tab.say('depuis l’autre onglet');
    await chat.shows('écho : depuis l’autre onglet');
    expect(await chat.said()).toEqual(await tab.said());
    expect(chat.complaints).toEqual([]);
    await chat.close();
  });

  it('goes on after a restart of the server, with a word to the visitor meanwhile', async () => {
    const chat = await open();
    await chat.shows('Bonjour');
    await chat.say('avant');
    await chat.shows('écho : avant');
    const { port, dataDir } = service;
    await service.stop();
    await chat.page.getByText('L’assistant ne répond pas pour le moment').waitFor();
    await chat.page.getByText('Jeanne Dupont').first().waitFor();
    expect(await chat.violations()).toEqual([]);
    await chat.say('pendant');
    service = await startWebService({ webDir, port, dataDir, clock: () => now });
    await chat.shows('écho : pendant');
    await chat.say('après');
    await chat.shows('écho : après');
    expect((await chat.said()).filter((text) => text === 'pendant')).toHaveLength(1);
    await chat.page.getByText('Votre dernier message a été envoyé de nouveau').waitFor();
    await chat.close();
  });

  it('keeps a message that is written without network and sends it once when the network is back', async () => {
    const chat = await open();
    await chat.shows('Bonjour');
    await chat.page.context().setOffline(true);
    await chat.page.getByText('Vous êtes hors ligne').waitFor();
    await chat.say('dans le tunnel');
    await chat.page.context().setOffline(false);
    await chat.shows('écho : dans le tunnel');
    expect((await chat.said()).filter((text) => text === 'dans le tunnel')).toHaveLength(1);
    await chat.close();
  });

  it('outlives its token, with the message that found it expired', async () => {
    const chat = await open();
    await chat.shows('Bonjour');
    now = new Date(now.getTime() + hours(25));
    await chat.say('le lendemain');
    await chat.shows('écho : le lendemain');
    expect(await chat.said()).toEqual(['Bonjour', 'le lendemain', 'écho : le lendemain']);
    await chat.close();
  });

  it('begins anew, and says the visitor’s message there, when the server has forgotten it', async () => {
    const chat = await open();
    await chat.shows('Bonjour');
    const token = await chat.page.evaluate<string>("localStorage.getItem('assistant.conversation')");
    await service.store.forget((JSON.parse(token) as { conversationId: string }).conversationId);
    await chat.say('encore là ?');
    await chat.shows('écho : encore là ?');
    await chat.close();
  });

  it('works by asking when sockets are blocked', async () => {
    const chat = await openChatPage(browser, `${service.url}/chat`, {
      prepare: async (page) => {
        await page.addInitScript(blockedSockets);
      },
    });
    await chat.shows('Bonjour');
    await chat.say('sans socket');
    await chat.shows('écho : sans socket');
    expect(service.streams.count()).toBe(0);
    await chat.close();
  });

  it('is not taken over with a forged token', async () => {
    const chat = await open();
    await chat.shows('Bonjour');
    await chat.say('secret');
    await chat.shows('écho : secret');
    await chat.page.evaluate(forgedToken);
    await chat.page.reload();
    await chat.page.getByText('la précédente n’est plus disponible').waitFor();
    expect(await chat.said()).toEqual(['Bonjour']);
    await chat.close();
  });

  it('begins anew when the visitor wants it', async () => {
    const chat = await open();
    await chat.shows('Bonjour');
    await chat.say('ancienne');
    await chat.shows('écho : ancienne');
    await chat.page.getByRole('button', { name: 'Options de la conversation' }).click();
    await chat.page.getByRole('button', { name: 'Nouvelle conversation' }).click();
    await chat.page.getByRole('dialog').getByRole('button', { name: 'Nouvelle conversation' }).click();
    await chat.page.getByText('ancienne').first().waitFor({ state: 'detached' });
    await chat.shows('Bonjour');
    expect(await chat.said()).toEqual(['Bonjour']);
    await chat.close();
  });
});

describe('other sites', () => {
  let site: Server;
  let siteUrl: string;
  beforeEach(async () => {
    site = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      // As strict as a site can be: only the assistant's script and frame.
      response.setHeader(
        'content-security-policy',
        `default-src 'none'; script-src ${service.url}; frame-src ${service.url}; img-src data:`,
      );
      response.end(
        `<!doctype html><html lang="fr"><title>Commune</title><link rel="icon" href="data:,"><main><h1>Commune</h1></main>` +
          `<script async src="${service.url}/widget.js" data-campaign="salon"></script></html>`,
      );
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    siteUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    site.closeAllConnections();
    site.close();
  });
  const openSite = () => openChatPage(browser, siteUrl, { viewport: { width: 1000, height: 760 } });

  it('that are allowed load the launcher only, and the chat when it is opened', async () => {
    await service.end();
    service = await startWebService({ webDir, allowedOrigins: [siteUrl] });
    const asked: string[] = [];
    const chat = await openSite();
    chat.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await chat.page.getByRole('button', { name: 'Une question ?' }).waitFor();
    expect(await chat.page.evaluate('document.cookie + JSON.stringify(localStorage)')).toBe('{}');
    expect(asked.filter((path) => path !== '/widget.js' && path !== '/')).toEqual([]);

    await chat.page.getByRole('button', { name: 'Une question ?' }).click();
    const framed = await chatInFrame(chat);
    await framed.shows('Bonjour');
    expect(await chat.violations()).toEqual([]);
    await chat.page.evaluate("Assistant.send('bonjour du site')");
    await framed.shows('écho : bonjour du site');
    await chat.page.evaluate("Assistant.prefill('à compléter')");
    await framed.holds('à compléter');
    expect(chat.complaints.filter((complaint) => !complaint.startsWith(`request: ${service.url}`))).toEqual(
      [],
    );
    await chat.close();
  });

  it('that are not allowed see no chat', async () => {
    const chat = await openSite();
    await chat.page.getByRole('button', { name: 'Une question ?' }).click();
    await chat.complains(/frame-ancestors/);
    await chat.close();
  });
});
