import { checkCorpus } from '../../src/knowledge/checkCorpus';
import { loadCorpus } from '../../src/knowledge/corpus';
import { formatFaults } from '../../src/knowledge/fault';
import { pageLinks } from '../../src/knowledge/pageLinks';
import {
  aPage,
  aTwin,
  knowledgeFolder,
  thirtyWaysToAsk,
  type KnowledgeFiles,
} from '../support/knowledgeFolder';

/** The page of a scheme without fault. */
function aScheme(name: string, aid: Readonly<Record<string, unknown>> = {}, fields = {}): string {
  return aPage({
    titre: `Aide ${name}`,
    type: 'aide',
    theme: 'aides',
    questions: thirtyWaysToAsk(`l'aide ${name}`),
    aide: {
      sigles: [name],
      operateur: 'Banque des Forges',
      niveau: 'etat',
      nature: ['pret'],
      themes: ['energie'],
      objet: 'Une forge.',
      pour_qui: 'Les forges.',
      confiance: 'certain',
      ...aid,
    },
    ...fields,
  });
}
/** A page that uses the lexicon and gives no rise to anything. */
const neighbour = { 'economie/mines.md': aPage({ a_verifier_le: '2099-01-01' }) };
const furtherFolder = (files: KnowledgeFiles) => knowledgeFolder({ 'sources.yml': undefined, ...files });
const check = (files: KnowledgeFiles, today?: string, ...others: KnowledgeFiles[]) =>
  checkCorpus([knowledgeFolder({ ...neighbour, ...files }), ...others.map(furtherFolder)], today).faults;
/** The line of a text in a file, as an editor counts. */
const lineOf = (text: string, part: string): number =>
  text.split('\n').findIndex((line) => line.includes(part)) + 1;

describe('an error is', () => {
  it.each([
    [
      'a closing date before the opening',
      { ouverture: '2026-05-01', fermeture: '2026-04-30' },
      'fermeture:',
      'cette date précède ouverture',
    ],
    ['a day that does not exist', { fermeture: '2026-02-30' }, 'fermeture:', "cette date n'existe pas"],
    ['a region that does not exist', { regions: ['28', '29'] }, '- "29"', "cette région n'existe pas"],
    [
      'a département that does not exist',
      { departements: ['76', '20'] },
      '- "20"',
      "ce département n'existe pas",
    ],
    ['an unknown field', { fermetur: '2026-04-30' }, 'fermetur:', 'champ inconnu : fermetur'],
  ])('%s, with its line', (_, aid, part, message) => {
    const text = aScheme('FORGE', aid);
    expect(check({ 'aides/forge.md': text })).toEqual([
      {
        file: 'aides/forge.md',
        line: lineOf(text, part),
        level: 'erreur',
        message: expect.stringContaining(message) as string,
      },
    ]);
  });

  it.each([
    [
      'the same address, however it is written',
      { url: 'https://www.banque.example/pret/?a=1' },
      { url: 'https://banque.example/pret' },
      'url:',
      'même adresse',
    ],
    ['the same acronym', { sigles: ['P.F.'] }, { sigles: ['p.f.'] }, 'sigles:', 'mêmes sigles'],
    [
      'no acronym of its own',
      { sigles: ['PF', 'Prêt Forge'] },
      { sigles: ['PF'] },
      'sigles:',
      'mêmes sigles',
    ],
  ])('two pages on one scheme: %s', (_, one, other, part, message) => {
    const second = aScheme('FORGE', other);
    const faults = check({ 'aides/enclume.md': aScheme('ENCLUME', one), 'aides/forge.md': second });
    expect(faults).toEqual([
      {
        file: 'aides/forge.md',
        line: lineOf(second, part),
        level: 'erreur',
        message: expect.stringMatching(`${message}.*aides/enclume.md`) as string,
      },
    ]);
  });
});

describe('two schemes may', () => {
  it.each([
    [
      'share the name of their fund',
      { sigles: ['Fonds', 'Fonds bois'] },
      { sigles: ['Fonds', 'Fonds soleil'] },
    ],
    [
      'name the front page of one operator',
      { url: 'https://banque.example/' },
      { url: 'https://banque.example' },
    ],
    ['have no acronym at all', { sigles: [] }, { sigles: [] }],
    [
      'open and close on one day',
      { ouverture: '2026-04-30', fermeture: '2026-04-30' },
      { regions: ['94'], departements: ['2A', '974'] },
    ],
  ])('%s', (_, one, other) => {
    const faults = check({ 'aides/a.md': aScheme('ENCLUME', one), 'aides/b.md': aScheme('FORGE', other) });
    expect(formatFaults(faults)).toBe('');
  });
});

const importation = {
  fichier: 'forge',
  catalogue: 'Le catalogue',
  licence: 'Licence ouverte',
  le: '2026-01-10',
};

it('an imported page beside an editor’s is a warning only', () => {
  const imported = { 'aides-importees/forge.md': aScheme('FORGE', { importation }) };
  expect(check({ 'aides/forge.md': aScheme('FORGE') }, undefined, imported)).toContainEqual({
    file: 'aides-importees/forge.md',
    line: 1,
    level: 'avertissement',
    message: expect.stringContaining('aides/forge.md décrit déjà') as string,
  });
});

describe('on a day, a warning is', () => {
  const warnings = (aid: object, fields: object, today: string) => {
    const text = aScheme('FORGE', { ...aid }, fields);
    return check({ 'aides/forge.md': text }, today).map(({ line, level, message }) => {
      const at = text.split('\n')[line - 1]?.trim().split(':')[0] ?? '';
      return `${level} ${at} ${message}`;
    });
  };
  const checked = { verifie_le: '2026-01-10', a_verifier_le: '2026-07-10' };

  it.each([
    [
      'a page past its next check',
      {},
      checked,
      '2026-07-11',
      'avertissement a_verifier_le à vérifier depuis le 2026-07-10',
    ],
    [
      'a scheme that closes in 30 days',
      { fermeture: '2026-06-30' },
      checked,
      '2026-05-31',
      'avertissement fermeture ferme le 2026-06-30 (dans 30 jours)',
    ],
    [
      'a scheme that closes today',
      { fermeture: '2026-06-30' },
      checked,
      '2026-06-30',
      "avertissement fermeture ferme le 2026-06-30 (aujourd'hui)",
    ],
    [
      'a closed scheme',
      { fermeture: '2026-06-30' },
      checked,
      '2026-07-01',
      'avertissement fermeture clos depuis le 2026-06-30',
    ],
  ])('%s', (_, aid, fields, today, expected) => {
    expect(warnings(aid, fields, today)).toEqual([expect.stringContaining(expected)]);
  });

  it.each([
    ['a page on the day of its check', {}, '2026-07-10'],
    ['a scheme that closes in 31 days', { fermeture: '2026-07-01' }, '2026-05-31'],
    ['a scheme without end date', { permanent: true }, '2026-07-01'],
  ])('not %s', (_, aid, today) => {
    expect(warnings(aid, checked, today)).toEqual([]);
  });

  it('one for all imported pages past their check, since one command renews them', () => {
    const pages = Object.fromEntries(
      ['a', 'b', 'c'].map((name) => [
        `aides-importees/${name}.md`,
        aScheme(`FORGE-${name}`, { importation }),
      ]),
    );
    const faults = check({}, '2026-08-01', pages);
    expect(faults).toEqual([
      expect.objectContaining({
        level: 'avertissement',
        message: expect.stringContaining('3 page(s) importée(s)') as string,
      }),
    ]);
  });
});

it('lists every address of pages and sources once, with its places', () => {
  const body =
    'Voir [le guide](https://guide.example/a_(b).pdf), ou https://site.example/x. [Ailleurs](mailto:a@example.fr)';
  const { corpus } = loadCorpus([
    knowledgeFolder({
      'aides/forge.md': aScheme('FORGE', { url: 'https://site.example/x#dates' }),
      'economie/forges.md': aPage({}, body),
      'economie/forges.en.md': aTwin({}, 'See [the guide](https://guide.example/en).'),
    }),
  ]);
  expect(pageLinks(corpus!)).toEqual([
    { url: 'https://registre.example/', places: ['sources.yml (registre)'] },
    { url: 'https://site.example/x', places: ['aides/forge.md', 'economie/forges.md'] },
    { url: 'https://guide.example/a_(b).pdf', places: ['economie/forges.md'] },
    { url: 'https://guide.example/en', places: ['economie/forges.en.md'] },
  ]);
});
