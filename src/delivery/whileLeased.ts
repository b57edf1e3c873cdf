import { codeOf } from '../shared/errors';
import type { Log } from '../shared/log';
import type { Clock } from '../shared/time';

/**
 * Does something while the lease of what it is about is kept alive: renewed at every third of its time, so it outlasts the longest attempt.
 * @param lease `id` names it in the log
 */
export async function whileLeased<T>(
  lease: {
    readonly id: string;
    readonly renew: (leaseUntil: Date) => Promise<void>;
    readonly leaseMs: number;
    readonly clock: Clock;
    readonly log: Log;
  },
  task: () => Promise<T>,
): Promise<T> {
  const { id, leaseMs, clock, log } = lease;
  const renew = async (): Promise<void> => {
    try {
      await lease.renew(new Date(clock().getTime() + leaseMs));
    } catch (error) {
      log.warn(
        { code: 'DISPATCH_FAILED', entry: id, cause: codeOf(error) },
        'A lease could not be prolonged; if this lasts, the entry may be delivered twice.',
      );
    }
  };
  const timer = setInterval(() => void renew(), leaseMs / 3);
  try {
    return await task();
  } finally {
    clearInterval(timer);
  }
}
