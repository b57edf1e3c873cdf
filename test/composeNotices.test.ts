import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { composeNotices } from '../src/composeNotices';
import { parseConfig } from '../src/config';
import { keepReport, linksFile } from '../src/links/keptReport';
import { readKnowledge } from '../src/knowledge/knowledge';
import { systemIds } from '../src/shared/ids';
import { migrateDatabase } from '../src/storage/migrateDatabase';
import { openDatabase } from '../src/storage/openDatabase';
import { createReportMonths } from '../src/storage/reportMonths';
import { fakeClock } from './support/fakeClock';
import { aPage, knowledgeFolder, thirtyWaysToAsk } from './support/knowledgeFolder';
import { logLines } from './support/logLines';
import { tempFolder } from './support/tempFolder';

const aScheme = (name: string, aid: object) =>
  aPage({
    titre: `Prêt ${name}`,
    type: 'aide',
    theme: 'aides',
    questions: thirtyWaysToAsk(name),
    a_verifier_le: '2099-01-01',
    aide: {
      operateur: 'Banque des Forges',
      niveau: 'etat',
      nature: ['pret'],
      themes: ['energie'],
      objet: 'Une forge.',
      pour_qui: 'Les forges.',
      confiance: 'certain',
      ...aid,
    },
  });
const importation = { fichier: 'x', catalogue: 'Le catalogue', licence: 'Licence ouverte', le: '2026-01-10' };

/** The service's notices on a day, over pages; the month before has had its report. */
async function onDay(day: string, pages: Readonly<Record<string, string>>) {
  const dataDir = tempFolder();
  const db = openDatabase(join(dataDir, 'assistant.db'));
  await migrateDatabase(db);
  await createReportMonths(db).decide('2026-11', undefined);
  const folder = knowledgeFolder(pages);
  const { corpus } = readKnowledge([folder]);
  const { log } = logLines();
  const { clock } = fakeClock(`${day}T09:00:00.000Z`);
  const config = parseConfig(
    { DATA_DIR: dataDir, KNOWLEDGE_DIR: folder, PUBLIC_URL: 'https://a.example' },
    '/',
  );
  const world = { clock, ids: systemIds, log };
  const notices = composeNotices(
    config,
    () => corpus,
    db,
    Buffer.alloc(32, 7),
    world,
    () => corpus.contact,
  );
  return {
    notices,
    dataDir,
    mails: async () => {
      await notices.tell();
      // What the telling has woken ends first.
      await notices.dispatcher.stop();
      await db.destroy();
      const mailDir = join(dataDir, 'mail');
      const names = ((): string[] => {
        try {
          return readdirSync(mailDir);
        } catch {
          return [];
        }
      })();
      return Promise.all(names.map((name) => simpleParser(readFileSync(join(mailDir, name)))));
    },
  };
}

it('the monthly mail tells the project lead of what time has overtaken, in editors’ pages and kept links', async () => {
  const { mails, dataDir } = await onDay('2026-12-01', {
    'economie/forges.md': aPage({ a_verifier_le: '2026-11-30' }),
    'aides/bientot.md': aScheme('Bientôt', { fermeture: '2026-12-31', url: 'https://b.example/mort' }),
    'aides/clos.md': aScheme('Clos', { fermeture: '2026-06-30' }),
    'aides/longtemps.md': aScheme('Longtemps', { fermeture: '2027-06-30' }),
    'aides/importee.md': aScheme('Importée', { fermeture: '2026-06-30', importation }),
  });
  keepReport(linksFile(dataDir), {
    checkedAt: new Date('2026-11-20T12:00:00.000Z'),
    results: [
      { url: 'https://b.example/mort', state: 'dead', reason: '404' },
      { url: 'https://registre.example/', state: 'ok' },
      { url: 'https://nulle-part.example/', state: 'dead', reason: '404' },
    ],
  });
  const [mail, ...others] = await mails();
  expect(others).toEqual([]);
  expect(mail!.to).toMatchObject({ value: [{ address: 'jeanne.dupont@example.fr', name: 'Jeanne Dupont' }] });
  const text = mail!.text ?? '';
  for (const phrase of [
    'Prêt Bientôt (aides/bientot.md), ferme le 31 décembre 2026',
    'Prêt Clos (aides/clos.md), clos depuis le 30 juin 2026',
    'Combien de forges ? (economie/forges.md)',
    'mort : https://b.example/mort (aides/bientot.md)',
  ]) {
    expect(text).toContain(phrase);
  }
  expect(text).not.toMatch(/Longtemps|Importée|nulle-part|registre/);
});

it('there is no monthly mail when all is up to date', async () => {
  const { mails } = await onDay('2026-12-01', {
    'economie/forges.md': aPage({ a_verifier_le: '2027-01-01' }),
  });
  expect(await mails()).toEqual([]);
});

it('a calendar’s address is the page’s own', async () => {
  const { notices, mails } = await onDay('2026-11-30', { 'economie/forges.md': aPage() });
  expect(notices.calendarLink('aides/forge')).toBe('https://a.example/aides/forge/calendrier.ics');
  expect(notices.calendarLink('aides/plus/loin')).toBeUndefined();
  expect(await mails()).toEqual([]);
});
