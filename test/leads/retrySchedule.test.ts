import type { DeliveryOutcome } from '../../src/leads/deliveryOutcome';
import { afterAttempt, minimumAttempts, retryDelayMs } from '../../src/leads/retrySchedule';
import { days, hours, minutes, seconds } from '../../src/shared/time';
import { jeannesEntry } from '../support/people';

const created = jeannesEntry().createdAt;
const after = (ms: number) => new Date(created.getTime() + ms);
const trouble: DeliveryOutcome = { kind: 'retryLater', code: 'DELIVERY_RETRY' };

it.each([
  [1, seconds(10)],
  [2, seconds(30)],
  [4, minutes(4.5)],
  [7, hours(2)],
  [300, hours(2)],
])('waits after attempt %i about %i ms, with a fifth of jitter to either side', (attempts, ms) => {
  expect(retryDelayMs(attempts, 0.5)).toBe(ms);
  expect(retryDelayMs(attempts, 0)).toBe(ms * 0.8);
  expect(retryDelayMs(attempts, 0.9999)).toBeLessThanOrEqual(ms * 1.2);
});

it('waits at least as long as the remote side asks, but never longer than the longest wait', () => {
  const asked = (retryAfterMs: number) =>
    afterAttempt(jeannesEntry(), { ...trouble, retryAfterMs }, created, 0.5).dueAt;
  expect(asked(minutes(5))).toEqual(after(minutes(5)));
  expect(asked(days(9))).toEqual(after(hours(2.4)));
});

it('makes the last attempt after three days exactly, and then gives up', () => {
  const entry = jeannesEntry({ attempts: 40 });
  expect(afterAttempt(entry, trouble, after(days(3) - minutes(1)), 0.5)).toMatchObject({
    state: 'due',
    dueAt: after(days(3)),
  });
  expect(afterAttempt(entry, trouble, after(days(3)), 0.5)).toMatchObject({ state: 'dead' });
});

it('does not give up at the first attempt when the service stood still for a week', () => {
  const result = afterAttempt(jeannesEntry({ attempts: 1 }), trouble, after(days(7)), 0.5);
  expect(result).toMatchObject({ state: 'due', dueAt: after(days(7) + seconds(10)) });
  const last = jeannesEntry({ attempts: minimumAttempts });
  expect(afterAttempt(last, trouble, after(days(7)), 0.5)).toMatchObject({ state: 'dead' });
});

it('ends at a delivery and at a refusal', () => {
  const now = after(seconds(1));
  const delivered: DeliveryOutcome = { kind: 'delivered', remoteId: 'x' };
  expect(afterAttempt(jeannesEntry(), delivered, now, 0)).toMatchObject({ state: 'delivered', dueAt: now });
  const refused: DeliveryOutcome = { kind: 'refused', code: 'DELIVERY_REFUSED' };
  expect(afterAttempt(jeannesEntry(), refused, now, 0)).toMatchObject({ state: 'refused' });
});
