import { stem } from '../../src/text/stem';

describe('forms of one word share their stem', () => {
  it.each([
    ['aide', 'aides'],
    ['entreprise', 'entreprises'],
    ['subvention', 'subventions'],
    ['industriel', 'industriels'],
    ['industriel', 'industrielle'],
    ['emploi', 'emplois'],
    ['region', 'regions'],
    ['habitant', 'habitants'],
    ['financer', 'financez'],
    ['recuperer', 'recuperation'],
    ['isoler', 'isole'],
    ['credit', 'credits'],
    ['formation', 'formations'],
  ])('French: %s and %s', (one, other) => {
    expect(stem(one, 'fr')).toBe(stem(other, 'fr'));
  });

  it.each([
    ['company', 'companies'],
    ['factory', 'factories'],
    ['job', 'jobs'],
    ['grant', 'grants'],
    ['insulate', 'insulating'],
  ])('English: %s and %s', (one, other) => {
    expect(stem(one, 'en')).toBe(stem(other, 'en'));
  });
});

describe('words of different meaning keep different stems', () => {
  it.each([
    ['taxe', 'taxi'],
    ['commune', 'communication'],
    ['conseil', 'conseiller'],
    ['forme', 'former'],
    ['chaleur', 'chalet'],
    ['usine', 'usage'],
  ])('%s and %s', (one, other) => {
    expect(stem(one, 'fr')).not.toBe(stem(other, 'fr'));
  });
});

it.each(['co2', '2050', 'pme', 'c3iv', '1.26'])('leaves %s as it is', (word) => {
  expect(stem(word, 'fr')).toBe(word);
  expect(stem(word, 'en')).toBe(word);
});

it('gives the same stem however many words came between', () => {
  const first = stem('chaudieres', 'fr');
  for (let n = 0; n < 1000; n += 1) stem(`mot${String.fromCharCode(97 + (n % 26))}`.repeat(2) + 'xyz', 'fr');
  expect(stem('chaudieres', 'fr')).toBe(first);
});
