import type { Clock } from '../../src/shared/time';

/** A clock that stands still until it is told to move. */
export interface FakeClock {
  readonly clock: Clock;
  advance(ms: number): void;
}

/** @param start ISO 8601; Monday 2 March 2026, 9:00 UTC by default */
export function fakeClock(start = '2026-03-02T09:00:00.000Z'): FakeClock {
  let now = new Date(start).getTime();
  return {
    clock: () => new Date(now),
    advance: (ms) => {
      now += ms;
    },
  };
}
