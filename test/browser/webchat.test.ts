import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { chatInFrame, openChatPage, openTab, type ChatPage } from '../support/chatPage';
import { launchChromium } from '../support/chromium';
import { startAssistant, type RunningAssistant } from '../support/runningAssistant';
import { screenshot } from '../support/screenshot';
import { startSmtpServer, type TestSmtpServer } from '../support/smtpServer';

let browser: Browser;
let assistant: RunningAssistant;
let smtp: TestSmtpServer;
beforeAll(async () => {
  smtp = await startSmtpServer();
  const env = { SMTP_URL: smtp.url, MAIL_FROM: 'assistant@example.fr', LEAD_EMAIL_TO: 'projet@example.fr' };
  [browser, assistant] = await Promise.all([launchChromium(), startAssistant(env)]);
});
afterAll(async () => {
  await browser.close();
  expect(await assistant.stop()).toBe(0);
  assistant.clean();
  await smtp.close();
});

const open = (path = '/chat', options = {}): Promise<ChatPage> =>
  openChatPage(browser, assistant.url + path, options);

/** Nothing is wrong with the page, for people and for browsers. */
async function isSound(chat: ChatPage): Promise<void> {
  expect(await chat.violations()).toEqual([]);
  expect(chat.complaints).toEqual([]);
}

describe('a visitor with a browser', () => {
  it('is greeted, asks, gets an answer with its source, asks on, and finds it all again', async () => {
    const chat = await open();
    expect(await chat.page.title()).toMatch(/^Assistant – /);
    await chat.shows(/assistant automatique/);
    await isSound(chat);
    await screenshot(chat.page, 'chat-greeting');

    await chat.say('Quelles sont les priorités du programme ?');
    await chat.shows(/Source/);
    await isSound(chat);
    await screenshot(chat.page, 'chat-answer');
    const link = chat.page.locator('.webchat__bubble__content a').last();
    expect(await link.getAttribute('href')).toMatch(/^https?:/);
    expect(await link.getAttribute('rel')).toContain('noopener');

    const before = await chat.said();
    await chat.page.reload();
    await chat.shows(/Source/);
    expect(await chat.said()).toEqual(before);
    await chat.close();
  });

  it('tells a project in one sentence, and reads the schemes that fit, on a phone as well', async () => {
    const chat = await open('/chat', { viewport: { width: 390, height: 844 } });
    await chat.shows(/assistant automatique/);
    await chat.say('PME de 40 salariés à Lillebonne, on veut récupérer la chaleur de nos fours, 800 k€');
    await chat.shows(/Fonds chaleur/);
    await isSound(chat);
    await screenshot(chat.page, 'finder-list-phone');
    await chat.say('1');
    await chat.shows(/Avant de partir avec cette aide/);
    await screenshot(chat.page, 'finder-guard-phone');
    await chat.say('la commande est signée');
    await chat.shows(/à confirmer/);
    await isSound(chat);
    await screenshot(chat.page, 'finder-warning-phone');
    await chat.close();
  });

  it('asks with a proposed button, by keyboard alone', async () => {
    const chat = await open();
    await chat.shows(/assistant automatique/);
    await chat.sendBox.focus();
    await chat.page.keyboard.press('Shift+Tab');
    await chat.page.keyboard.press('Enter');
    await chat.shows(/Source/);
    await isSound(chat);
    await chat.close();
  });

  it('asks on about the same subject, and with a proposed button', async () => {
    const chat = await open();
    await chat.shows(/assistant automatique/);
    await chat.say('Qui est le chef de projet ?');
    await chat.shows(/Source/);
    const first = await chat.said();
    await chat.say('Et son téléphone ?');
    await chat.counts(first.length + 2);
    expect((await chat.said()).at(-1)).toMatch(/(\d\d[\s.]?){5}/);
    const proposed = chat.page.locator('.webchat__suggested-action').first();
    await proposed.click();
    await chat.counts(first.length + 4);
    expect((await chat.said()).at(-1)).toMatch(/Source/);
    await isSound(chat);
    await chat.close();
  });

  it('asks to be called back, confirms, and gets a reference that the project lead gets too', async () => {
    const chat = await open();
    await chat.shows(/assistant automatique/);
    await chat.say('Je voudrais être rappelé');
    for (const [question, answer] of [
      [/d’accord/, 'Oui'],
      [/besoin|projet/i, 'Une chaudière biomasse pour notre atelier'],
      [/Quelle est votre entreprise/, 'Forges du Test'],
      [/Dans quelle commune/, 'Passer'],
      [/Quel est votre nom/, 'Jeanne Martin'],
      [/numéro de téléphone/, 'jeanne.martin@example.fr'],
      [/Comment et quand vous joindre/, 'Passer'],
      [/Voici votre demande/, 'Oui'],
    ] as const) {
      await chat.shows(question);
      await chat.say(answer);
    }
    await chat.shows(/référence/);
    await isSound(chat);
    await screenshot(chat.page, 'chat-reference');
    const reference = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec((await chat.said()).at(-1) ?? '')?.[0];
    expect(reference).toBeDefined();
    const mails = await smtp.received(2);
    const sheet = mails.find(({ text }) => text?.includes('Forges du Test'));
    expect(`${sheet?.subject} ${sheet?.text}`).toContain(reference);
    await chat.close();
  });

  it('reads and writes in English, and may change over in the middle', async () => {
    const chat = await open('/chat?lang=en');
    await chat.shows(/automatic assistant|automated assistant/i);
    await isSound(chat);
    await chat.say('What are the priorities of the programme?');
    await chat.shows(/Source/);
    await screenshot(chat.page, 'chat-english');
    await chat.page.getByRole('link', { name: 'Français' }).click();
    await chat.shows(/Source/);
    expect(await chat.page.locator('html').getAttribute('lang')).toBe('fr');
    await chat.close();
  });

  it('needs no more than 320 pixels, light or dark, and can keep the conversation as text', async () => {
    const chat = await open('/chat', { viewport: { width: 320, height: 640 }, colorScheme: 'dark' });
    await chat.shows(/assistant automatique/);
    await chat.say('Qui est le chef de projet ?');
    await chat.shows(/Source/);
    expect(await chat.page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await isSound(chat);
    await screenshot(chat.page, 'chat-320-dark');

    await chat.page.getByRole('button', { name: 'Options de la conversation' }).click();
    await isSound(chat);
    const [download] = await Promise.all([
      chat.page.waitForEvent('download'),
      chat.page.getByRole('button', { name: 'Télécharger la conversation' }).click(),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    expect(download.suggestedFilename()).toBe('conversation.txt');
    expect(text).toContain('Qui est le chef de projet ?');
    expect(text).toMatch(/Vous\n/);
    await chat.close();
  });

  it('can read what becomes of the data before the first message', async () => {
    const chat = await open();
    await chat.page.getByRole('button', { name: 'Vos données' }).press('Enter');
    await chat.page.getByText('supprimés après').waitFor();
    await isSound(chat);
    await chat.page.keyboard.press('Escape');
    await chat.page.getByText('supprimés après').waitFor({ state: 'hidden' });
    await chat.close();
  });

  it('sees whom to contact when the browser runs no scripts', async () => {
    const chat = await open('/chat', { javaScriptEnabled: false });
    await chat.page.locator('noscript .status').waitFor();
    expect(await chat.page.locator('noscript').innerHTML()).toMatch(/a besoin de JavaScript.*href="tel:/s);
    await screenshot(chat.page, 'chat-without-scripts');
    expect(chat.complaints).toEqual([]);
    await chat.close();
  });
});

describe('the sample site', () => {
  const wide = { viewport: { width: 1100, height: 800 } };

  it('opens the chat in a bubble, gives the focus back when it closes, and resumes', async () => {
    const chat = await open('/', wide);
    await isSound(chat);
    const button = chat.page.getByRole('button', { name: 'Une question ?' });
    await button.click();
    const framed = await chatInFrame(chat);
    await framed.shows(/assistant automatique/);
    expect(await framed.violations()).toEqual([]);
    await isSound(chat);
    await screenshot(chat.page, 'site-bubble');
    await framed.say('Qui est le chef de projet ?');
    await framed.shows(/Source/);
    await chat.page.frameLocator('iframe').getByRole('button', { name: 'Fermer l’assistant' }).click();
    await chat.page.waitForSelector('iframe', { state: 'detached' });
    expect(await chat.page.evaluate('document.activeElement.shadowRoot.activeElement.tagName')).toBe(
      'BUTTON',
    );
    await button.click();
    await (await chatInFrame(chat)).shows(/Source/);
    await chat.close();
  });

  it('opens it within the page and as a page', async () => {
    const chat = await open('/', wide);
    await chat.page.getByRole('button', { name: 'Afficher l’assistant dans la page' }).click();
    await (await chatInFrame(chat)).shows(/assistant automatique/);
    expect(await chat.page.locator('#assistant iframe').count()).toBe(1);
    const full = await openTab(chat, `${assistant.url}/chat`);
    await full.shows(/assistant automatique/);
    expect(chat.complaints).toEqual([]);
    await chat.close();
  });
});
