import { mapProgramme } from '../../../src/aids/import/mapProgramme';
import { programmeSchema } from '../../../src/aids/import/programme';
import { matchScheme } from '../../../src/aids/matchScheme';
import type { Profile } from '../../../src/aids/profile';
import { aProgramme, rules } from '../../support/catalogue';

const map = (fields: Record<string, unknown> = {}) => mapProgramme(programmeSchema.parse(aProgramme(fields)));
const schemeOf = (fields: Record<string, unknown> = {}) => {
  const { scheme, issues } = map(fields);
  if (!scheme) throw new Error(JSON.stringify(issues));
  return scheme;
};
const stopping = (fields: Record<string, unknown>) => {
  const { scheme, issues } = map(fields);
  expect(scheme).toBeUndefined();
  return issues.filter(({ stops }) => stops).map(({ field, reason }) => `${field}: ${reason}`);
};
const published = (conditions: Record<string, unknown>, fields: Record<string, unknown> = {}) => ({
  "nature de l'aide": undefined,
  "type de l'aide": 'financement',
  'types bénéficiaire': ['Entreprises privées'],
  publicodes: undefined,
  "conditions d'éligibilité": conditions,
  ...fields,
});

it('makes a scheme with the criteria of the rules, themes of the objectives and the catalogue’s words', () => {
  expect(schemeOf()).toMatchObject({
    title: 'Coup de main Enclumes',
    paragraphs: ['Un conseiller examine vos enclumes.', '- Il les pèse.', '- Il vous conseille.'],
    kinds: ['etude', 'conseil'],
    themes: ['ecoconception'],
    criteria: [
      { name: 'employees', max: 249 },
      { name: 'activity', codes: ['B', 'C'] },
      { name: 'notMicro' },
    ],
    conditions: ["Au moins 2 ans d'activité"],
    forWhom: 'Moins de 250 salariés ; Non éligible aux micro-entreprises',
    amounts: ['300 € HT'],
    dates: { closesOn: '2099-12-31', permanent: false },
    url: 'https://forgerons.example/enclumes',
  });
});

it.each<[string, Profile, string]>([
  ['fits', { employees: 40, activityCode: '25.62B', legalCategory: '5710' }, 'eligible'],
  ['is too large', { employees: 250, activityCode: '25.62B', legalCategory: '5710' }, 'notEligible'],
  ['does something else', { employees: 40, activityCode: '56.10A', legalCategory: '5710' }, 'notEligible'],
  ['does not say its size', { activityCode: '25.62B', legalCategory: '5710' }, 'toBeChecked'],
  [
    'may be a micro-entrepreneur',
    { employees: 0, activityCode: '25.62B', legalCategory: '1000' },
    'toBeChecked',
  ],
])('gives a company that %s its verdict', (_, profile, verdict) => {
  expect(matchScheme({ ...schemeOf(), id: 'enclumes' }, profile, '2026-11-23').verdict).toBe(verdict);
});

it('is ended from the day after its last one', () => {
  const scheme = { ...schemeOf({ 'fin de validité': '23/11/2026' }), id: 'enclumes' };
  const verdictOn = (day: string) => matchScheme(scheme, { employees: 40 }, day).verdict;
  expect([verdictOn('2026-11-23'), verdictOn('2026-11-24')]).toEqual(['toBeChecked', 'ended']);
});

it('takes a missing end for unknown and not for permanent', () => {
  expect(schemeOf({ 'fin de validité': undefined }).dates).toMatchObject({
    closesOn: undefined,
    permanent: false,
  });
});

it('is suspended when the catalogue says so', () => {
  expect(schemeOf({ 'aide temporairement indisponible': 'oui' }).dates.suspended).toBe(true);
});

it.each([
  [
    'a day that does not exist',
    { 'fin de validité': '31/02/2027' },
    'fin de validité: date impossible : « 31/02/2027 »',
  ],
  ['words for a day', { 'début de validité': 'bientôt' }, 'début de validité: date impossible : « bientôt »'],
  [
    'an end before the beginning',
    { 'début de validité': '02/01/2027', 'fin de validité': '01/01/2027' },
    'fin de validité: le 2027-01-01 précède le début, le 2027-01-02',
  ],
  [
    'a rule of unknown form',
    { publicodes: rules({ 'entreprise . est éligible': { variations: [] } }) },
    'publicodes, est éligible: forme de règle inconnue : variations',
  ],
  [
    'an unknown region',
    { publicodes: rules({ 'entreprise . est éligible': 'région = Atlantide' }) },
    'publicodes, est éligible: condition inconnue : « région = Atlantide »',
  ],
  [
    'no company among those it is for',
    { 'types bénéficiaire': ['Communes', 'Particuliers'] },
    'types bénéficiaire: pas pour les entreprises : Communes, Particuliers',
  ],
])('leaves out a programme with %s, and says where', (_, fields, issue) => {
  expect(stopping(fields)).toEqual([issue]);
});

it('imports with a remark what changes no verdict: an unknown objective, an unused rule, an unreadable address', () => {
  const { scheme, issues } = map({
    url: 'voir le site',
    publicodes: rules({
      'entreprise . a un objectif ciblé': 'questionnaire . objectif prioritaire . est la lune',
      'entreprise . est oubliée': 'effectif <= 9',
    }),
  });
  expect(scheme?.url).toBeUndefined();
  expect(issues.map(({ field, stops }) => [field, stops])).toEqual([
    ['publicodes, est oubliée', false],
    ['objectif', false],
    ['url', false],
  ]);
});

describe('the published layout', () => {
  it('gives criteria as data', () => {
    const conditions = {
      "taille de l'entreprise": {
        description: ['PME'],
        "catégorie d'entreprise": ['PME'],
        'effectif minimum': 10,
        'effectif maximum': 249,
        'éligible aux micro-entreprises': false,
      },
      'secteur géographique': {
        description: ['Ouest'],
        'zone géographique Régions': ['Bretagne', 'Polynésie française'],
      },
      "secteur d'activité": { description: ['Industrie'], 'secteurs spécifiques': ['C', '38.3'] },
      "nombre d'années d'activité": { description: ['3 ans'], "minimum d'années d'activité": 3 },
    };
    expect(schemeOf(published(conditions, { thématiques: ['Eau'] }))).toMatchObject({
      kinds: ['subvention'],
      themes: ['eau'],
      criteria: [
        { name: 'employees', min: 10, max: 249 },
        { name: 'category', categories: ['PME'] },
        { name: 'activity', codes: ['C', '38.3'] },
        { name: 'place', regions: ['53'], departements: ['987'] },
        { name: 'age', minYears: 3 },
        { name: 'notMicro' },
      ],
    });
  });

  it('takes excluded sections and divisions away', () => {
    const activity = { 'secteurs spécifiques': ['A', 'B', 'K'], 'secteurs exclus': ['K', '02'] };
    expect(schemeOf(published({ "secteur d'activité": activity })).criteria).toEqual([
      { name: 'activity', codes: ['01', '03', 'B'] },
    ]);
  });

  it.each([
    [{ "secteur d'activité": { 'secteurs exclus': ['64.20Z'] } }, 'secteurs exclus: exclusion plus fine'],
    [
      { "secteur d'activité": { 'secteurs spécifiques': ['industrie'] } },
      "secteur d'activité: code NAF inconnu",
    ],
    [
      { 'secteur géographique': { 'zone géographique Régions': ['Atlantide'] } },
      'région inconnue : « Atlantide »',
    ],
    [{ "taille de l'entreprise": { 'effectif minimum': 9, 'effectif maximum': 8 } }, 'aucun effectif'],
  ])('leaves out what %j would tell wrongly', (conditions, issue) => {
    expect(stopping(published(conditions))).toEqual([expect.stringContaining(issue)]);
  });
});

it('keeps amounts that depend on place or size with whom they are for, and leaves out those it cannot tell apart', () => {
  const amount = 'Montant du dispositif';
  const { amounts } = schemeOf({
    'champs conditionnels': [
      { 'une de ces conditions': ['région = Bretagne', 'région = Corse'], [amount]: 'Gratuit' },
      { 'toutes ces conditions': ['effectif >= 50', 'effectif <= 249'], [amount]: '500 €' },
      {
        'toutes ces conditions': ['effectif >= 0', 'effectif <= 49'],
        [amount]: '100 €',
        'Eligibilité taille': 'Les petites',
      },
      { 'aucune de ces conditions': ['région = Corse'], [amount]: '900 €' },
    ],
  });
  expect(amounts).toEqual([
    '300 € HT',
    'Bretagne, Corse : Gratuit',
    '50 à 249 salariés : 500 €',
    'Les petites : 100 €',
  ]);
});

it.each([
  [{ "nature de l'aide": 'prêt', 'montant du prêt': '9 €' }, ['pret']],
  [{ "nature de l'aide": 'avantage fiscal' }, ['fiscal']],
  [{ "nature de l'aide": 'formation' }, ['formation']],
  [{ "nature de l'aide": 'étude', 'montant du financement': '70 %' }, ['etude', 'subvention']],
  [
    {
      "nature de l'aide": 'financement',
      'montant du financement': '1 € (subvention) ou 2 € (avance remboursable)',
    },
    ['subvention', 'avance'],
  ],
])('tells the kinds of help of %j', (fields, kinds) => {
  expect(schemeOf(fields).kinds).toEqual(kinds);
});

it.each([
  ['Région Bretagne', 'région = Bretagne', 'region'],
  ['ADEME', 'région = Bretagne', 'etat'],
  ['Guilde des Forgerons', 'région = Bretagne', 'region'],
  ['Guilde des Forgerons', 'effectif <= 9', 'etat'],
])('takes a scheme of %s under "%s" to be of level %s', (operator, rule, level) => {
  const publicodes = rules({ 'entreprise . est éligible': rule });
  expect(schemeOf({ 'opérateur de contact': operator, publicodes }).level).toBe(level);
});
