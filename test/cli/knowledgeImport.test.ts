import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPages } from '../../src/knowledge/readPages';
import { runAssistant } from '../support/assistantProcess';
import { aProgramme, catalogueFolder, rules, writeProgrammes } from '../support/catalogue';
import { aPage, knowledgeFolder } from '../support/knowledgeFolder';
import { tempFolder } from '../support/tempFolder';

const second = aProgramme({
  titre: 'Prêt Soufflet',
  "nature de l'aide": 'prêt',
  'montant du prêt': '1 000 €',
});

function home(
  programmes: Parameters<typeof catalogueFolder>[0] = {
    'enclume.yaml': aProgramme(),
    'soufflet.yml': second,
  },
) {
  const cwd = tempFolder();
  const own = knowledgeFolder({ 'economie/forges.md': aPage() });
  const catalogue = catalogueFolder(programmes);
  const into = join(cwd, 'data/knowledge-imported');
  const run = (args: readonly string[], env: Record<string, string> = {}) =>
    runAssistant(args, { cwd, env: { KNOWLEDGE_DIR: own, ...env } });
  const runImport = (...args: string[]) => run(['knowledge', 'import', catalogue, ...args]);
  const pagePath = (slug: string) => join(into, 'aides-importees', `${slug}.md`);
  const page = (slug: string) => readFileSync(pagePath(slug), 'utf8');
  return { cwd, own, catalogue, into, run, runImport, pagePath, page };
}

it('makes a valid page of each programme, with its source, licence and day, and says how it is read', async () => {
  const { into, run, runImport, page } = home();
  const { code, out, err } = await runImport('--as-of', '2026-06-12', '--licence', 'Licence Ouverte 2.0');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/2 programmes lus .* : 2 nouveaux, 0 mis à jour, 0 inchangé, 0 écarté\./);
  expect(out).toContain(`KNOWLEDGE_EXTRA_DIRS=${into}`);
  const { pages, faults } = readPages(into);
  expect(faults).toEqual([]);
  expect(pages.map(({ id }) => id)).toEqual(['aides-importees/enclume', 'aides-importees/soufflet']);
  expect(pages[0]).toMatchObject({
    verifiedOn: '2026-06-12',
    nextCheckOn: '2026-12-12',
    aid: {
      importation: {
        fichier: 'enclume.yaml',
        catalogue: 'Transition écologique des entreprises',
        licence: 'Licence Ouverte 2.0',
      },
    },
  });
  expect(page('enclume')).toContain('Remplacez vos enclumes usées. Un conseiller examine vos enclumes.');

  const env = { KNOWLEDGE_EXTRA_DIRS: into };
  const asked = await run(['ask', "c'est quoi Coup de main Enclumes ?"], env);
  expect(asked.out).toMatch(
    /Remplacez vos enclumes usées[^]*Catalogue « Transition.*Licence Ouverte 2\.0.*12\/06\/2026/,
  );
  expect((await run(['knowledge', 'check'], env)).out).toContain('3 pages, 0 erreur(s)');
});

it('changes nothing when it is run again, and only what the catalogue has changed', async () => {
  const { catalogue, runImport, page, pagePath } = home();
  await runImport();
  const before = { text: page('enclume'), at: statSync(pagePath('enclume')).mtimeMs };
  expect((await runImport()).out).toContain('0 nouveau, 0 mis à jour, 2 inchangés');
  expect({ text: page('enclume'), at: statSync(pagePath('enclume')).mtimeMs }).toEqual(before);

  writeProgrammes(catalogue, { 'enclume.yaml': aProgramme({ promesse: 'Changez vos enclumes' }) });
  expect((await runImport()).out).toContain('0 nouveau, 1 mis à jour, 1 inchangé');
  expect(page('enclume')).toContain('Changez vos enclumes');
});

it('knows its own pages again when its list of them was lost', async () => {
  const { into, runImport } = home();
  await runImport();
  rmSync(join(into, 'import.json'));
  expect((await runImport()).out).toContain('2 inchangés');
});

it('never touches a page that an editor wrote or changed', async () => {
  const { catalogue, into, runImport, page, pagePath } = home();
  await runImport();
  writeFileSync(pagePath('enclume'), page('enclume').replace('Remplacez', 'REMPLACEZ'));
  writeFileSync(pagePath('soufflet'), aPage());
  const kept = [page('enclume'), page('soufflet')];
  writeProgrammes(catalogue, { 'enclume.yaml': aProgramme({ promesse: 'Changez vos enclumes' }) });
  const { out, code } = await runImport();
  expect(out).toMatch(/modifiées à la main.*\(1\) :\n {2}enclume\n/);
  expect(out).toMatch(/Pages d'éditeur.*\(1\) :\n {2}soufflet\n/);
  expect([page('enclume'), page('soufflet'), code]).toEqual([...kept, 0]);
  expect(existsSync(into)).toBe(true);
});

it('leaves a page to the editors that they have in their own folder', async () => {
  const { own, runImport, pagePath } = home();
  mkdirSync(join(own, 'aides-importees'));
  writeFileSync(join(own, 'aides-importees/enclume.md'), aPage());
  expect((await runImport()).out).toContain('1 nouveau');
  expect(existsSync(pagePath('enclume'))).toBe(false);
});

it('reports each programme that it cannot map, with file, field and reason, imports the others, and fails', async () => {
  const { runImport, pagePath } = home({
    'bon.yaml': aProgramme(),
    'date.yaml': aProgramme({ 'fin de validité': '31/02/2027' }),
    'regle.yaml': aProgramme({ publicodes: rules({ 'entreprise . est éligible': 'région = Atlantide' }) }),
    'champ.yaml': aProgramme({ promesse: undefined }),
    'sorte.yaml': aProgramme({ "nature de l'aide": 'cadeau' }),
    'yaml.yaml': 'titre: "sans fin',
    'a/bon.yaml': aProgramme(),
  });
  const { out, code } = await runImport();
  expect(code).toBe(1);
  expect(out).toContain('date.yaml : fin de validité : date impossible : « 31/02/2027 »');
  expect(out).toContain(
    'regle.yaml : publicodes, est éligible : condition inconnue : « région = Atlantide »',
  );
  expect(out).toMatch(/champ\.yaml : ligne 1 : promesse : /);
  expect(out).toMatch(/sorte\.yaml : ligne \d+ : nature de l'aide : valeur inconnue/);
  expect(out).toMatch(/yaml\.yaml : ligne \d+ : YAML illisible/);
  expect(out).toContain('bon.yaml : nom du fichier : déjà porté par un autre programme : bon');
  expect(out).toContain('7 programmes lus');
  expect(out).toContain('1 nouveau, 0 mis à jour, 0 inchangé, 6 écartés');
  expect(existsSync(pagePath('bon'))).toBe(true);
});

it('reports withdrawn programmes, and deletes their pages only with --prune and only when nobody changed them', async () => {
  const { catalogue, runImport, page, pagePath } = home({
    'enclume.yaml': aProgramme(),
    'soufflet.yaml': second,
    'pince.yaml': aProgramme({ titre: 'Pinces' }),
    'clou.yaml': aProgramme({ titre: 'Clous' }),
  });
  await runImport();
  writeFileSync(pagePath('pince'), `${page('pince')}\nVu avec la Guilde.\n`);
  for (const name of ['soufflet', 'pince', 'clou']) rmSync(join(catalogue, `${name}.yaml`));
  expect((await runImport()).out).toMatch(/pages gardées.*\(3\) :\n {2}clou\n {2}pince\n {2}soufflet\n/);
  expect(existsSync(pagePath('soufflet'))).toBe(true);
  const { out } = await runImport('--prune');
  expect(out).toMatch(/pages supprimées \(2\) :\n {2}clou\n {2}soufflet\n/);
  expect(readdirSync(join(pagePath('x'), '..')).sort()).toEqual(['enclume.md', 'pince.md']);
});

it('takes one file for itself alone: nothing else is withdrawn', async () => {
  const { catalogue, run, runImport, into } = home();
  await runImport();
  const { out } = await run(['knowledge', 'import', join(catalogue, 'enclume.yaml'), '--prune']);
  expect(out).toContain('1 programme lu');
  expect(out).not.toContain('Retirés');
  expect(readdirSync(join(into, 'aides-importees'))).toHaveLength(2);
});

it('writes to the first of KNOWLEDGE_EXTRA_DIRS, keeps the sources there and reads the licence beside the catalogue', async () => {
  const { cwd, catalogue, run } = home();
  const extra = join(cwd, 'plus');
  mkdirSync(extra);
  writeFileSync(
    join(extra, 'sources.yml'),
    'guilde: { titre: Guilde, url: https://guilde.example/, lue_le: 2026-01-01 }\n',
  );
  writeFileSync(join(catalogue, 'LICENCE.md'), '# Licence Ouverte / Open Licence\n');
  const { out } = await run(['knowledge', 'import', catalogue], { KNOWLEDGE_EXTRA_DIRS: extra });
  expect(out).not.toContain('ajoutez KNOWLEDGE_EXTRA_DIRS');
  expect(readdirSync(extra).sort()).toEqual(['aides-importees', 'import.json', 'sources.yml']);
  const sources = readFileSync(join(extra, 'sources.yml'), 'utf8');
  expect(sources).toContain('guilde:');
  expect(sources).toContain('catalogue-transition-ecologique-des-entreprises:');
  expect(sources).toContain('Licence Ouverte 2.0');
});

it.each([
  ['a folder that does not exist', ['nulle-part'], 'does not exist'],
  ['a folder without programmes', ['.'], 'holds no .yaml file'],
  ['a day that does not exist', ['CATALOGUE', '--as-of', '2026-02-30'], '--as-of'],
  ['an address that is none', ['CATALOGUE', '--url', 'chez nous'], '--url'],
  ['the editors’ own folder', ['CATALOGUE', '--into', 'OWN'], "editors' own folder"],
])('refuses %s and writes nothing', async (_, args, message) => {
  const { catalogue, own, into, run } = home();
  const given = args.map((arg) => arg.replace('CATALOGUE', catalogue).replace('OWN', own));
  const { code, err } = await run(['knowledge', 'import', ...given]);
  expect(code).toBe(1);
  expect(err).toContain('COMMAND_INVALID');
  expect(err).toContain(message);
  expect(existsSync(into)).toBe(false);
});
