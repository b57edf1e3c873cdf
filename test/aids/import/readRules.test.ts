import { criteriaOf } from '../../../src/aids/import/criteriaOf';
import { readRules } from '../../../src/aids/import/readRules';

const read = (rules: Record<string, unknown>, names = ['est éligible']) => {
  const { condition, faults, unused } = readRules(rules, names);
  const ruled = criteriaOf(condition);
  return {
    ...ruled,
    faults: [...faults, ...ruled.faults].map(({ rule, reason }) => `${rule}: ${reason}`),
    unused,
  };
};
const eligible = (rule: unknown, others: Record<string, unknown> = {}) =>
  read({ 'entreprise . est éligible': rule, ...others });
const all = (...list: unknown[]) => ({ 'toutes ces conditions': list });
const any = (...list: unknown[]) => ({ 'une de ces conditions': list });

it.each([
  ['effectif <= 249', { name: 'employees', max: 249 }],
  ['effectif < 250', { name: 'employees', max: 249 }],
  ['effectif >= 20', { name: 'employees', min: 20 }],
  ['effectif > 19', { name: 'employees', min: 20 }],
  ['effectif = 1', { name: 'employees', min: 1, max: 1 }],
  ['code NAF niveau 1 . est C', { name: 'activity', codes: ['C'] }],
  ['région = Normandie', { name: 'place', regions: ['28'], departements: [] }],
  ['région = Landes', { name: 'place', regions: [], departements: ['40'] }],
  ['région = Saint-Pierre-Et-Miquelon', { name: 'place', regions: [], departements: ['975'] }],
  ['région = Provence-Alpes-Côte d’Azur', { name: 'place', regions: ['93'], departements: [] }],
  ['microentrepreneur = non', { name: 'notMicro' }],
])('reads "%s"', (statement, criterion) => {
  expect(eligible(all(statement))).toMatchObject({ criteria: [criterion], faults: [] });
});

it('joins limits of size, follows references and takes alternatives of one kind together', () => {
  const { criteria, faults, unused } = eligible(
    all('a un effectif éligible', 'entreprise . est bien placée', 'effectif >= 5'),
    {
      'entreprise . a un effectif éligible': all('effectif >= 1', 'effectif <= 49'),
      'entreprise . est bien placée': any('région = Bretagne', 'région = Corse', 'région = Mayenne'),
    },
  );
  expect(criteria).toEqual([
    { name: 'employees', min: 5, max: 49 },
    { name: 'place', regions: ['53', '94'], departements: ['53'] },
  ]);
  expect({ faults, unused }).toEqual({ faults: [], unused: [] });
});

it('takes what is asked "applicable si" as asked too, and dates as fields of their own', () => {
  const dates = all(
    'dispositif . début de validité <= date du jour',
    'date du jour <= dispositif . fin de validité',
  );
  expect(eligible({ 'applicable si': dates, valeur: 'oui' })).toMatchObject({ criteria: [], faults: [] });
  expect(eligible({ 'applicable si': 'microentrepreneur = non', valeur: 'oui' }).criteria).toEqual([
    { name: 'notMicro' },
  ]);
});

it('keeps of two lists of activities what both name', () => {
  const { criteria } = eligible(
    all(
      any('code NAF niveau 1 . est B', 'code NAF niveau 1 . est C'),
      any('code NAF niveau 1 . est C', 'code NAF niveau 1 . est D'),
    ),
  );
  expect(criteria).toEqual([{ name: 'activity', codes: ['C'] }]);
});

it('gathers objectives, folded', () => {
  const objective = "questionnaire . objectif prioritaire . est l'écoconception";
  expect(eligible(any(objective)).objectives).toEqual(["l'ecoconception"]);
});

it.each([
  ['a comparison that is not known', 'région != Corse', 'condition inconnue'],
  ['a region that does not exist', 'région = Atlantide', 'condition inconnue'],
  ['a section that does not exist', 'code NAF niveau 1 . est Z', 'condition inconnue'],
  ['micro-entrepreneurs alone', 'microentrepreneur = oui', 'condition inconnue'],
  [
    'another word for combining',
    { 'aucune de ces conditions': [] },
    'forme de règle inconnue : aucune de ces conditions',
  ],
  ['a number', 7, 'règle illisible : 7'],
  ['a list that is none', { 'toutes ces conditions': 'effectif <= 9' }, 'liste de conditions attendue'],
  ['a choice between kinds', any('effectif <= 9', 'région = Corse'), 'natures différentes'],
  ['a choice between sizes', any('effectif <= 9', 'effectif >= 250'), "tranches d'effectif"],
  [
    'a choice between groups',
    any(all('effectif <= 9', 'région = Corse'), 'effectif >= 250'),
    'plusieurs conditions groupées',
  ],
  [
    'sizes that exclude each other',
    all('effectif <= 9', 'effectif >= 10'),
    'aucun effectif ne peut convenir',
  ],
  [
    'places that exclude each other',
    all('région = Corse', 'région = Mayotte'),
    'aucun lieu ne peut convenir',
  ],
  ['a rule that refers to itself', 'est éligible', 'renvoie à elle-même'],
])('reports %s', (_, rule, reason) => {
  expect(eligible(rule).faults).toEqual([expect.stringContaining(reason)]);
});

it('names the rule in which something is wrong, and the rules that nothing refers to', () => {
  const { faults, unused } = eligible(all('a la bonne taille'), {
    'entreprise . a la bonne taille': all('effectif plutôt petit'),
    'entreprise . est oubliée': all('effectif <= 9'),
  });
  expect(faults).toEqual(['a la bonne taille: condition inconnue : « effectif plutôt petit »']);
  expect(unused).toEqual(['est oubliée']);
});
