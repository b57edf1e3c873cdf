import { matchScheme } from '../src/aids/matchScheme';
import { rankMatches } from '../src/aids/rankMatches';
import { schemeKinds, type Criterion, type Scheme } from '../src/aids/scheme';
import { catalogueProfiles } from './catalogueProfiles';

const on = '2026-11-23';
const rounds = 40;

/** A scheme like those of the catalogue, different for each number. */
function schemeOf(i: number): Scheme {
  const criteria: (Criterion | false)[] = [
    { name: 'employees', min: i % 3 ? undefined : 10, max: i % 2 ? 250 : undefined },
    i % 4 !== 0 && { name: 'activity', codes: ['C', 'D', 'E', `${10 + (i % 20)}`] },
    i % 5 === 0 && { name: 'place', regions: [i % 2 ? '28' : '32'], departements: [] },
    i % 6 === 0 && { name: 'age', minYears: 3 },
    i % 7 !== 0 && { name: 'notMicro' },
    i % 8 === 0 && { name: 'cost', min: 100_000 },
    i % 2 === 0 && { name: 'notOrdered' },
  ];
  return {
    id: `scheme-${i}`,
    title: `Aide ${(i * 7919) % 10_007}`,
    kinds: [schemeKinds[i % schemeKinds.length] ?? 'subvention'],
    themes: [`theme-${i % 30}`, `theme-${(i * 3) % 30}`],
    dates: { closesOn: i % 3 ? undefined : `2027-0${1 + (i % 9)}-15`, permanent: i % 3 === 1 },
    criteria: criteria.filter((criterion) => criterion !== false),
  };
}

/** Reads every member of every object once: what any matcher must do at least. */
function readOnce(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 1;
  let sum = 0;
  for (const member of Object.values(value)) sum += readOnce(member);
  return sum;
}

/**
 * Judges and ranks 10,000 schemes for one company, beside reading the same objects once, side by side in one process. Prints the medians in ms and their
 * ratio; the budget is 50 ms.
 */
export function matching(): void {
  const schemes = Array.from({ length: 10_000 }, (_, i) => schemeOf(i));
  const times = { match: [] as number[], rank: [] as number[], read: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    const profile = {
      ...catalogueProfiles[round % catalogueProfiles.length],
      cost: 80_000,
      themes: ['theme-3', 'theme-9'],
    };
    const timed = <T>(list: number[], act: () => T): T => {
      const start = performance.now();
      const result = act();
      list.push(performance.now() - start);
      return result;
    };
    timed(times.read, () => readOnce(schemes));
    const matches = timed(times.match, () => schemes.map((scheme) => matchScheme(scheme, profile, on)));
    timed(times.rank, () => rankMatches(matches, profile.themes));
  }
  const median = (list: readonly number[]): number =>
    [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
  const read = median(times.read);
  const row = (name: string, ms: number): string =>
    `${name.padEnd(28)} ${ms.toFixed(1).padStart(7)} ms  ${(ms / read).toFixed(2).padStart(6)} x`;
  console.log(row('reading 10,000 schemes once', read));
  console.log(row('judging them', median(times.match)));
  console.log(row('ranking the verdicts', median(times.rank)));
}
