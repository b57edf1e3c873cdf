import { detectLanguage } from '../../src/text/language';

describe('French is recognised', () => {
  it.each([
    'Combien d’habitants compte le territoire ?',
    "ya cb d'usines chez vous",
    'kel aide pr isolé mon atelier',
    'COMBIEN D HABITANTS',
    'vos priorités ?',
    'bjr',
    'c koi incase',
    'subvention chaudière biomasse',
    'Le Prêt Vert de Bpifrance, please ?',
    'et son mail ?',
  ])('%s', (text) => {
    expect(detectLanguage(text, 'fr').language).toBe('fr');
  });
});

describe('English is recognised', () => {
  it.each([
    'How many people live there?',
    "who's in charge over there?",
    'any grants for a small workshop',
    'English please',
    'What is the Prêt Vert?',
    'Where is the Maison des entreprises?',
    'phone number of the project lead?',
    'waste heat recovery funding',
    'thanks',
    'And his email?',
  ])('%s', (text) => {
    expect(detectLanguage(text, 'fr').language).toBe('en');
  });
});

it.each(['Dupont', 'ok', '06 80 96 16 52', 'INCASE', '????', '', '👍', 'jeanne@example.org'])(
  '%j tells no language, and the conversation’s language stays',
  (text) => {
    expect(detectLanguage(text, 'fr').language).toBe('fr');
    expect(detectLanguage(text, 'en').language).toBe('en');
  },
);
