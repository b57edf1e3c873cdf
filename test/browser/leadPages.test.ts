import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { createLeadMail } from '../../src/delivery/leadMail';
import type { LeadMessage } from '../../src/leads/leadMessages';
import { fakeClock } from '../support/fakeClock';
import { fullLead } from '../support/fullLead';
import { launchChromium } from '../support/chromium';
import { mailDepsFor } from '../support/mails';
import { jeannesEntry, jeannesFile } from '../support/people';
import { screenshot } from '../support/screenshot';
import { startWebService, type WebService } from '../support/webService';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** A phone of the smallest kind, and a screen. */
const widths = [320, 900] as const;
let browser: Browser;
let service: WebService;
beforeAll(async () => {
  browser = await launchChromium();
  service = await startWebService({ clock: fakeClock().clock });
});
afterAll(async () => {
  await browser.close();
  await service.end();
});

/** What a reader with or without good eyes would stumble over. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    (
      globalThis as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      }
    ).axe.run(),
  );
  // Landmarks are for pages; a mail stands in a page of the mail program.
  const faults = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  const { scrollWidth, clientWidth } = await page.locator('html').evaluate((root) => {
    const { scrollWidth, clientWidth } = root as unknown as { scrollWidth: number; clientWidth: number };
    return { scrollWidth, clientWidth };
  });
  return scrollWidth > clientWidth
    ? [...faults, `scrolls sideways: ${scrollWidth} > ${clientWidth}`]
    : faults;
}

async function look(name: string, open: (page: Page) => Promise<unknown>): Promise<string[]> {
  const faults: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of widths) {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme,
        bypassCSP: true,
      });
      const page = await context.newPage();
      await open(page);
      faults.push(...(await faultsOf(page)).map((fault) => `${width} ${colorScheme}: ${fault}`));
      await screenshot(page, `${name}-${width}-${colorScheme}`);
      await context.close();
    }
  }
  return faults;
}

const company = { id: 'company', name: 'Jeanne Dupont', email: 'jeanne.dupont@example.fr' };
it.each<[LeadMessage, boolean]>([
  ['callSheet', false],
  ['escalation', false],
  ['receipt', true],
  ['closed', true],
  ['erasure', false],
])('the mail %s can be read on any screen and by screen readers', async (message, isForCompany) => {
  const entry = jeannesEntry({ message, ...(isForCompany ? { recipient: company } : {}) });
  const file = jeannesFile({ lead: fullLead() });
  const mail = createLeadMail(mailDepsFor())(entry, { reference: file.lead.reference, file })!;
  const faults = await look(`mail-${message}`, (page) => page.setContent(mail.html));
  expect(faults.filter((fault) => !/ (region|landmark-one-main): /.test(fault))).toEqual([]);
});

it('the pages about a lead can be used on any screen and by screen readers', async () => {
  const { reference } = await service.leads.submit({ submissionId: 'one', draft: fullLead() });
  const lead = (await service.leads.leads.findByReference(reference))!;
  const here = (link: string): string => link.replace('https://assistant.example.org', service.url);
  const sheet = here(service.links.recipient(lead, 'contact', 'take'));
  expect(await look('fiche-prendre', (page) => page.goto(sheet))).toEqual([]);
  expect(await look('demande', (page) => page.goto(here(service.links.company(lead))))).toEqual([]);
  expect(await look('demande-sans-lien', (page) => page.goto(`${service.url}/demande/${reference}`))).toEqual(
    [],
  );
  expect(await look('fiche-lien-perdu', (page) => page.goto(`${service.url}/fiche/${reference}`))).toEqual(
    [],
  );

  const page = await browser.newPage({ viewport: { width: 400, height: 900 } });
  await page.goto(sheet);
  await page.getByRole('button', { name: 'Je prends' }).click();
  await page.getByRole('status').getByRole('button', { name: 'Annuler' }).waitFor();
  await screenshot(page, 'fiche-prise');
  await page.getByText('Clore', { exact: true }).click();
  await page.getByLabel('Entreprise orientée').check();
  await page.getByLabel('Précision').fill('La chambre de métiers');
  await page.getByRole('button', { name: 'Clore la demande' }).click();
  await page.getByText('Cette demande est close').waitFor();
  await page.close();
  expect(await look('fiche-close', (one) => one.goto(sheet))).toEqual([]);
});
