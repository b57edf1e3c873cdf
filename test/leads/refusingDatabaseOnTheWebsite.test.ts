import { join } from 'node:path';
import Libsql from 'libsql';
import { composeService, type Service } from '../../src/compose';
import { parseConfig } from '../../src/config';
import { systemIds } from '../../src/shared/ids';
import { createLog } from '../../src/shared/log';
import { openDatabase } from '../../src/storage/openDatabase';
import { knowledgeFolder } from '../support/knowledgeFolder';
import { referencesIn, sendRequest } from '../support/leadForm';
import { settingsOf } from '../support/requestUnderFault';
import { tempFolder } from '../support/tempFolder';
import { fillInOnTheWebsite, openPage, type OpenPage } from '../support/websiteVisitor';
import { writeWebAssets } from '../support/writeWebAssets';

let service: Service;
let url: string;
let dataDir: string;
/** The service's own connection: limits hold for one connection only. */
let connection: Libsql.Database;
beforeEach(async () => {
  const folder = tempFolder();
  dataDir = join(folder, 'data');
  const config = parseConfig(settingsOf(dataDir, knowledgeFolder(), 'smtp://127.0.0.1:9'), '/');
  const world = {
    clock: () => new Date('2026-11-24T09:00:00.000Z'),
    ids: systemIds,
    log: createLog('silent'),
  };
  const opened = jest.spyOn(Libsql.prototype, 'pragma');
  service = await composeService(config, writeWebAssets(join(folder, 'web')), world);
  connection = opened.mock.contexts[0] as Libsql.Database;
  opened.mockRestore();
  ({ url } = await service.start());
});
afterEach(() => service.stop());

const faults = {
  'the disk is full': {
    begin: () => {
      connection.exec('vacuum');
      connection.pragma('max_page_count = 1');
    },
    end: () => connection.pragma('max_page_count = 1000000'),
  },
  'nothing can be written': {
    begin: () => connection.pragma('query_only = 1'),
    end: () => connection.pragma('query_only = 0'),
  },
};

/** What the bot says from now on, up to `part`. */
async function saysUntil(page: OpenPage, said: string, id: string, part: string): Promise<string> {
  const before = page.heard().length;
  const told = (): string =>
    page
      .heard()
      .slice(before)
      .map(({ text = '' }) => text)
      .join('\n');
  await page.say(said, id);
  await page.stream.until(() => told().includes(part));
  return told();
}

it.each(Object.entries(faults))(
  'shows the contact and no reference on the website when %s, and the reference once it is over',
  async (_, { begin, end }) => {
    const visitor = {
      need: 'Agrandir notre atelier. '.repeat(60),
      company: 'Forges du Val',
      name: 'Ada Martin',
      email: 'ada.martin@example.fr',
    };
    // Earlier requests fill the first pages of their tables, so that the next one needs more.
    for (const earlier of ['send one', 'send two']) {
      const page = await openPage(url, await fillInOnTheWebsite(url, visitor));
      await page.ask(sendRequest, earlier);
      page.stream.close();
      await page.stream.closed;
    }
    const page = await openPage(url, await fillInOnTheWebsite(url, visitor));

    begin();
    const refused = await saysUntil(page, sendRequest, 'send', '01 23 45 67 89');
    expect(refused).toContain('jeanne.dupont@example.fr');
    expect(refused).toContain('Jeanne Dupont');
    expect(referencesIn([{ text: refused }])).toEqual([]);
    end();

    const recorded = await saysUntil(page, sendRequest, 'send again', 'référence');
    page.stream.close();
    await page.stream.closed;
    await service.stop();
    const db = openDatabase(join(dataDir, 'assistant.db'));
    const leads = await db.selectFrom('leads').select('reference').execute();
    await db.destroy();
    expect(leads).toHaveLength(3);
    const [reference] = referencesIn([{ text: recorded }]);
    expect(leads.map((lead) => lead.reference)).toContain(reference);
  },
);
