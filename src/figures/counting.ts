import { withOrdinalFirst } from '../shared/time';
import type { FigureRow } from './figure';
import type { Week } from './period';

/** How many by what. */
export type Tally = ReadonlyMap<string, number>;

/** Adds up. @param keysOf under which each counts; several: once under each */
export function tally<T>(
  items: readonly T[],
  keysOf: (item: T) => readonly string[],
  countOf: (item: T) => number,
): Tally {
  const counts = new Map<string, number>();
  for (const item of items) {
    for (const key of keysOf(item)) counts.set(key, (counts.get(key) ?? 0) + countOf(item));
  }
  return counts;
}

/** A tally as rows beside the period before: most first, what is nowhere but before last. */
export function comparedRows(
  now: Tally,
  before: Tally,
  labelOf: (key: string) => string,
  most = Number.POSITIVE_INFINITY,
): FigureRow[] {
  return [...new Set([...now.keys(), ...before.keys()])]
    .map((key) => ({
      key,
      label: labelOf(key),
      values: [now.get(key) ?? 0],
      before: [before.get(key) ?? 0],
    }))
    .sort((a, b) => (b.values[0] ?? 0) - (a.values[0] ?? 0) || a.label.localeCompare(b.label, 'fr'))
    .slice(0, most);
}

/** The sum of a tally. */
export const sumOf = (counts: Tally): number => [...counts.values()].reduce((sum, count) => sum + count, 0);

/** The sums of two tallies as the last row. */
export const totalRow = (now: Tally, before: Tally): FigureRow => ({
  label: 'Ensemble',
  values: [sumOf(now)],
  before: [sumOf(before)],
});

/** Part of a whole from 0 to 100, to one decimal; undefined of nothing. */
export const percentOf = (part: number, whole: number): number | undefined =>
  whole === 0 ? undefined : Math.round((part / whole) * 1000) / 10;

/** The smallest value that at least this share of all does not exceed; undefined of none. @param share above 0, up to 1 */
export function quantile(values: readonly number[], share: number): number | undefined {
  return [...values].sort((a, b) => a - b)[Math.ceil(values.length * share) - 1];
}

const dayAndMonth = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** A week by its first day, « 2 mars ». */
export const weekLabel = ({ from }: Week): string =>
  withOrdinalFirst(dayAndMonth.format(new Date(`${from}T00:00:00Z`)));

/** With a capital, as a label begins. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
