import { days } from '../shared/time';
import type { Span } from './figureSource';
import type { Days } from './period';

/** The ISO day so many days after another; negative: before. */
export const dayAfter = (day: string, n: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days(n)).toISOString().slice(0, 10);

/** Days as they begin and end in a time zone. */
export interface LocalDays {
  /** The ISO day of a moment there. */
  dayOf(moment: Date): string;
  /** The moments of these days: from the first midnight up to the one after the last. A day on which clocks change has 23 or 25 hours. */
  spanOf(days: Days): Span;
}

/** @param timeZone IANA name, such as `Europe/Paris` */
export function createLocalDays(timeZone: string): LocalDays {
  // Making one costs some thirty times more than using it, and a figure may need thousands.
  const day = new Intl.DateTimeFormat('en-CA', { timeZone });
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const offsetAt = (moment: number): number =>
    Date.parse(`${clock.format(moment).replace(' ', 'T')}Z`) - moment;
  const startOf = (isoDay: string): Date => {
    const midnight = Date.parse(`${isoDay}T00:00:00Z`);
    const near = midnight - offsetAt(midnight);
    // Where clocks change in between, the offset that counts is that of the moment found.
    return new Date(midnight - offsetAt(near));
  };
  return {
    dayOf: (moment) => day.format(moment),
    spanOf: ({ from, to }) => ({ from: startOf(from), until: startOf(dayAfter(to, 1)) }),
  };
}
