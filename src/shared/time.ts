/** The present moment, as a parameter: everything that depends on time takes one, so that tests decide what time it is. */
export type Clock = () => Date;

/** The machine's clock. The only place, with `main.ts`, that reads it. */
export const systemClock: Clock = () => new Date();

/** Does something once after a while, in ms, unless the returned function is called before: a parameter, like `Clock`. */
export type After = (ms: number, act: () => void) => () => void;

/** The machine's timer. It does not keep the process alive. */
export const systemAfter: After = (ms, act) => {
  const timer = setTimeout(act, ms);
  timer.unref();
  return () => {
    clearTimeout(timer);
  };
};

/** Seconds as milliseconds. */
export const seconds = (n: number): number => n * 1000;

/** Minutes as milliseconds. */
export const minutes = (n: number): number => seconds(n * 60);

/** Hours as milliseconds. */
export const hours = (n: number): number => minutes(n * 60);

/** Days of 24 hours as milliseconds; not calendar days, so daylight saving is ignored. */
export const days = (n: number): number => hours(n * 24);

/** The ISO day (2026-11-23) of a moment in a time zone: what opens or closes on a day does so at midnight there. */
export function dayIn(timeZone: string, moment: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(moment);
}

/** How many days one ISO day comes after another; negative: before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / days(1));

/** The ISO day so many days after another; before, with a negative number. */
export const dayAfter = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days(count)).toISOString().slice(0, 10);

/** A formatted French date with its first of the month as French writes it, "1er avril", which `Intl` does not. */
export const withOrdinalFirst = (date: string): string => date.replace(/(?<!\d)1(?=\s\p{Ll}{3})/u, '1er');
