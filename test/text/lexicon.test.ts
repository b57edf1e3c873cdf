import { createAnalysis } from '../../src/text/analyse';
import { compileLexicon } from '../../src/text/lexicon';
import { stem } from '../../src/text/stem';
import { tokenise } from '../../src/text/tokenise';

const lexicon = compileLexicon({
  abbreviations: { cb: 'combien', koi: 'quoi', 'c koi': "c'est quoi", rdv: 'rendez-vous' },
  notions: {
    chaleurFatale: ['chaleur fatale', 'chaleur perdue', 'waste heat'],
    chaleur: ['chaleur', 'heat'],
    chefDeProjet: ['chef de projet', 'project lead'],
    usine: ['usine', 'factory', 'site industriel'],
    ou: ['où est', 'where is'],
  },
});
const notions = (text: string) =>
  lexicon.find(tokenise(text).map((word) => stem(word, 'fr'))).map((match) => match.notion);
const analyse = createAnalysis(lexicon);
const terms = (text: string, language: 'fr' | 'en' = 'fr') =>
  analyse(text, language).map((term) => term.text);

describe('abbreviations', () => {
  it.each([
    ['cb ca coute', ['combien', 'ca', 'coute']],
    ['koi de neuf', ['quoi', 'de', 'neuf']],
    ['c koi', ['c', 'est', 'quoi']],
    ['un rdv', ['un', 'rendez', 'vous']],
    ['cbien', ['cbien']],
  ])('%s', (text, words) => {
    expect(lexicon.expand(text.split(' '))).toEqual(words);
  });
});

describe('notions', () => {
  it.each([
    ['one word', 'une usine', ['usine']],
    ['a plural', 'des usines', ['usine']],
    ['a form of several words', 'le site industriel', ['usine']],
    ['the longer form wins over the shorter inside it', 'la chaleur fatale', ['chaleurFatale']],
    ['the shorter form by itself', 'la chaleur', ['chaleur']],
    ['two notions in one text', 'chaleur perdue usine', ['chaleurFatale', 'usine']],
    ['a word that no notion knows', 'une girafe', []],
  ])('%s', (_, text, expected) => {
    expect(notions(text)).toEqual(expected);
  });

  it('are found whichever language the visitor was taken to speak', () => {
    expect(terms('factories', 'en')).toContain('~usine');
    expect(terms('factory', 'fr')).toContain('~usine');
    expect(terms('usines', 'en')).toContain('~usine');
  });

  it.each(['le chef de projet', 'le chef projet', 'chefs de projets'])(
    'are found with or without the small words inside: %s',
    (text) => {
      expect(terms(text)).toContain('~chefDeProjet');
    },
  );

  it('may live by a small word', () => {
    expect(terms('où est le bureau')).toContain('~ou');
    expect(terms('il est parti')).not.toContain('~ou');
  });

  it('tells which words its forms are made of', () => {
    expect(lexicon.words).toEqual(new Set([...lexicon.words, 'chaleur', 'waste', 'factory']));
  });
});

describe('the analysis', () => {
  it('gives the word, its notion and pairs of neighbours, each once', () => {
    const found = terms('usine usine solaire');
    expect(found).toEqual(expect.arrayContaining(['~usine', stem('usine', 'fr'), stem('solaire', 'fr')]));
    expect(new Set(found).size).toBe(found.length);
    expect(found.some((term) => term.includes('_'))).toBe(true);
  });

  it.each([
    ['accents', 'Où est l’énergie ?', 'ou est l energie'],
    ['case', 'COMBIEN D’USINES', "combien d'usines"],
    ['abbreviations', "cb d'usines", "combien d'usines"],
    ['ligatures', 'la main-d’œuvre', "la main d'oeuvre"],
    ['HTML', '<b>combien</b> d’<i>usines</i>', "combien d'usines"],
    ['emoji and punctuation', '🏭 combien d’usines ?!', "combien d'usines"],
    ['numbers', '1 260 000 habitants', '1260000 habitants'],
  ])('is the same whatever the %s', (_, one, other) => {
    expect(terms(one)).toEqual(terms(other));
  });

  it('takes words as the corrector gives them', () => {
    const corrected = analyse('uzine', 'fr', (word) => (word === 'uzine' ? ['usine'] : [word]));
    expect(corrected.map((term) => term.text)).toContain('~usine');
  });
});
