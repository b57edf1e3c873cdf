import { formatFaults } from '../../src/knowledge/fault';
import { readPages } from '../../src/knowledge/readPages';
import { aPage, aTwin, knowledgeFolder } from '../support/knowledgeFolder';

const faultsOf = (files: Record<string, string>) =>
  readPages(knowledgeFolder(files)).faults.map(({ file, line, message }) => `${file}:${line} ${message}`);
/** The line on which a text stands in a file, 1-based. */
const lineOf = (file: string, text: string) => file.split('\n').findIndex((line) => line.includes(text)) + 1;

describe('a page', () => {
  it('is its head, its direct answer, its details and its English twin', () => {
    const { pages, faults } = readPages(
      knowledgeFolder({
        'economie/forges.md': aPage(
          { liens: ['economie/mines'] },
          'La vallée compte\n12 forges.\n\nElles emploient 40 personnes.',
        ),
        'economie/forges.en.md': aTwin(),
      }),
    );
    expect(faults).toEqual([]);
    expect(pages).toMatchObject([
      {
        id: 'economie/forges',
        file: 'economie/forges.md',
        type: 'fait',
        links: ['economie/mines'],
        verifiedOn: '2026-01-10',
        fr: { answer: 'La vallée compte 12 forges.', details: ['Elles emploient 40 personnes.'] },
        en: { answer: 'The valley has 12 forges.', button: 'Forges' },
      },
    ]);
  });

  it('may be written on a machine with other line ends and a byte order mark', () => {
    const page = `\uFEFF${aPage({}, 'Première.\n\nSeconde.').replaceAll('\n', '\r\n')}`;
    const { pages, faults } = readPages(knowledgeFolder({ 'economie/forges.md': page }));
    expect(faults).toEqual([]);
    expect(pages).toMatchObject([{ fr: { answer: 'Première.', details: ['Seconde.'] } }]);
  });

  it('may hold a line of dashes in its text', () => {
    const { pages, faults } = readPages(
      knowledgeFolder({ 'economie/forges.md': aPage({}, 'Avant.\n\n---\n\nAprès.') }),
    );
    expect(faults).toEqual([]);
    expect(pages[0]?.fr.details).toContain('Après.');
  });
});

describe('a fault is told in French with its file and line', () => {
  it.each([
    ['a missing key', { titre: undefined }, 'titre : champ obligatoire absent', '---'],
    ['an unknown key', { titer: 'Forges' }, 'champ inconnu : titer', 'titer:'],
    ['a date that is none', { verifie_le: 'janvier' }, 'verifie_le : date attendue', 'verifie_le:'],
    [
      'a day that does not exist',
      { verifie_le: '2026-02-30' },
      "verifie_le : cette date n'existe pas",
      'verifie_le:',
    ],
    ['a month that does not exist', { verifie_le: '2026-13-01' }, 'verifie_le', 'verifie_le:'],
    ['an unknown type', { type: 'opinion' }, 'type : valeur inconnue ; choix possibles : fait', 'type:'],
    ['a number where a text belongs', { titre: 1540 }, 'titre : type attendu', 'titre:'],
    ['a title too long', { titre: 'a'.repeat(81) }, 'titre : trop long (au plus 80)', 'titre:'],
    ['a link that is no page id', { liens: ['Forges !'] }, 'identifiant de page attendu', 'Forges !'],
    ['an aid page without its aid', { type: 'aide' }, 'aide : champ obligatoire absent', '---'],
  ])('%s', (_, fields, message, at) => {
    const page = aPage(fields);
    const [fault, ...others] = faultsOf({ 'economie/forges.md': page });
    expect(others).toEqual([]);
    expect(fault).toContain(message);
    const line = at === '---' ? 2 : lineOf(page, at);
    expect(fault).toMatch(new RegExp(`^economie/forges\\.md:${line} `));
  });

  it.each([
    ['a quotation mark that is not closed', aPage().replace('bouton: ', 'bouton: "'), /:\d+ YAML illisible/],
    [
      'a colon inside a text',
      aPage().replace('bouton: Forges', 'bouton: Forges : et mines'),
      /:3 YAML illisible/,
    ],
    ['a bad indentation', aPage().replace('bouton:', ' bouton:'), /:[23] YAML illisible/],
    ['no front matter', 'Juste un texte.\n', /:1 en-tête absent/],
    ['a page without text', aPage({}, ''), /:1 page sans texte/],
    ['an empty file', '', /:1 en-tête absent/],
  ])('%s', (_, page, message) => {
    const faults = faultsOf({ 'economie/forges.md': page });
    expect(faults[0]).toMatch(message);
  });

  it('an English twin without its French page', () => {
    expect(faultsOf({ 'economie/forges.en.md': aTwin() })).toEqual([
      'economie/forges.en.md:1 page anglaise sans page française du même nom',
    ]);
  });

  it('an unknown key in an English twin', () => {
    const twin = aTwin({ sources: ['registre'] });
    const faults = faultsOf({ 'economie/forges.md': aPage(), 'economie/forges.en.md': twin });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^economie\/forges\.en\.md:\d+ .*champ inconnu : sources/);
  });

  it('an alias bomb is refused, not unfolded', () => {
    const bomb = [
      'a: &a [x, x]',
      ...'bcdefghij'.split('').map((k, i) => `${k}: &${k} [*${'abcdefghi'[i]}, *${'abcdefghi'[i]}]`),
    ];
    const page = aPage().replace('---\n', `---\n${bomb.join('\n')}\n`);
    expect(() => faultsOf({ 'economie/forges.md': page })).not.toThrow();
    expect(faultsOf({ 'economie/forges.md': page })).not.toEqual([]);
  });
});

it('tells all faults of all pages together, and reads the pages that have none', () => {
  const folder = knowledgeFolder({
    'economie/bonne.md': aPage(),
    'economie/mauvaise.md': aPage({ titre: undefined, type: 'opinion', verifie_le: 'hier' }),
    'territoire/vide.md': 'rien',
  });
  const { pages, faults } = readPages(folder);
  expect(pages.map((page) => page.id)).toContain('economie/bonne');
  expect(faults.filter((fault) => fault.file === 'economie/mauvaise.md')).toHaveLength(3);
  expect(faults.filter((fault) => fault.file === 'territoire/vide.md')).toHaveLength(1);
});

it('prints faults in the order of files and lines', () => {
  const level = 'erreur';
  const faults = [
    { file: 'b.md', line: 1, level, message: 'trois' },
    { file: 'a.md', line: 10, level, message: 'deux' },
    { file: 'a.md', line: 9, level, message: 'un' },
  ] as const;
  expect(formatFaults(faults).split('\n')).toEqual([
    'a.md:9 erreur : un',
    'a.md:10 erreur : deux',
    'b.md:1 erreur : trois',
  ]);
});
