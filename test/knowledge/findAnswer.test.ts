import type { AnswerContext } from '../../src/knowledge/answerOutcome';
import { readKnowledge, type Knowledge } from '../../src/knowledge/knowledge';
import { aPage, aTwin, knowledgeFolder } from '../support/knowledgeFolder';

let knowledge: Knowledge;
beforeAll(() => {
  knowledge = readKnowledge([
    knowledgeFolder({
      'economie/forges.md': aPage({
        titre: 'Combien de forges compte la vallée ?',
        liens: ['economie/ouvriers'],
        questions: ['nombre de forges', 'vous avez combien de forges', 'total des forges'],
      }),
      'economie/forges.en.md': aTwin(),
      'economie/ouvriers.md': aPage(
        {
          titre: 'Combien d’ouvriers travaillent dans la vallée ?',
          questions: ['nombre d’ouvriers', 'combien de salariés', 'effectif des ouvriers salariés'],
        },
        'La vallée compte 40 ouvriers.',
      ),
      'territoire/habitants.md': aPage(
        {
          titre: 'Combien d’habitants compte la vallée ?',
          theme: 'territoire',
          questions: ['population de la vallée', 'combien d’habitants', 'nombre d’habitants'],
        },
        'La vallée compte 1 000 habitants.',
      ),
      'limites/salaires.md': aPage(
        {
          titre: 'Combien gagne un ouvrier ?',
          type: 'limite',
          sources: [],
          questions: ['salaire moyen', 'combien gagne un ouvrier', 'quel est le salaire'],
        },
        'Je n’ai pas les salaires.',
      ),
      'decarbonation/chaleur.md': aPage(
        {
          titre: 'Que fait la vallée de la chaleur des fours ?',
          theme: 'decarbonation',
          questions: ['chaleur des fours', 'que devient la chaleur', 'la chaleur perdue'],
        },
        'La chaleur des fours chauffe la piscine.',
      ),
      'besoins/chaleur.md': aPage(
        {
          titre: 'Une aide pour récupérer la chaleur',
          type: 'besoin',
          theme: 'aides',
          questions: ['aide pour la chaleur', 'financer la récupération de chaleur', 'subvention chaleur'],
        },
        'Pour la chaleur des fours, voyez le Fonds des Forges.',
      ),
      'contact/telephone.md': aPage(
        {
          titre: 'Quel est le téléphone de la cheffe de projet ?',
          theme: 'contact',
          questions: ['numéro de téléphone', 'téléphone de la cheffe', 'appeler la cheffe de projet'],
        },
        'Le téléphone est le 01 23 45 67 89.',
      ),
    }),
  ]);
});
const find = (question: string, context?: AnswerContext) => knowledge.findAnswer(question, 'fr', context);

describe('answers', () => {
  it.each([
    ['a question that the page lists', 'combien de forges', 'economie/forges'],
    [
      'the same in capitals, without accents or apostrophe',
      'POPULATION DE LA VALLEE',
      'territoire/habitants',
    ],
    ['an abbreviation', 'cb de forges', 'economie/forges'],
    ['a typing error', 'numero de telefone', 'contact/telephone'],
    ['words in another order', 'la vallée, quelle population ?', 'territoire/habitants'],
    ['words and tags mixed', '<p>nombre <b>d’habitants</b></p>', 'territoire/habitants'],
  ])('%s: %s', (_, question, id) => {
    expect(find(question)).toMatchObject({ kind: 'answered', page: { id } });
  });

  it('an English question from the English twin', () => {
    const outcome = knowledge.findAnswer('how many forges', 'en');
    expect(outcome).toMatchObject({
      kind: 'answered',
      page: { id: 'economie/forges' },
      hit: { language: 'en' },
    });
  });
});

it('says what it does not know when an editor wrote so', () => {
  expect(find('combien gagne un ouvrier')).toMatchObject({
    kind: 'knownGap',
    page: { id: 'limites/salaires' },
  });
});

it.each([
  ['bonjour', 'greet'],
  ['SALUT !', 'greet'],
  ['rappelez-moi', 'callMeBack'],
])('recognises what is wanted of the assistant itself: %s', (text, intent) => {
  expect(find(text)).toMatchObject({ kind: 'intent', intent });
});

describe('admits', () => {
  it.each([
    ['a subject that no page knows', 'recette de la tarte aux pommes'],
    ['keyboard noise', 'azrtyuiop qsdf'],
    ['an empty message', ''],
    ['small words only', 'et de la'],
    [
      'one known word in a question about something else',
      'le xylophone girafe de Xanadu en zinc dans une vallée',
    ],
  ])('%s: %j', (_, question) => {
    expect(find(question).kind).toBe('unanswered');
  });

  it.each(['', '???', 'azrtyuiop qsdf'])(
    '%j without offering as nearest a page that shares nothing with it',
    (question) => {
      expect(find(question)).toMatchObject({ kind: 'unanswered', nearest: [] });
    },
  );

  it('and never offers as nearest what it cannot answer', () => {
    const outcome = find('le salaire des girafes de Xanadu et le zinc');
    const offered = outcome.kind === 'unanswered' ? outcome.nearest : [];
    expect(offered.map((page) => page.type)).not.toContain('limite');
  });
});

it('asks back with at most three pages, or admits, when a question fits several badly', () => {
  const outcome = find('combien dans la vallée');
  expect(['ambiguous', 'unanswered', 'answered']).toContain(outcome.kind);
  if (outcome.kind === 'ambiguous') {
    expect(outcome.candidates.length).toBeGreaterThan(1);
    expect(outcome.candidates.length).toBeLessThanOrEqual(3);
  }
});

describe('a second page comes along', () => {
  it('when a fact has aids of the same subject', () => {
    const outcome = find('la chaleur des fours');
    const ids = outcome.kind === 'answered' ? [outcome.page.id, outcome.also?.id] : [];
    expect(ids.sort()).toEqual(['besoins/chaleur', 'decarbonation/chaleur']);
  });

  it('but not from another subject', () => {
    expect(find('numéro de téléphone de la cheffe de projet')).toMatchObject({
      kind: 'answered',
      also: undefined,
    });
  });

  it('and never one that says it does not know', () => {
    for (const question of ['combien d’ouvriers', 'nombre d’ouvriers', 'combien de salariés']) {
      const outcome = find(question);
      expect(outcome).toMatchObject({ kind: 'answered', page: { id: 'economie/ouvriers' } });
      expect(outcome.kind === 'answered' ? outcome.also?.type : undefined).not.toBe('limite');
    }
  });
});

describe('a follow-up', () => {
  const context = { lastPageId: 'economie/forges', lastQuestion: 'combien de forges' };

  it.each([
    ['asks the same of something else', 'et d’ouvriers ?', 'economie/ouvriers'],
    ['asks the same of something else, with fewer words', 'et la population ?', 'territoire/habitants'],
    ['changes the subject', 'et le téléphone de la cheffe de projet ?', 'contact/telephone'],
    ['is a question of its own', 'que devient la chaleur des fours dans la vallée', 'decarbonation/chaleur'],
  ])('%s: %s', (_, question, id) => {
    expect(find(question, context)).toMatchObject({ kind: 'answered', page: { id } });
  });

  it('does not repeat the page that was just shown', () => {
    const { hits } = find('et les ouvriers des forges ?', context).ranking;
    expect(hits[0]?.id).toBe('page:economie/ouvriers');
  });

  it('means nothing after a page that is gone', () => {
    expect(() => find('et là ?', { lastPageId: 'economie/disparue', lastQuestion: 'combien' })).not.toThrow();
  });
});

it('gives the same outcome to the same question, whatever was asked between', () => {
  const first = find('combien de forges');
  find('et la population ?', { lastPageId: 'economie/forges', lastQuestion: 'combien de forges' });
  expect(find('combien de forges')).toEqual(first);
});

it.each([
  '__proto__',
  'constructor',
  'toString',
  'page:economie/forges',
  '~usine',
  'a_b',
  '\u0000',
  '(((',
  '*',
])('treats %j as words like others', (text) => {
  expect(() => find(text)).not.toThrow();
});

test('A short question that shares a word or two with a page is told the page as nearest, not as the answer', () => {
  const outcome = knowledge.findAnswer('nombre de timbres', 'fr');
  expect(outcome.kind).toBe('unanswered');
  expect(outcome.kind === 'unanswered' && outcome.closest?.id).toBe('economie/forges');
});

test('A question in the other language than the one chosen is read in its own', () => {
  const outcome = knowledge.findAnswer('how many forges are there?', 'fr');
  expect(outcome.kind === 'answered' && outcome.hit.language).toBe('en');
});
