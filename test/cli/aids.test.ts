import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runAssistant } from '../support/assistantProcess';
import { tempFolder } from '../support/tempFolder';

const home = tempFolder();

interface Row {
  readonly id: string;
  readonly title: string;
  readonly verdict: string;
  readonly criteria: readonly { readonly name: string; readonly state: string; readonly because: string }[];
  readonly closesOn?: string;
}

async function aids(profile: unknown, ...options: readonly string[]) {
  const file = join(home, 'profile.json');
  writeFileSync(file, typeof profile === 'string' ? profile : JSON.stringify(profile));
  return runAssistant(['aids', '--profile', file, ...options], { cwd: home });
}

const rows = async (profile: unknown, on: string): Promise<Row[]> =>
  JSON.parse((await aids(profile, '--on', on, '--json')).out) as Row[];

describe('assistant aids', () => {
  it('judges every scheme, with the reason for each criterion', async () => {
    const found = await rows({ employees: 40, activityCode: '25.62B', communeCode: '76384' }, '2026-11-23');
    expect(found.length).toBeGreaterThan(60);
    const provence = found.find(({ id }) => id === 'aides/smart-pv');
    expect(provence).toMatchObject({ verdict: 'notEligible' });
    const place = provence?.criteria.find(({ name }) => name === 'place');
    expect(place).toMatchObject({ state: 'unmet' });
    expect(place?.because).toMatch(/Provence.+Normandie/);
  });

  it('calls no scheme open after its last day, on whatever day it is asked', async () => {
    for (const on of ['2026-11-23', '2027-01-01', '2030-01-01']) {
      const found = await rows({}, on);
      const closed = found.filter(({ closesOn }) => closesOn !== undefined && closesOn < on);
      expect(closed.filter(({ verdict }) => verdict !== 'ended')).toEqual([]);
      expect(found.filter((row) => row.verdict === 'ended' && !closed.includes(row))).toEqual([]);
    }
  });

  it('tells people what does not fit, and what would change it', async () => {
    const { code, out } = await aids({ communeCode: '75056' }, '--on', '2026-11-23');
    expect({ code, out }).toMatchObject({ code: 0 });
    expect(out).toMatch(/Ne convient pas · .+\n {4}.+Normandie.+\n {4}→ si la condition changeait/);
  });

  it.each([
    ['no JSON', 'Lillebonne', [], 'is no readable JSON'],
    ['an unknown field', { town: 'Lillebonne' }, [], 'town'],
    ['no commune', { communeCode: '99999' }, [], 'communeCode: expected the INSEE code'],
    ['no day', {}, ['--on', '2026-13-01'], '--on must be a day that exists'],
    ['no language of ours', {}, ['--lang', 'de'], '--lang is fr or en'],
  ])('explains what is wrong with %s', async (_, profile, options, message) => {
    const { code, out, err } = await aids(profile, ...options);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(message);
  });
});
