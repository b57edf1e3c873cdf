import { readProfile } from '../../src/aids/readProfile';

const faults = (value: unknown): string => {
  const read = readProfile(value);
  return read.kind === 'invalid' ? read.faults.join('\n') : 'valid';
};

describe('a profile as JSON', () => {
  it('may say everything, or nothing', () => {
    const profile = {
      employees: 40,
      activityCode: '25.62B',
      communeCode: '2A004',
      createdOn: '2024-02-29',
      legalCategory: '5710',
      themes: ['eau'],
      cost: 0,
      stage: 'quotes',
    };
    expect(readProfile(profile)).toEqual({ kind: 'valid', profile });
    expect(readProfile({})).toEqual({ kind: 'valid', profile: {} });
  });

  it.each([
    ['a field that does not exist', { size: 3 }, 'size'],
    ['half a person', { employees: 2.5 }, 'employees'],
    [
      'an activity that no nomenclature has',
      { activityCode: 'industrie' },
      'activityCode: expected a NAF code',
    ],
    [
      'a commune of a département that does not exist',
      { communeCode: '99123' },
      'communeCode: expected the INSEE code',
    ],
    ['a commune by its name', { communeCode: 'Lillebonne' }, 'communeCode'],
    ['a region that does not exist', { regionCode: '29' }, 'regionCode'],
    ['a day that does not exist', { createdOn: '2026-02-30' }, 'createdOn: expected a day that exists'],
    ['an unknown stage', { stage: 'soon' }, 'stage'],
    ['a list', [], 'profile'],
  ])('is refused with %s', (_, value, fault) => {
    expect(faults(value)).toContain(fault);
  });

  it('names every fault at once', () => {
    expect(faults({ employees: -1, cost: 'much' }).split('\n')).toHaveLength(2);
  });
});
