import { compileIndex } from '../../src/knowledge/compiledIndex';
import type { Passage } from '../../src/knowledge/passage';
import { openPassageIndex } from '../../src/knowledge/passageIndex';
import { rankQuestion } from '../../src/knowledge/rankQuestion';
import { createAnalysis } from '../../src/text/analyse';
import { compileLexicon } from '../../src/text/lexicon';

const french = (id: string, ...examples: string[]): Passage => ({ id, language: 'fr', examples, body: '' });
const passages = [
  french(
    'page:isolation',
    'aide pour isoler un atelier',
    'isoler le toit',
    'isolation des murs de l’atelier',
  ),
  french(
    'page:machine',
    'aide pour une machine',
    'remplacer une vieille presse',
    'acheter une machine neuve',
  ),
  french('page:telephone', 'téléphone de la cheffe de projet', 'quel est son numéro', 'numéro de téléphone'),
  french('page:habitants', 'combien d’habitants', 'population de la vallée', 'nombre d’habitants'),
  french('intent:greet', 'bonjour', 'bonjour madame', 'salut'),
  french('intent:thanks', 'merci', 'merci beaucoup', 'merci d’avance pour votre aide'),
];
const lexicon = compileLexicon({ abbreviations: {}, notions: {} });
const analyse = createAnalysis(lexicon);
const index = openPassageIndex(compileIndex(passages, analyse, lexicon.words), analyse);
const first = (text: string) => rankQuestion(index, text, 'fr').hits[0]?.id;

it.each([
  [
    'at its end',
    'Bonjour madame, nous sommes une petite société familiale installée depuis trois générations au bord du fleuve, et je voudrais savoir : quel est le numéro de téléphone ?',
    'page:telephone',
  ],
  [
    'at its beginning',
    'Combien d’habitants compte la vallée ? Je prépare un exposé pour mon école avec deux camarades et notre professeure nous demande des chiffres précis.',
    'page:habitants',
  ],
  [
    'between two stories',
    'Mon grand-père a bâti cette maison en 1950. Existe-t-il une aide pour isoler un atelier ? Ma sœur et moi voudrions que tout soit prêt avant Noël.',
    'page:isolation',
  ],
  [
    'after a greeting and before thanks',
    'Bonjour madame, notre presse a quarante ans et tombe sans cesse en panne, peut-on nous aider à remplacer une vieille presse ? Merci d’avance.',
    'page:machine',
  ],
])('hears the question that stands %s', (_, text, page) => {
  expect(first(text)).toBe(page);
});

it.each(['bonjour', 'combien d’habitants', 'aide pour isoler le toit'])(
  'ranks a short message as the index does: %s',
  (text) => {
    expect(rankQuestion(index, text, 'fr')).toEqual(index.rank(text, 'fr'));
  },
);

it('lists best first, with the terms of the whole message', () => {
  const text =
    'Nous avons un atelier très froid en hiver et très chaud en été, dites-moi donc si une aide existe pour isoler le toit.';
  const { hits, terms } = rankQuestion(index, text, 'fr');
  expect(hits.map((hit) => hit.score)).toEqual([...hits.map((hit) => hit.score)].sort((a, b) => b - a));
  expect(terms).toEqual(index.rank(text, 'fr').terms);
});

it('ranks 4,000 characters in less than a second', () => {
  const started = performance.now();
  first('je voudrais une aide pour isoler mon atelier, '.repeat(87));
  expect(performance.now() - started).toBeLessThan(1000);
});
