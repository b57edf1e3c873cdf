import type { Ids } from '../shared/ids';
import { dayAfter, dayIn } from '../shared/time';
import { workingDayFrom } from '../shared/workingDays';
import type { Letter } from './letter';

/** What a week was like and what waits, for the project lead. */
export interface WeekDigest {
  /** Leads that nobody has taken. */
  readonly waiting: { readonly count: number; readonly oldestReference?: string | undefined };
  readonly taken: number;
  readonly closed: number;
  readonly questions: number;
  /** 0 to 100; undefined: nothing was asked. */
  readonly answeredShare?: number | undefined;
  /** Masked; most frequent first, at most five. */
  readonly toAnswer: readonly { readonly question: string; readonly count: number }[];
  /** Titles of pages past their next check, longest overdue first. */
  readonly pagesToCheck: readonly string[];
  /** Messages about leads on their way, and those that were given up. */
  readonly deliveries: { readonly waiting: number; readonly dead: number };
}

/** For which weeks it has been decided whether the digest is sent; survives restarts. */
export interface DigestWeeks {
  /** The latest, by its Monday; undefined: none yet. */
  last(): Promise<string | undefined>;
  /** Writes a week down, with its letter when there is one. @returns false when that week was decided already: nothing was stored */
  decide(monday: string, letter: Letter | undefined): Promise<boolean>;
}

/**
 * Sends the project lead the digest of the week that has ended: on Monday, or on the next day on which people work; once, also when the service stood still
 * then. The week in which the service first runs is left out.
 * @returns `runOnce(now)`: whether a letter was written; it throws what the database throws
 */
export function createWeeklyDigest(deps: {
  readonly weeks: DigestWeeks;
  readonly to: () => { readonly name: string; readonly email: string };
  /** @param monday of the week that has ended, ISO day */
  readonly digest: (monday: string) => Promise<WeekDigest>;
  readonly ids: Ids;
  readonly timeZone: string;
}): { runOnce(now: Date): Promise<boolean> } {
  const { weeks, ids } = deps;
  return {
    async runOnce(now) {
      const today = dayIn(deps.timeZone, now);
      const monday = mondayOf(today);
      const last = await weeks.last();
      if (last === undefined) {
        await weeks.decide(monday, undefined);
        return false;
      }
      if (last >= monday || today < workingDayFrom(monday)) return false;
      const before = dayAfter(monday, -7);
      return weeks.decide(monday, {
        id: ids.uuid(),
        watchId: undefined,
        language: 'fr',
        to: deps.to(),
        content: { kind: 'week', monday: before, digest: await deps.digest(before) },
        createdAt: now,
      });
    },
  };
}

/** The Monday of a day's week. */
function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return dayAfter(day, weekday === 0 ? -6 : 1 - weekday);
}
