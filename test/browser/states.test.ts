import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { TurnContext } from 'botbuilder';
import type { Browser } from 'playwright-core';
import { chatInFrame, openChatPage, type ChatPage } from '../support/chatPage';
import { launchChromium } from '../support/chromium';
import { echoBot } from '../support/echoBot';
import { startAssistant } from '../support/runningAssistant';
import { screenshot } from '../support/screenshot';
import { startWebService, type WebService } from '../support/webService';

const webDir = join(__dirname, '../../dist/web');
const theme = '@media (prefers-color-scheme:light){:root{--accent:#8a1538}}';
let browser: Browser;
let service: WebService;
let site: Server;
let siteUrl: string;
/** Lets the answer to `lent` come. */
let release: () => void;

beforeAll(async () => {
  site = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader(
      'content-security-policy',
      `default-src 'none'; script-src ${service.url}; frame-src ${service.url}; img-src data:`,
    );
    response.end(
      `<!doctype html><html lang="fr"><title>Commune</title><link rel="icon" href="data:,"><main><h1>Commune</h1><div id="ici"></div></main>` +
        `<script async src="${service.url}/widget.js" data-mode="inline" data-target="#ici" data-open="true" data-label="Nous écrire" data-lang="en"></script></html>`,
    );
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  siteUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  browser = await launchChromium();
  service = await startWebService({
    webDir,
    theme,
    allowedOrigins: [siteUrl],
    logic: async (context: TurnContext) => {
      if (context.activity.text === 'lent') await released;
      await echoBot(context);
    },
  });
});
afterAll(async () => {
  await browser.close();
  await service.end();
  site.closeAllConnections();
  site.close();
});

async function begun(options = {}): Promise<ChatPage> {
  const chat = await openChatPage(browser, `${service.url}/chat`, options);
  await chat.shows('Bonjour');
  return chat;
}

describe('the chat page', () => {
  it('lets a card be filled in and sent by keyboard', async () => {
    const chat = await begun();
    await chat.say('carte');
    await chat.page.getByRole('textbox', { name: 'Nom' }).focus();
    await chat.page.keyboard.type('Forges');
    await chat.page.keyboard.press('Tab');
    await chat.page.keyboard.press('Enter');
    await chat.shows(/verb.*Forges/);
    // For some seconds Web Chat keeps a copy of the card for screen readers, whose input bears no label.
    await chat.page.locator('.webchat__live-region-transcript label').waitFor({ state: 'detached' });
    expect(await chat.violations()).toEqual([]);
    await chat.close();
  });

  it('shows that an answer is coming when it takes long', async () => {
    const chat = await begun();
    await chat.say('lent');
    await chat.page.locator('.webchat__typingIndicator, .webchat__typing-indicator').first().waitFor();
    expect(await chat.violations()).toEqual([]);
    await screenshot(chat.page, 'chat-typing');
    release();
    await chat.shows('écho : lent');
    await chat.close();
  });

  it('wears the operator’s colours, where they are meant to be worn', async () => {
    const accent = "getComputedStyle(document.documentElement).getPropertyValue('--accent').trim()";
    const light = await begun({ colorScheme: 'light' });
    expect(await light.page.evaluate(accent)).toBe('#8a1538');
    expect(await light.violations()).toEqual([]);
    expect(light.complaints).toEqual([]);
    await screenshot(light.page, 'chat-theme');
    await light.close();
    const dark = await begun({ colorScheme: 'dark' });
    expect(await dark.page.evaluate(accent)).toBe('#7cc4d1');
    await dark.close();
  });

  it('is sound without network, refused, and while it asks before a new conversation', async () => {
    const chat = await begun();
    await chat.page.getByRole('button', { name: 'Options de la conversation' }).press('Enter');
    await chat.page.getByRole('button', { name: 'Nouvelle conversation' }).press('Enter');
    await chat.page.getByRole('dialog', { name: 'Commencer' }).waitFor();
    expect(await chat.violations()).toEqual([]);
    await chat.page.keyboard.press('Escape');
    await chat.page.context().setOffline(true);
    await chat.page.getByText('Vous êtes hors ligne').waitFor();
    expect(await chat.violations()).toEqual([]);
    await screenshot(chat.page, 'chat-offline');
    await chat.close();

    const refused = await openChatPage(browser, `${service.url}/chat`, {
      prepare: async (page) => {
        await page.route('**/api/webchat/token', (route) => route.fulfill({ status: 403, json: {} }));
      },
    });
    await refused.page.getByText('n’est pas autorisée').waitFor();
    expect(await refused.violations()).toEqual([]);
    await screenshot(refused.page, 'chat-refused');
    await refused.close();
  });
});

it('a site with a strict policy shows the chat within its page, in its language', async () => {
  const chat = await openChatPage(browser, siteUrl, { viewport: { width: 900, height: 800 } });
  const framed = await chatInFrame(chat);
  await framed.shows('Hello');
  expect(await chat.page.locator('#ici iframe').count()).toBe(1);
  await chat.page.getByRole('button', { name: 'Close the assistant' }).click();
  await chat.page.getByRole('button', { name: 'Nous écrire' }).waitFor();
  expect(chat.complaints.filter((complaint) => !complaint.startsWith(`request: ${service.url}`))).toEqual([]);
  await chat.close();
});

it('a form half filled outlives a restart of the assistant', async () => {
  const assistant = await startAssistant();
  const chat = await openChatPage(browser, `${assistant.url}/chat`);
  await chat.shows(/assistant automatique/);
  await chat.say('Je voudrais être rappelé');
  await chat.shows(/d’accord/);
  await chat.say('Oui');
  await chat.say('Passer');
  await chat.shows(/Quelle est votre entreprise/);
  expect(await assistant.stop()).toBe(0);
  const again = await startAssistant({ PORT: new URL(assistant.url).port }, assistant.dataDir);
  await chat.say('Forges du Test');
  await chat.shows(/Dans quelle commune/);
  await chat.close();
  await again.stop();
  again.clean();
});
