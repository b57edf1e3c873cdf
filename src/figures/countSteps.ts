import { codeOf } from '../shared/errors';
import type { Log } from '../shared/log';
import { dayIn, type Clock } from '../shared/time';
import type { CountedStep } from './countedSteps';

/** Counts steps of today. It never fails: a count that is lost is a warning in the log. */
export type CountSteps = (steps: readonly CountedStep[], language: 'fr' | 'en') => Promise<void>;

/** Where counts of steps are kept. */
export interface StepCounts {
  /** Adds one to each. @param day ISO day */
  add(day: string, steps: readonly CountedStep[], language: string): Promise<void>;
}

/** @param deps `timeZone`: where a day begins */
export function createCountSteps(deps: {
  readonly stepCounts: StepCounts;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly log: Log;
}): CountSteps {
  return async (steps, language) => {
    if (steps.length === 0) return;
    try {
      await deps.stepCounts.add(dayIn(deps.timeZone, deps.clock()), steps, language);
    } catch (error) {
      // A count is worth no turn: the visitor goes on.
      deps.log.warn({ code: 'STEP_NOT_COUNTED', reason: codeOf(error) }, 'a step was not counted');
    }
  };
}
