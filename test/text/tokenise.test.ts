import { tokenise } from '../../src/text/tokenise';

describe('words', () => {
  it.each([
    ["l'aide d'État", ['l', 'aide', 'd', 'etat']],
    ['L’AIDE D’ÉTAT', ['l', 'aide', 'd', 'etat']],
    ["jusqu'à quand", ['jusqu', 'a', 'quand']],
    ["lorsqu'elle, puisqu'il", ['lorsqu', 'elle', 'puisqu', 'il']],
    ["qu'est-ce que c'est", ['qu', 'est', 'ce', 'que', 'c', 'est']],
    ["y a-t-il quelqu'un", ['y', 'a', 't', 'il', 'quelqu', 'un']],
    ['Port-Jérôme-sur-Seine', ['port', 'jerome', 'sur', 'seine']],
    ['main-d’œuvre', ['main', 'd', 'oeuvre']],
    ['CO2, C3IV et CO₂', ['co2', 'c3iv', 'et', 'co2']],
    ['a+', ['a', 'plus']],
    ['A +', ['a', 'plus']],
    ["what's the programme's aim", ['what', 'the', 'programme', 'aim']],
    ["we're, I'll, you've", ['we', 'i', 'you']],
    ['🏭 usines 👍🏽', ['usines']],
    ['aide!!!???', ['aide']],
    ['????', []],
    ['', []],
  ])('%j', (text, words) => {
    expect(tokenise(text)).toEqual(words);
  });

  it('keeps a negation apart from what it denies', () => {
    expect(tokenise("don't call")).not.toEqual(tokenise('do call'));
  });
});

describe('numbers', () => {
  it.each([
    ['1 260 000', ['1260000']],
    ['1\u00a0260\u202f000', ['1260000']],
    ['1,260,000', ['1260000']],
    ['1.260.000', ['1260000']],
    ['1260000', ['1260000']],
    ['1,26 million', ['1.26', 'million']],
    ['1.26 million', ['1.26', 'million']],
    ['45,2 %', ['45.2']],
    ['45.2%', ['45.2']],
    ['67 330 emplois', ['67330', 'emplois']],
    ['06 80 96 16 52', ['06', '80', '96', '16', '52']],
    ['en 2018, 10 agglos', ['en', '2018', '10', 'agglos']],
    ['20 à 250', ['20', 'a', '250']],
  ])('%j', (text, words) => {
    expect(tokenise(text)).toEqual(words);
  });
});
