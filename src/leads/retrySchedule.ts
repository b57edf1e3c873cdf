import { assertNever } from '../shared/errors';
import { days, hours, seconds } from '../shared/time';
import type { DeliveryOutcome } from './deliveryOutcome';
import type { AttemptResult, OutboxEntry } from './outbox';

/** The wait after the first failed attempt, in ms; each further wait is three times as long. */
export const firstRetryMs = seconds(10);
/** The longest wait between two attempts, in ms. */
export const longestRetryMs = hours(2);
/** How long an entry is tried before it is `dead`, in ms from its creation. */
export const giveUpAfterMs = days(3);
/** Never fewer attempts than this, so that a service which stood still for a week does not give up at its first try. */
export const minimumAttempts = 10;
/** Waits are spread by this share to either side, so that entries held up together do not all return together. */
const jitterShare = 0.2;

/**
 * The wait before the next attempt, in ms: 10 s, 30 s, 90 s, 4.5 min, 13.5 min, 40 min, then every 2 h, each ± 20 %.
 * @param attempts attempts made so far, from 1
 * @param random from 0 (included) to 1 (excluded)
 */
export function retryDelayMs(attempts: number, random: number): number {
  const planned = Math.min(firstRetryMs * 3 ** (attempts - 1), longestRetryMs);
  return Math.round(planned * (1 - jitterShare + 2 * jitterShare * random));
}

/**
 * Where an entry goes after an attempt. Pure: the same arguments always give the same result.
 * @param entry what is sent, as claimed, so that `attempts` counts the attempt just made
 * @param now when the attempt ended
 * @param random from 0 (included) to 1 (excluded)
 */
export function afterAttempt(
  entry: Pick<OutboxEntry, 'attempts' | 'createdAt'>,
  outcome: DeliveryOutcome,
  now: Date,
  random: number,
): AttemptResult {
  const end = { outcome, dueAt: now, finishedAt: now };
  switch (outcome.kind) {
    case 'delivered':
    case 'refused':
      return { ...end, state: outcome.kind };
    case 'retryLater': {
      const deadline = entry.createdAt.getTime() + giveUpAfterMs;
      if (now.getTime() >= deadline && entry.attempts >= minimumAttempts) return { ...end, state: 'dead' };
      const wait = Math.max(retryDelayMs(entry.attempts, random), outcome.retryAfterMs ?? 0);
      const next = now.getTime() + Math.min(wait, longestRetryMs * (1 + jitterShare));
      // The last attempt falls on the deadline itself: giving up early would waste the final hours.
      const dueAt = now.getTime() < deadline ? Math.min(next, deadline) : next;
      return { ...end, state: 'due', dueAt: new Date(dueAt) };
    }
    default:
      return assertNever(outcome);
  }
}
