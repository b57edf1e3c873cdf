import type { Browser, Page } from 'playwright-core';
import axe from 'axe-core';
import { openChatPage } from '../support/chatPage';
import { launchChromium } from '../support/chromium';
import { startAssistant, type RunningAssistant } from '../support/runningAssistant';
import { screenshot } from '../support/screenshot';

let browser: Browser;
let assistant: RunningAssistant;
beforeAll(async () => {
  [browser, assistant] = await Promise.all([
    launchChromium(),
    startAssistant({ COMPANY_REGISTRY_URL: 'none' }),
  ]);
});
afterAll(async () => {
  await browser.close();
  expect(await assistant.stop()).toBe(0);
  assistant.clean();
});

/** What axe-core finds wrong on a page. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations: found } = await (window as unknown as { axe: typeof axe }).axe.run();
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(' ')}`);
  });
}
const addresses = [
  '/suivi',
  '/suivi?tri=toutes',
  '/suivi/questions',
  '/suivi/pages',
  '/suivi/pages/edition?id=programme/but',
  '/suivi/pages/historique?id=programme/but',
  '/suivi/acces',
  '/suivi/sessions',
];

it('turns a question without an answer into one, and shows it to the visitor who asked', async () => {
  const question = 'Qui graisse les charnières de nos portails ?';
  const web = await openChatPage(browser, `${assistant.url}/chat`);
  await web.shows(/assistant automatique/);
  await web.say(question);
  await web.shows(/Je n['’]ai pas de réponse sûre/);

  // The policy of the pages keeps out what this test puts in to look for faults.
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, bypassCSP: true });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(assistant.deskLink());
  await page.getByRole('button', { name: 'Entrer' }).click();
  await page.getByRole('heading', { name: 'Demandes' }).waitFor();

  await page.getByRole('link', { name: 'Sans réponse' }).click();
  await page.getByText(question).first().waitFor();
  await screenshot(page, 'desk-questions');
  await page.getByRole('link', { name: `Écrire la réponse : ${question}` }).click();
  await page.locator('#champ-bouton').fill('Portails');
  await page.locator('#champ-texte').fill('Deux serruriers du territoire graissent les portails.');
  // Said at once, without leaving the page.
  await page.getByText('doit citer au moins une source').first().waitFor();
  await page.locator('#champ-sources').fill('article');
  await page.getByText('Rien à corriger.').waitFor();
  await page.getByRole('button', { name: 'Rejouer les questions' }).click();
  await page.getByText('Gagnée', { exact: true }).waitFor();
  await screenshot(page, 'desk-editor');
  await page.locator('#champ-motif').fill('Demandé par une entreprise');
  await page.getByRole('button', { name: 'Publier' }).click();
  await page.getByText('C’est publié').waitFor();

  await web.say(question);
  await web.shows(/Deux serruriers du territoire graissent les portails/);
  await web.close();
  expect(complaints).toEqual([]);

  for (const address of addresses) {
    await page.goto(assistant.url + address);
    expect([address, await violations(page)]).toEqual([address, []]);
  }
  await page.setViewportSize({ width: 390, height: 800 });
  for (const address of ['/suivi', '/suivi/questions', '/suivi/pages']) {
    await page.goto(assistant.url + address);
    expect([address, await violations(page)]).toEqual([address, []]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect([address, overflow]).toEqual([address, 0]);
  }
  await context.close();
});
