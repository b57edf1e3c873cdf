import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { composePublication } from '../../src/composePublication';
import { parseConfig } from '../../src/config';
import type { PageDraft } from '../../src/knowledge/pageDraft';
import { publicationPatch } from '../../src/knowledge/publicationPatch';
import { inProcess } from '../../src/knowledgeThread';
import { systemIds } from '../../src/shared/ids';
import { migrateDatabase } from '../../src/storage/migrateDatabase';
import { openDatabase } from '../../src/storage/openDatabase';
import type { Database } from '../../src/storage/schema';
import { fakeClock } from '../support/fakeClock';
import { aPage, aTwin, knowledgeFolder, thirtyWaysToAsk } from '../support/knowledgeFolder';
import { logLines } from '../support/logLines';
import { tempFolder } from '../support/tempFolder';

const { clock } = fakeClock('2026-11-24T09:00:00.000Z');
const by = { author: { name: 'Jeanne Dupont', email: 'jeanne@example.fr' }, reason: 'On nous le demande.' };

let folder: string;
let dataDir: string;
let db: Kysely<Database>;
beforeEach(async () => {
  folder = knowledgeFolder({
    'economie/forges.md': aPage(),
    'economie/forges.en.md': aTwin(),
    'economie/moulins.md': aPage({
      titre: 'Combien de moulins ?',
      bouton: 'Moulins',
      questions: thirtyWaysToAsk('les moulins'),
    }),
  });
  dataDir = tempFolder();
  db = openDatabase(join(dataDir, 'assistant.db'));
  await migrateDatabase(db);
});
afterEach(() => db.destroy());

/** A node of the service; another one has a data folder of its own and shares the database. */
const node = async (data = dataDir, { log } = logLines()) =>
  composePublication(
    parseConfig({ DATA_DIR: data, KNOWLEDGE_DIR: folder }, '/'),
    db,
    { clock, ids: systemIds, log },
    inProcess,
  );
const answerOf = async (at: Awaited<ReturnType<typeof node>>, question: string) => {
  const outcome = at.live.current().findAnswer(question, 'fr');
  return outcome.kind === 'answered' ? outcome.page.fr.answer : outcome.kind;
};
const bakeries: PageDraft = {
  id: 'economie/boulangeries',
  type: 'fait',
  theme: 'economie',
  sources: ['registre'],
  links: [],
  verifiedOn: '2026-11-24',
  nextCheckOn: '2027-05-24',
  fr: {
    title: 'Combien de boulangeries ?',
    button: 'Boulangeries',
    questions: ['combien de boulangeries', 'y a-t-il un boulanger'],
    body: 'La vallée compte 7 boulangeries.\n\nElles ouvrent tôt.',
  },
};

it('serves a new page as soon as it is published, and keeps it as a file', async () => {
  const at = await node();
  const question = 'combien de boulangeries dans la vallée ?';
  expect(await answerOf(at, question)).toBe('unanswered');
  const outcome = await at.publishing.publish(bakeries, 0, by);
  expect(outcome).toMatchObject({ kind: 'published', version: { number: 1, action: 'published', ...by } });
  expect(await answerOf(at, question)).toBe('La vallée compte 7 boulangeries.');
  expect(readFileSync(join(dataDir, 'knowledge/economie/boulangeries.md'), 'utf8')).toContain(
    'La vallée compte 7 boulangeries.\n\nElles ouvrent tôt.',
  );
});

it('lets an edited page take the place of the folder’s, and changes only what was edited', async () => {
  const at = await node();
  const opened = (await at.publishing.open('economie/forges'))!;
  const draft = { ...opened.draft, fr: { ...opened.draft.fr, body: 'La vallée compte 13 forges.' } };
  await at.publishing.publish(draft, opened.base, by);
  expect(await answerOf(at, 'façon 3 de demander les forges')).toBe('La vallée compte 13 forges.');
  const changed = readFileSync(join(dataDir, 'knowledge/economie/forges.md'), 'utf8');
  const before = readFileSync(join(folder, 'economie/forges.md'), 'utf8');
  expect(changed).toBe(before.replace('12 forges', '13 forges'));
});

it('goes back to any earlier state, and to the folder’s own page', async () => {
  const at = await node();
  const edit = async (body: string) => {
    const opened = (await at.publishing.open('economie/forges'))!;
    await at.publishing.publish({ ...opened.draft, fr: { ...opened.draft.fr, body } }, opened.base, by);
  };
  await edit('Treize forges.');
  await edit('Quatorze forges.');
  await at.publishing.revert('economie/forges', 1, 2, by);
  expect(await answerOf(at, 'façon 3 de demander les forges')).toBe('Treize forges.');
  await at.publishing.revert('economie/forges', 0, 3, by);
  expect(await answerOf(at, 'façon 3 de demander les forges')).toBe('La vallée compte 12 forges.');
  expect(existsSync(join(dataDir, 'knowledge/economie/forges.md'))).toBe(false);
  const actions = (await at.versions.history('economie/forges')).map(({ action }) => action);
  expect(actions).toEqual(['removed', 'reverted', 'published', 'published']);
});

it('refuses to overwrite what somebody else has published meanwhile', async () => {
  const at = await node();
  const mine = (await at.publishing.open('economie/forges'))!;
  await at.publishing.publish({ ...mine.draft, fr: { ...mine.draft.fr, body: 'Autre.' } }, mine.base, by);
  expect(await at.publishing.publish(mine.draft, mine.base, by)).toEqual({ kind: 'stale' });
  expect(await answerOf(at, 'façon 3 de demander les forges')).toBe('Autre.');
});

it('moves the next check on by as long as before when a page was checked today', async () => {
  const at = await node();
  await at.publishing.verify('economie/forges', '2026-11-24', by);
  const page = at.live.corpus().pages.get('economie/forges');
  // 181 days lay between the two.
  expect(page).toMatchObject({ verifiedOn: '2026-11-24', nextCheckOn: '2027-05-24' });
  expect(page?.en?.answer).toBe('The valley has 12 forges.');
});

it.each([
  ['without a source', { sources: [] }, 'sources'],
  ['with a source that nobody knows', { sources: ['oui-dire'] }, 'sources'],
  ['with a dead link', { links: ['economie/nulle-part'] }, 'liens'],
  ['without text', { fr: { ...bakeries.fr, body: '' } }, 'texte'],
  ['with too long a button', { fr: { ...bakeries.fr, button: 'x'.repeat(33) } }, 'bouton'],
  ['under an impossible address', { id: '../ailleurs' }, 'id'],
  ['with a day that does not exist', { verifiedOn: '2026-02-30' }, 'verifie_le'],
])('does not publish a page %s, and names the field', async (_, changes, field) => {
  const at = await node();
  const outcome = await at.publishing.publish({ ...bakeries, ...changes }, 0, by);
  expect(outcome).toMatchObject({ kind: 'invalid', faults: [expect.objectContaining({ field })] });
  expect(await at.versions.newest()).toBe(0);
});

it('tells which page answers a draft’s questions already', async () => {
  const at = await node();
  const questions = ['façon 3 de demander les forges', 'façon 4 de demander les forges', 'un pain'];
  const { faults, rivals } = await at.publishing.check({ ...bakeries, fr: { ...bakeries.fr, questions } });
  expect(faults).toEqual([]);
  expect(rivals.map(({ page, questions: asked }) => [page.id, asked])).toEqual([
    ['economie/forges', questions.slice(0, 2)],
  ]);
});

it('reaches other nodes, with the sources that a page brings along', async () => {
  const other = tempFolder();
  const [one, two] = [await node(), await node(other)];
  const newSource = {
    id: 'mairie',
    title: 'La mairie',
    url: 'https://mairie.example/',
    readOn: '2026-11-24',
  };
  await one.publishing.publish({ ...bakeries, sources: ['mairie'], newSource }, 0, by);
  expect(await answerOf(two, 'combien de boulangeries')).not.toContain('7');
  expect(await two.publishing.refresh()).toBe(true);
  expect(await two.publishing.refresh()).toBe(false);
  expect(await answerOf(two, 'combien de boulangeries')).toContain('7');
  expect(two.live.corpus().sources.get('mairie')).toMatchObject({ title: 'La mairie' });
  expect(readFileSync(join(other, 'knowledge/sources.yml'), 'utf8')).toContain('https://mairie.example/');
});

it('makes good at the next start what a crash left undone', async () => {
  const at = await node();
  const page = {
    id: bakeries.id,
    fr: aPage({ titre: 'Boulangeries', questions: ['un pain'] }, 'Sept.'),
    sources: {},
  };
  // The row is written, and the process ends before its file is.
  await at.versions.append({ action: 'published', page, at: clock(), ...by }, 0);
  const next = await node();
  expect(await answerOf(next, 'un pain')).toBe('Sept.');
  expect(existsSync(join(dataDir, 'knowledge/economie/boulangeries.md'))).toBe(true);
});

it('leaves a page out that no longer fits the folders, says so, and serves the others', async () => {
  const at = await node();
  await at.publishing.publish({ ...bakeries, links: ['economie/moulins'] }, 0, by);
  await at.publishing.publish(
    { ...bakeries, id: 'economie/pain', fr: { ...bakeries.fr, title: 'Le pain' } },
    0,
    by,
  );
  // A release of the folders without the page that is linked to.
  folder = knowledgeFolder({ 'economie/forges.md': aPage() });
  const lines = logLines();
  const next = await node(dataDir, lines);
  expect(next.live.current().leftOut).toMatchObject([
    {
      id: 'economie/boulangeries',
      faults: [{ message: expect.stringContaining('economie/moulins') as string }],
    },
  ]);
  expect(lines.codes()).toContain('PAGE_LEFT_OUT');
  expect(next.live.corpus().pages.has('economie/pain')).toBe(true);
});

it('does not take a page away to which others link', async () => {
  const at = await node();
  await at.publishing.publish(bakeries, 0, by);
  const opened = (await at.publishing.open('economie/forges'))!;
  await at.publishing.publish({ ...opened.draft, links: [bakeries.id] }, opened.base, by);
  expect(await at.publishing.revert(bakeries.id, 0, 1, by)).toMatchObject({
    kind: 'invalid',
    faults: [{ message: expect.stringContaining('economie/forges') as string }],
  });
});

it('tells which of the questions that were asked a draft wins, loses or changes', async () => {
  const at = await node();
  const text = aPage({ titre: 'Boulangeries', questions: ['un pain'] }, 'Sept boulangeries.');
  const rows = await at.replay({ id: bakeries.id, fr: text, sources: {} }, [
    'un pain',
    'façon 3 de demander les forges',
  ]);
  expect(rows).toEqual([
    { question: 'un pain', before: 'sans réponse', after: 'economie/boulangeries', change: 'gained' },
    {
      question: 'façon 3 de demander les forges',
      before: 'economie/forges',
      after: 'economie/forges',
      change: 'same',
    },
  ]);
  expect(at.live.corpus().pages.has(bakeries.id)).toBe(false);
});

it('gives what was published back to the repository as a patch', async () => {
  const at = await node();
  const newSource = {
    id: 'mairie',
    title: 'La mairie',
    url: 'https://mairie.example/',
    readOn: '2026-11-24',
  };
  await at.publishing.publish({ ...bakeries, sources: ['mairie'], newSource }, 0, by);
  const opened = (await at.publishing.open('economie/forges'))!;
  await at.publishing.publish(
    { ...opened.draft, fr: { ...opened.draft.fr, questions: [...opened.draft.fr.questions, 'une forge ?'] } },
    opened.base,
    by,
  );
  const overlay = (await at.versions.current()).map(({ page }) => page);
  const patch = publicationPatch(overlay, {
    pageText: at.folderText,
    sources: readFileSync(join(folder, 'sources.yml'), 'utf8'),
  });
  const repository = tempFolder();
  const git = (...args: string[]) => execFileSync('git', args, { cwd: repository, encoding: 'utf8' });
  git('init', '-q');
  cpSync(folder, join(repository, 'knowledge'), { recursive: true });
  writeFileSync(join(repository, 'pages.patch'), patch);
  git('apply', 'pages.patch');
  for (const file of ['economie/boulangeries.md', 'economie/forges.md']) {
    const published = readFileSync(join(dataDir, 'knowledge', file), 'utf8');
    expect(readFileSync(join(repository, 'knowledge', file), 'utf8')).toBe(published);
  }
  expect(readFileSync(join(repository, 'knowledge/sources.yml'), 'utf8')).toContain('mairie:');
  expect(publicationPatch([], { pageText: at.folderText, sources: '' })).toBe('');
});
