import { join } from 'node:path';
import { createFindSite } from '../../src/territory/findSite';
import { readCommunes } from '../../src/territory/readCommunes';
import type { SiteOutcome } from '../../src/territory/site';

const findSite = createFindSite(() =>
  readCommunes(join(__dirname, '../../knowledge/territoire/communes.csv')),
);
const names = (outcome: SiteOutcome): string[] => {
  if (outcome.kind === 'unknown') return [];
  return (outcome.kind === 'ambiguous' ? outcome.communes : [outcome.commune]).map(({ name }) => name);
};

describe('a site is inside', () => {
  it.each([
    ['Lillebonne', 'Lillebonne', 'Caux Seine Agglo'],
    ['LILLEBONNE (76)', 'Lillebonne', 'Caux Seine Agglo'],
    ['st etienne du rouvray', 'Saint-Étienne-du-Rouvray', 'Métropole Rouen Normandie'],
    ['Port-Jérôme s/ Seine', 'Port-Jérôme-sur-Seine', 'Caux Seine Agglo'],
    ['76330 Notre-Dame', 'Port-Jérôme-sur-Seine', 'Caux Seine Agglo'],
    ['Notre-Dame-de-Gravenchon', 'Port-Jérôme-sur-Seine', 'Caux Seine Agglo'],
    ['au Havre', 'Le Havre', 'Le Havre Seine Métropole'],
    ['76037 Rouen Cedex 1', 'Rouen', 'Métropole Rouen Normandie'],
    ['76476', 'Port-Jérôme-sur-Seine', 'Caux Seine Agglo'],
    ['76476 PORT-JEROME-SUR-SEINE', 'Port-Jérôme-sur-Seine', 'Caux Seine Agglo'],
    ['Vernon (27)', 'Vernon', 'Seine Normandie Agglomération'],
    ['evreux', 'Évreux', 'Evreux Portes de Normandie'],
  ])('%s', (typed, name, intercommunality) => {
    expect(findSite(typed)).toMatchObject({ kind: 'inside', commune: { name }, intercommunality });
  });
});

describe('a site is outside', () => {
  it.each([
    ['Lyon', 'Lyon'],
    ['Bernay (27)', 'Bernay'],
    ['Paris 15', 'Paris'],
    ['75108 PARIS 8', 'Paris'],
    ["l'aigle", "L'Aigle"],
    // INSEE code of a commune of the programme, and another one's postcode.
    ['76470', 'Le Tréport'],
  ])('%s', (typed, name) => {
    expect(findSite(typed)).toMatchObject({ kind: 'outside', commune: { name } });
  });
});

describe('the visitor is asked back', () => {
  it('for a postcode that communes share, the largest first', () => {
    const outcome = findSite('76 330');
    expect(outcome.kind).toBe('ambiguous');
    expect(names(outcome)).toContain('Petiville');
    expect(names(outcome)[0]).toBe('Port-Jérôme-sur-Seine');
  });

  it('for a name that several communes bear, those of the programme first', () => {
    const outcome = findSite('Vernon');
    expect(outcome).toMatchObject({ kind: 'ambiguous', communes: [{ postcodes: ['27200'] }, {}, {}] });
  });

  it('with eight communes at most', () => {
    expect(names(findSite('27500'))).toHaveLength(8);
  });

  it.each([
    ['lilebonne', 'Lillebonne'],
    ['Gravenchon', 'Port-Jérôme-sur-Seine'],
    ['Evreu', 'Évreux'],
  ])('for something like a name: %s', (typed, name) => {
    const outcome = findSite(typed);
    expect(outcome.kind).toBe('ambiguous');
    expect(names(outcome)).toEqual([name]);
  });
});

it.each(['', 'Shanghai', 'xx', '99999', '???', 'je ne sais pas encore'])(
  'a place nobody knows is unknown: "%s"',
  (typed) => {
    expect(findSite(typed)).toEqual({ kind: 'unknown' });
  },
);

it('each commune offered can be chosen by its code and name', () => {
  for (const typed of ['76330', 'Vernon', '27500', 'Saint-Denis']) {
    const outcome = findSite(typed);
    for (const commune of outcome.kind === 'ambiguous' ? outcome.communes : []) {
      expect(findSite(`${commune.code} ${commune.name}`)).toMatchObject({ commune: { code: commune.code } });
    }
  }
});

it('the communes are read at the first question, once', () => {
  let reads = 0;
  const find = createFindSite(() => {
    reads += 1;
    return [{ code: '00001', name: 'Forgeville', postcodes: ['00100'], intercommunality: 'Vallée' }];
  });
  expect(reads).toBe(0);
  expect(find('forgeville').kind).toBe('inside');
  expect(find('00100').kind).toBe('inside');
  expect(reads).toBe(1);
});
