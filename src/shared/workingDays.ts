import getJoursFeries from '@socialgouv/jours-feries';
import { dayIn, days, hours } from './time';

/**
 * The moment so many working days later, at the same time of day there. Working days are Monday to Friday without the public holidays of France (those
 * of Alsace and Moselle, bridges and customs of a house do not count).
 * @param n whole days, 0 or more; 0 is the moment itself, whatever its day
 */
export function addWorkingDays(from: Date, n: number, timeZone: string): Date {
  const start = dayIn(timeZone, from);
  let day = start;
  let calendarDays = 0;
  for (let left = n; left > 0;) {
    day = nextDay(day);
    calendarDays += 1;
    if (isWorkingDay(day)) left -= 1;
  }
  const later = from.getTime() + days(calendarDays);
  // When clocks have changed in between, days of 24 hours end an hour beside; that matters around midnight only.
  const shift = [0, 1, -1].find((n) => dayIn(timeZone, new Date(later + hours(n))) === day) ?? 0;
  return new Date(later + hours(shift));
}

/** How many working days have begun after the day of one moment, up to the day of another; 0 when that is not later. */
export function workingDaysBetween(from: Date, to: Date, timeZone: string): number {
  const end = dayIn(timeZone, to);
  let count = 0;
  for (let day = dayIn(timeZone, from); day < end;) {
    day = nextDay(day);
    if (isWorkingDay(day)) count += 1;
  }
  return count;
}

/** The ISO day so many working days before another; 0 is the day itself, whatever day it is. @param n whole days, 0 or more */
export function workingDaysBefore(day: string, n: number): string {
  let earlier = day;
  for (let left = n; left > 0;) {
    earlier = shifted(earlier, -1);
    if (isWorkingDay(earlier)) left -= 1;
  }
  return earlier;
}

/** The ISO day itself when one works on it, otherwise the next on which one does. */
export function workingDayFrom(day: string): string {
  let next = day;
  while (!isWorkingDay(next)) next = shifted(next, 1);
  return next;
}

/** Whether one works on an ISO day. */
export function isWorkingDay(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidaysOf(Number(day.slice(0, 4))).has(day);
}

const known = new Map<number, ReadonlySet<string>>();

function holidaysOf(year: number): ReadonlySet<string> {
  const there = known.get(year);
  if (there) return there;
  // Midday: where the machine's clocks change between Easter and a day counted from it, midnight is an hour off.
  const moments = Object.values(getJoursFeries(year)).map((date) => new Date(date.getTime() + hours(12)));
  const pad = (n: number): string => String(n).padStart(2, '0');
  const holidays = new Set(
    moments.map((m) => `${m.getFullYear()}-${pad(m.getMonth() + 1)}-${pad(m.getDate())}`),
  );
  known.set(year, holidays);
  return holidays;
}

const nextDay = (day: string): string => shifted(day, 1);

function shifted(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days(by)).toISOString().slice(0, 10);
}
