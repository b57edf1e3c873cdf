import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { cardFaults } from '../support/adaptiveCards';
import { openChatPage } from '../support/chatPage';
import { launchChromium } from '../support/chromium';
import { openPlayground, type Playground, type ShownMessage } from '../support/playground';
import { startAssistant, type RunningAssistant } from '../support/runningAssistant';
import { screenshot } from '../support/screenshot';

const recipientId = 'thierry-gallerand';

let browser: Browser;
let assistant: RunningAssistant;
let client: Playground;
beforeAll(async () => {
  [browser, assistant] = await Promise.all([
    launchChromium(),
    startAssistant({ COMPANY_REGISTRY_URL: 'none' }),
  ]);
  client = await openPlayground(browser, assistant.url);
});
afterAll(async () => {
  await client.close();
  await browser.close();
  expect(await assistant.stop()).toBe(0);
  assistant.clean();
});

const textOf = (messages: readonly ShownMessage[]) => messages.map(({ text }) => text).join('\n');
const cardsOf = (messages: readonly ShownMessage[]) => messages.flatMap(({ cards }) => cards);
const sound = (messages: readonly ShownMessage[]) => {
  for (const card of cardsOf(messages)) expect(cardFaults(card)).toEqual([]);
};
/** The code that an operator reads out. */
const code = (): string => {
  const program = join(__dirname, '../../bin/assistant.js');
  const env = { PATH: process.env.PATH, DATA_DIR: assistant.dataDir };
  const printed = execFileSync(process.execPath, [program, 'teams', 'pair', recipientId], {
    env,
    encoding: 'utf8',
  });
  return /relier \d{6}/.exec(printed)![0];
};

it('serves a visitor and the project lead in Microsoft’s client for Teams', async () => {
  await client.open('Personal Chat');
  const answer = await client.say('Quelles sont les priorités du programme ?');
  expect(textOf(answer)).toContain('Source');
  sound(answer);
  await screenshot(client.page, 'teams-answer');

  expect(textOf(await client.say('relier 000000'))).toMatch(/n'?’?est pas|ne fonctionne pas|does not work/);
  expect(textOf(await client.say(code()))).toMatch(/Thierry Gallerand/);

  const list = await client.say(
    'PME de 40 salariés à Lillebonne, on veut récupérer la chaleur de nos fours, 800 k€',
  );
  sound(list);
  const form = await client.press('En parler au chef de projet');
  expect(textOf(form)).toContain('d’accord');
  await client.press('Oui');
  for (const said of ['Forges Dupont', 'Ada Martin', '02 35 12 34 56', 'passer', 'passer'])
    await client.say(said);
  expect(textOf(await client.say('oui'))).toContain("C'est enregistré");

  const arrived = await client.waitFor(({ cards }) =>
    JSON.stringify(cards).includes('Personne n’a encore pris'),
  );
  sound([arrived]);
  expect(JSON.stringify(arrived.cards)).toContain('récupération de chaleur');
  await screenshot(client.page, 'teams-lead');
  const taken = await client.press('Je prends');
  expect(taken[0]!.action).toBe('invoke 200');
  expect(JSON.stringify(taken[0]!.cards)).toContain('Thierry Gallerand s’occupe de cette demande');
  sound(taken);
  // In place, and not once more.
  const updated = await client.waitFor(
    ({ action, cards }) => /update/i.test(action) && JSON.stringify(cards).includes('s’occupe'),
  );
  sound([updated]);
  const undone = await client.press('Annuler (une minute)');
  expect(JSON.stringify(undone[0]!.cards)).toContain('Personne n’a encore pris');
});

it('answers in a group when it is named', async () => {
  await client.open('Group Chat');
  await client.say('Qui est le chef de projet ?', true);
  sound([await client.waitFor(({ text }) => text.includes('06 80 96 16 52'))]);
});

it('finds pages from the message box and puts them into the message', async () => {
  await client.open('Personal Chat');
  const titles = await client.search('waste heat');
  await client.page.getByText(titles[0]!).last().click();
  await client.page.getByRole('button', { name: 'Propose a correction' }).last().waitFor();
  await screenshot(client.page, 'teams-search');
  await client.page.getByRole('button', { name: 'Send Message' }).click();
});

it('lets the project lead answer a visitor of the website in person, both ways, until one of them ends it', async () => {
  await client.open('Personal Chat');
  await client.say(code());
  const web = await openChatPage(browser, `${assistant.url}/chat`);
  await web.shows(/assistant automatique/);
  const writing: string[] = [];
  web.page.on('request', (request) => {
    if (request.postData()?.includes('"typing"')) writing.push(request.url());
  });
  await web.say('rappelez-moi');
  await web.shows(/d’accord/);
  for (const [said, then] of [
    ['oui', /De quoi s['’]agit-il/],
    ['un terrain pour une usine', /Quelle est votre entreprise/],
    ['Forges Dupont', /Dans quelle commune/],
    ['Lillebonne', /Quel est votre nom/],
    ['Jeanne Roux', /À quel numéro/],
    ['02 35 12 34 57', /de préférence/],
    ['passer', /Je l['’]envoie/],
    ['oui', /C['’]est enregistré/],
  ] as const) {
    await web.say(said);
    await web.shows(then);
  }
  await client.waitFor(({ cards }) => JSON.stringify(cards).includes('Jeanne Roux'));
  await client.press('Répondre en direct');
  await web.shows(/vous répond maintenant en direct/);
  await client.write('Bonjour, quelle surface cherchez-vous ?');
  await web.shows(/quelle surface cherchez-vous/);
  // Only a person has a use for knowing that somebody writes.
  expect(writing).toEqual([]);
  const before = client.writings();
  await web.say('Deux hectares');
  expect(writing).not.toEqual([]);
  await client.waitFor(({ text }) => text === 'Jeanne Roux : Deux hectares');
  expect(client.writings()).toBeGreaterThan(before);
  await screenshot(web.page, 'live-website');
  await screenshot(client.page, 'live-teams');
  await web.say('terminer');
  await web.shows(/L[’']assistant vous répond de nouveau/);
  await client.waitFor(({ text }) => text.includes('gardé avec la demande'));
  await web.close();
});
