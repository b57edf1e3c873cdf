import { workingDayFrom, workingDaysBefore } from '../shared/workingDays';
import { schemeStatus, type SchemeDates } from './schemeStatus';

/** What is done before a closing date, in order: quotes asked for, the project talked over with the operator, decided, filed; and the last day itself. */
export const timetableSteps = ['quotes', 'decision', 'meeting', 'filing', 'closing'] as const;
export type TimetableStep = (typeof timetableSteps)[number];

/**
 * How many working days before the closing date each step is planned. Our own advice, from no operator's rule; `docs/aid-calendar.md` publishes and
 * explains it.
 */
export const workingDaysAhead: Readonly<Record<TimetableStep, number>> = {
  quotes: 40,
  decision: 20,
  meeting: 15,
  filing: 5,
  closing: 0,
};

/** One step with its day. */
export interface PlannedStep {
  readonly step: TimetableStep;
  /** ISO day; a working day except for `closing`. */
  readonly day: string;
  /** The day that was planned for it is over: it is to be done at once. */
  readonly late: boolean;
}

/**
 * The days backwards from the closing date of a scheme, in order. Steps whose day is over come on the next working day, at the latest on the closing day.
 * @param today ISO day in the visitor's country
 * @returns undefined unless the scheme is open today and closes on a known day
 */
export function backwardTimetable(dates: SchemeDates, today: string): readonly PlannedStep[] | undefined {
  const status = schemeStatus(dates, today);
  if (status.kind !== 'open') return undefined;
  const { closesOn } = status;
  return timetableSteps.map((step) => {
    const planned = workingDaysBefore(closesOn, workingDaysAhead[step]);
    const late = planned < today;
    const soonest = workingDayFrom(today);
    return { step, day: late ? earlier(soonest, closesOn) : planned, late };
  });
}

const earlier = (one: string, other: string): string => (one < other ? one : other);
