import { createSpelling } from '../../src/text/spelling';

const vocabulary = new Map([
  ['combien', 60],
  ['etablissements', 40],
  ['industriels', 40],
  ['subvention', 50],
  ['telephone', 30],
  ['chaudiere', 30],
  ['hydrogene', 30],
  ['photovoltaique', 20],
  ['chaleur', 30],
  ['chalet', 2],
  ['aide', 200],
  ['aides', 200],
  ['emploi', 80],
  ['usines', 60],
  ['je', 300],
  ['veux', 90],
  ['des', 300],
  ['ademe', 40],
]);
const correct = createSpelling(vocabulary);

describe('a word that the knowledge does not use is taken for one that it uses', () => {
  it.each([
    ['a letter is missing', 'subvntion', 'subvention'],
    ['a letter is doubled', 'subbvention', 'subvention'],
    ['a doubled letter is single', 'etablisements', 'etablissements'],
    ['a letter is wrong', 'chaleir', 'chaleur'],
    ['two letters changed places', 'chaluer', 'chaleur'],
    ['two mistakes in a long word', 'etablisemants', 'etablissements'],
    ['it is written as it sounds', 'telefone', 'telephone'],
    ['it is written as it sounds, twice', 'fotovoltaik', 'photovoltaique'],
    ['the elision lost its apostrophe', 'lademe', 'ademe'],
    ['the elision lost its apostrophe before an h', 'lhydrogene', 'hydrogene'],
    ['the elision lost its apostrophe and a letter', 'lhydrogne', 'hydrogene'],
  ])('%s: %s', (_, typed, meant) => {
    expect(correct(typed)).toEqual([meant]);
  });
});

it.each([
  ['jeveux', ['je', 'veux']],
  ['desaides', ['des', 'aides']],
])('parts the glued words %s', (typed, words) => {
  expect(correct(typed)).toEqual(words);
});

describe('a word is left alone', () => {
  it.each([
    ['when it is known', 'combien'],
    ['when it is known and near to a more frequent one', 'chalet'],
    ['when it is short', 'pme'],
    ['when it holds digits', 'co2s'],
    ['when nothing is near', 'girafe'],
    ['when the near word begins otherwise', 'plaide'],
  ])('%s: %s', (_, word) => {
    expect(correct(word)).toEqual([word]);
  });
});

it('does not learn from a word met once: that may be a slip of the pen itself', () => {
  const pen = createSpelling(new Map([['subvenshion', 1]]));
  expect(pen('subvenshio')).toEqual(['subvenshio']);
});

it('keeps a rare known word and adds the frequent one it may stand for', () => {
  const unsure = createSpelling(
    new Map([
      ['subvension', 1],
      ['subvention', 50],
    ]),
  );
  expect(unsure('subvension')).toEqual(['subvension', 'subvention']);
});

it('corrects a message of 4,000 letters without a space in less than a second', () => {
  const started = performance.now();
  correct('a'.repeat(4000));
  correct('subvention'.repeat(400));
  expect(performance.now() - started).toBeLessThan(1000);
});
