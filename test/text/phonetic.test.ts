import { phoneticKey } from '../../src/text/phonetic';

describe('spellings that sound alike share their key', () => {
  it.each([
    ['telephone', 'telefone'],
    ['photovoltaique', 'fotovoltaik'],
    ['usine', 'uzine'],
    ['quel', 'kel'],
    ['batiment', 'batiman'],
    ['emplois', 'emploi'],
    ['bureau', 'buro'],
    ['energie', 'enerjie'],
    ['chercher', 'cherche'],
    ['hydrogene', 'ydrogene'],
    ['subvention', 'subvenssion'],
    ['impots', 'impaux'],
  ])('%s and %s', (one, other) => {
    expect(phoneticKey(one)).toBe(phoneticKey(other));
  });
});

it.each([
  ['chaleur', 'couleur'],
  ['aide', 'idee'],
  ['usine', 'cuisine'],
  ['region', 'raison'],
])('%s and %s sound different', (one, other) => {
  expect(phoneticKey(one)).not.toBe(phoneticKey(other));
});
