import { judgeCriterion, type CriterionState } from '../../src/aids/judgeCriterion';
import type { Profile } from '../../src/aids/profile';
import type { Criterion } from '../../src/aids/scheme';

const on = '2026-11-23';
const upTo49: Criterion = { name: 'employees', max: 49 };
const from10: Criterion = { name: 'employees', min: 10 };
const industry: Criterion = { name: 'activity', codes: ['C', '38.3'] };
const normandie: Criterion = { name: 'place', regions: ['28'], departements: [] };
const eure: Criterion = { name: 'place', regions: [], departements: ['27'] };
const threeYears: Criterion = { name: 'age', minYears: 3 };
const young: Criterion = { name: 'age', maxYears: 3 };
const from100k: Criterion = { name: 'cost', min: 100_000 };
const first: Criterion = { name: 'notOrdered' };

describe('a criterion', () => {
  it.each<[string, Criterion, Profile, CriterionState]>([
    ['holds at its highest head count', upTo49, { employees: 49 }, 'met'],
    ['fails one above it', upTo49, { employees: 50 }, 'unmet'],
    ['holds at its lowest head count', from10, { employees: 10 }, 'met'],
    ['fails one below it', from10, { employees: 9 }, 'unmet'],
    ['stays open without a head count', from10, {}, 'unknown'],
    ['is decided by a band when both ends agree', from10, { employeesBand: { min: 20, max: 49 } }, 'met'],
    ['stays open when the ends of a band differ', upTo49, { employeesBand: { min: 20, max: 50 } }, 'unknown'],
    [
      'takes 249 employees for a small or medium company',
      { name: 'category', categories: ['PME'] },
      { employees: 249 },
      'met',
    ],
    ['takes 250 employees for none', { name: 'category', categories: ['PME'] }, { employees: 250 }, 'unmet'],
    [
      'takes a very small company for a small one too',
      { name: 'category', categories: ['PME'] },
      { employees: 3 },
      'met',
    ],
    [
      'takes 5,000 employees for a large company',
      { name: 'category', categories: ['GE'] },
      { employees: 5000 },
      'met',
    ],
    ['knows the section of a code', industry, { activityCode: '25.62B' }, 'met'],
    ['knows the beginning of a code', industry, { activityCode: '3832Z' }, 'met'],
    ['refuses another activity', industry, { activityCode: '43.21A' }, 'unmet'],
    ['is content with the section alone', industry, { activitySection: 'C' }, 'met'],
    ['stays open when only a part of the section is meant', industry, { activitySection: 'E' }, 'unknown'],
    ['refuses another section', industry, { activitySection: 'G' }, 'unmet'],
    ['finds the region of a commune', normandie, { communeCode: '76384' }, 'met'],
    ['refuses a commune elsewhere', normandie, { communeCode: '75056' }, 'unmet'],
    ['finds the département of a commune', eure, { communeCode: '27701' }, 'met'],
    ['stays open when only the region of a département is known', eure, { regionCode: '28' }, 'unknown'],
    ['refuses another region', eure, { regionCode: '11' }, 'unmet'],
    ['counts the third birthday as three years', threeYears, { createdOn: '2023-11-23' }, 'met'],
    ['does not count the day before it', threeYears, { createdOn: '2023-11-24' }, 'unmet'],
    ['lets three years at most end on the third birthday', young, { createdOn: '2023-11-23' }, 'met'],
    ['refuses the day after the third birthday', young, { createdOn: '2023-11-22' }, 'unmet'],
    [
      'cannot tell whether a sole trader is a micro-entrepreneur',
      { name: 'notMicro' },
      { legalCategory: '1000' },
      'unknown',
    ],
    ['knows that a limited company is none', { name: 'notMicro' }, { legalCategory: '5710' }, 'met'],
    ['holds at its lowest cost', from100k, { cost: 100_000 }, 'met'],
    ['fails below it', from100k, { cost: 99_999.99 }, 'unmet'],
    ['lets quotes be collected first', first, { stage: 'quotes' }, 'met'],
    ['fails once an order is signed', first, { stage: 'ordered' }, 'unmet'],
    ['fails once work has begun', first, { stage: 'begun' }, 'unmet'],
    ['stays open while nobody says how far the project is', first, {}, 'unknown'],
  ])('%s', (_, criterion, profile, state) => {
    expect(judgeCriterion(criterion, profile, on)).toBe(state);
  });
});
