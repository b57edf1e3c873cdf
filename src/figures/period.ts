import { daysBetween } from '../shared/time';
import { dayAfter } from './localDays';

/** Periods that have a name, as they stand in an address. */
export const presets = [
  '7-jours',
  '30-jours',
  '90-jours',
  'ce-mois',
  'mois-dernier',
  'cette-annee',
  'libre',
] as const;
export type Preset = (typeof presets)[number];

/** What people read for each. */
export const presetNames: Readonly<Record<Preset, string>> = {
  '7-jours': '7 derniers jours',
  '30-jours': '30 derniers jours',
  '90-jours': '90 derniers jours',
  'ce-mois': 'Ce mois-ci',
  'mois-dernier': 'Le mois dernier',
  'cette-annee': 'Cette année',
  libre: 'Période libre',
};

/** Days from one to another, both included, as ISO days in the service's time zone. `from` is never after `to`. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** The days that somebody chose to look at. */
export interface Period extends Days {
  readonly preset: Preset;
}

/** A period as the parameters of an address; `du` and `au` count with `libre` only. */
export interface PeriodQuery {
  readonly periode?: string | undefined;
  readonly du?: string | undefined;
  readonly au?: string | undefined;
}

/** Longest free period, in days: three years with a leap day. */
const maxDays = 1096;

/** @param today ISO day; every period but the last month ends on it */
export function presetPeriod(preset: Exclude<Preset, 'libre'>, today: string): Period {
  const month = `${today.slice(0, 7)}-01`;
  switch (preset) {
    case '7-jours':
    case '30-jours':
    case '90-jours':
      return { preset, from: dayAfter(today, 1 - Number.parseInt(preset, 10)), to: today };
    case 'ce-mois':
      return { preset, from: month, to: today };
    case 'mois-dernier': {
      const last = dayAfter(month, -1);
      return { preset, from: `${last.slice(0, 7)}-01`, to: last };
    }
    case 'cette-annee':
      return { preset, from: `${today.slice(0, 4)}-01-01`, to: today };
  }
}

/**
 * Reads a period from an address. What is no period (unknown, a day that does not exist, the wrong way round, all in the future, longer than three
 * years) is the last 30 days; a free period ends today at the latest.
 * @param today ISO day
 */
export function readPeriod({ periode, du = '', au = '' }: PeriodQuery, today: string): Period {
  const preset = presets.find((one) => one === periode) ?? '30-jours';
  if (preset !== 'libre') return presetPeriod(preset, today);
  const to = au > today ? today : au;
  const fits = isDay(du) && isDay(au) && du <= to && daysBetween(du, to) < maxDays;
  return fits ? { preset, from: du, to } : presetPeriod('30-jours', today);
}

/** The parameters that `readPeriod` reads the same period from. */
export function periodQuery({ preset, from, to }: Period): PeriodQuery {
  return preset === 'libre' ? { periode: preset, du: from, au: to } : { periode: preset };
}

/** As many days just before. */
export function daysBefore({ from, to }: Days): Days {
  const last = dayAfter(from, -1);
  return { from: dayAfter(last, -daysBetween(from, to)), to: last };
}

/** A week of a period. */
export interface Week extends Days {
  /** Its Monday, even where the period begins later in the week. */
  readonly monday: string;
}

/** The weeks of a period, oldest first; the first and the last are cut where the period begins and ends. */
export function weeksOf({ from, to }: Days): readonly Week[] {
  const weeks: Week[] = [];
  for (let monday = mondayOf(from); monday <= to; monday = dayAfter(monday, 7)) {
    const sunday = dayAfter(monday, 6);
    weeks.push({ monday, from: monday < from ? from : monday, to: sunday > to ? to : sunday });
  }
  return weeks;
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return dayAfter(day, weekday === 0 ? -6 : 1 - weekday);
}

function isDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
