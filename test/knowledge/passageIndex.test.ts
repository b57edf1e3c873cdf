import { compileIndex } from '../../src/knowledge/compiledIndex';
import type { Passage } from '../../src/knowledge/passage';
import { openPassageIndex } from '../../src/knowledge/passageIndex';
import { createAnalysis } from '../../src/text/analyse';
import { compileLexicon } from '../../src/text/lexicon';

const passage = (
  id: string,
  body: string,
  examples: string[],
  language: Passage['language'] = 'fr',
): Passage => ({
  id: `page:${id}`,
  language,
  examples,
  body,
});

const passages: readonly Passage[] = [
  passage('forges', 'La vallée compte douze forges, qui travaillent le fer.', [
    'combien de forges',
    'nombre de forges dans la vallée',
    'il y a beaucoup de forges ?',
  ]),
  passage('ouvriers', 'Les forges emploient quarante ouvriers.', [
    'combien d’ouvriers',
    'combien de salariés travaillent dans les forges',
    'emplois de la forge',
  ]),
  passage('habitants', 'La vallée compte mille habitants.', [
    'combien d’habitants',
    'population de la vallée',
    'quelle est la population',
  ]),
  passage('chaleur', 'La chaleur des fours chauffe la piscine.', [
    'que devient la chaleur des fours',
    'récupérer la chaleur',
    'chaleur perdue des fours',
  ]),
  passage('fours', 'Une aide existe pour remplacer un four.', [
    'aide pour remplacer un four',
    'changer mon four',
    'subvention nouveau four',
  ]),
  passage('telephone', 'Le téléphone de la cheffe de projet est le 01 23 45 67 89.', [
    'téléphone de la cheffe de projet',
    'son numéro',
    'appeler la cheffe de projet',
  ]),
  passage(
    'habitants',
    'The valley has a thousand inhabitants.',
    ['how many people live there', 'population'],
    'en',
  ),
];
const lexicon = compileLexicon({
  abbreviations: { cb: 'combien', tel: 'téléphone' },
  notions: { emploi: ['emploi', 'salarié', 'travailler', 'job'], four: ['four', 'étuve', 'furnace'] },
});
const analyse = createAnalysis(lexicon);
const open = () => openPassageIndex(compileIndex(passages, analyse, lexicon.words), analyse);
const index = open();
const order = (question: string, language: 'fr' | 'en' = 'fr') =>
  index.rank(question, language).hits.map((hit) => hit.id.replace('page:', ''));

describe('ranks first', () => {
  it.each([
    ['the passage asked for word by word', 'combien de forges', ['forges', 'ouvriers']],
    [
      'the passage that asks for people, when both name forges',
      'cb de salariés dans les forges',
      ['ouvriers', 'forges'],
    ],
    [
      'the passage whose synonym is used: "étuve" is a furnace',
      'une subvention pour une étuve neuve',
      ['fours'],
    ],
    [
      'the heat, when the furnace is only where it comes from',
      'la chaleur du four part dehors',
      ['chaleur', 'fours'],
    ],
    ['the aid, when the furnace is what is wanted', 'je veux changer de four', ['fours', 'chaleur']],
    ['the passage meant by a typing error', 'combien dhabitents', ['habitants']],
    ['the passage meant by an abbreviation', 'tel de la cheffe', ['telephone']],
    ['the passage meant in capitals without accents', 'TELEPHONE CHEFFE DE PROJET', ['telephone']],
    ['the only passage that holds a number', 'à qui est le 01 23 45 67 89', ['telephone']],
    ['the word of the text when no example holds it', 'on chauffe la piscine avec quoi', ['chaleur']],
  ])('%s: %s', (_, question, expected) => {
    expect(order(question).slice(0, expected.length)).toEqual(expected);
  });

  it('the passage in the language of the question, once for both languages', () => {
    const hits = index.rank('how many people live there', 'en').hits;
    expect(hits[0]).toMatchObject({ id: 'page:habitants', language: 'en' });
    expect(hits.filter((hit) => hit.id === 'page:habitants')).toHaveLength(1);
  });
});

describe('finds nothing near', () => {
  it.each([
    ['in an empty question', ''],
    ['in punctuation', '?!…'],
    ['in words that no passage knows', 'xylophone zinc'],
  ])('%s', (_, question) => {
    expect(index.rank(question, 'fr').hits.filter((hit) => hit.score > 0)).toEqual([]);
  });
});

describe('the likeness', () => {
  it.each([
    'combien de forges',
    'forges',
    'xylophone forges',
    'combien de forges et d’ouvriers et d’habitants',
    'four '.repeat(300),
  ])('lies between 0 and 1: %s', (question) => {
    for (const hit of index.rank(question, 'fr').hits) {
      for (const value of [hit.score, hit.coverage, hit.nearest]) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }
    }
  });

  it('does not grow with the length of the question', () => {
    const best = (question: string) => index.rank(question, 'fr').hits[0]?.score ?? 0;
    expect(best('combien de forges')).toBeGreaterThan(best('combien de forges xylophone girafe zinc') - 1e-9);
    expect(best('forges forges forges')).toBeCloseTo(best('forges'), 5);
  });

  it('covers less when part of the question is unknown', () => {
    const covered = (question: string) => index.rank(question, 'fr').hits[0]?.coverage ?? 0;
    expect(covered('combien de forges')).toBeGreaterThan(covered('combien de forges à Xanadu'));
  });

  it('is whole to an example asked to the letter', () => {
    expect(index.rank('nombre de forges dans la vallée', 'fr').hits[0]?.nearest).toBeCloseTo(1, 2);
  });
});

it('lists best first, each passage once', () => {
  const { hits } = index.rank('combien de forges dans la vallée', 'fr');
  expect(hits.map((hit) => hit.score)).toEqual([...hits.map((hit) => hit.score)].sort((a, b) => b - a));
  expect(new Set(hits.map((hit) => hit.id)).size).toBe(hits.length);
});

it('gives the same ranking to the same question, whatever was asked between and by whatever index of the same pages', () => {
  const first = index.rank('combien d’ouvriers', 'fr');
  order('la chaleur du four');
  order('population', 'en');
  expect(index.rank('combien d’ouvriers', 'fr')).toEqual(first);
  expect(open().rank('combien d’ouvriers', 'fr')).toEqual(first);
});

it('tells which words of the question it knows', () => {
  const { terms } = index.rank('forges à Xanadu', 'fr');
  const known = (word: string) => terms.find((term) => term.text.startsWith(word))?.known;
  expect(known('forg')).toBe(true);
  expect(known('xanadu')).toBe(false);
});

it('gives a word that tells passages apart more weight than one that all share', () => {
  const { terms } = index.rank('combien ouvriers', 'fr');
  const weight = (word: string) => terms.find((term) => term.text.startsWith(word))?.weight ?? 0;
  expect(weight('ouvri')).toBeGreaterThan(weight('combien'));
});

it('compiles to plain data that can be copied and opened elsewhere', () => {
  const copy = structuredClone(compileIndex(passages, analyse, lexicon.words));
  expect(openPassageIndex(copy, analyse).rank('combien de forges', 'fr')).toEqual(
    index.rank('combien de forges', 'fr'),
  );
});

it('counts passages of both languages, and opens without any', () => {
  expect(index.size).toBe(passages.length);
  const empty = openPassageIndex(compileIndex([], analyse, new Set()), analyse);
  expect(empty.rank('combien de forges', 'fr').hits).toEqual([]);
});
