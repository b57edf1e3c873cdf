import type { LeadRepository } from '../leads/leadRepository';
import type { OutboxRepository, OutboxStats } from '../leads/outbox';
import { codeOf } from '../shared/errors';
import type { Log } from '../shared/log';
import { seconds, type Clock } from '../shared/time';
import { createAttempt } from './attempt';
import type { Delivery } from './delivery';

/** What the dispatcher works with. */
export interface DispatcherDeps {
  readonly outbox: OutboxRepository;
  readonly leads: Pick<LeadRepository, 'file' | 'referenceOf'>;
  /** At most one a kind. Entries of other kinds stay where they are. */
  readonly deliveries: readonly Delivery[];
  readonly clock: Clock;
  readonly log: Log;
  /** From 0 (included) to 1 (excluded), for the jitter of retries; `Math.random` by default. */
  readonly random?: () => number;
  /** How often the outbox is looked at without being woken, in ms; 2,000 by default. */
  readonly periodMs?: number;
  /**
   * How long an entry is out of reach after a crash in mid-delivery, in ms; 15,000 by default. While its attempt lasts,
   * the lease is renewed at every third of this, so it outlasts the longest attempt.
   */
  readonly leaseMs?: number;
  /** Attempts at a time, so that a recipient's slow server does not hold up the others; 4 by default. */
  readonly concurrency?: number;
}

/** Carries due outbox entries to their recipients, again and again, until each is delivered or given up. */
export interface Dispatcher {
  /** Looks at the outbox now, and then at every period. */
  start(): void;
  /** Looks at the outbox now: call it after a lead was recorded. Returns at once; without effect after `stop`. */
  wake(): void;
  /**
   * One pass by itself: attempts what is due, one entry after the other, until nothing is.
   * @returns how many attempts were made
   * @throws what the database threw
   */
  runOnce(): Promise<number>;
  /**
   * Claims nothing more and waits for the attempts in hand.
   * @param graceMs how long it waits at most, in ms; 8,000 by default. An attempt that lasts longer is left alone: its
   * lease ends by itself and the entry is tried again after the next start
   */
  stop(graceMs?: number): Promise<void>;
  /** What waits and what was given up, for the readiness page. */
  stats(): Promise<OutboxStats>;
}

/**
 * Builds the dispatcher. Several of them, in several processes, may share one outbox.
 *
 * A fault of the database is logged as DISPATCH_FAILED and ends the pass; the next period tries again.
 */
export function createDispatcher(deps: DispatcherDeps): Dispatcher {
  const { outbox, clock, log, periodMs = seconds(2), leaseMs = seconds(15), concurrency = 4 } = deps;
  const attempt = createAttempt({ ...deps, leaseMs, random: deps.random ?? Math.random });
  const kinds = deps.deliveries.map((delivery) => delivery.kind);
  const lanes = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let stopping = false;
  let wokenWhileBusy = false;

  const runOnce = async (): Promise<number> => {
    let attempts = 0;
    while (!stopping && kinds.length > 0) {
      const entry = await outbox.claim({ kinds, now: clock(), leaseMs });
      if (entry) {
        await attempt(entry);
        attempts += 1;
      } else if (wokenWhileBusy) {
        wokenWhileBusy = false;
      } else {
        break;
      }
    }
    return attempts;
  };

  const lane = async (): Promise<void> => {
    try {
      await runOnce();
    } catch (error) {
      log.error(
        { code: 'DISPATCH_FAILED', cause: codeOf(error) },
        'The dispatcher could not read or write the outbox; it tries again at the next period.',
      );
    }
  };

  const wake = (): void => {
    if (stopping) return;
    if (lanes.size >= concurrency) {
      wokenWhileBusy = true;
      return;
    }
    const running = lane().finally(() => lanes.delete(running));
    lanes.add(running);
  };

  return {
    start() {
      timer ??= setInterval(wake, periodMs);
      wake();
    },
    wake,
    runOnce,
    async stop(graceMs = seconds(8)) {
      stopping = true;
      clearInterval(timer);
      let grace: NodeJS.Timeout | undefined;
      const tooLong = new Promise<void>((resolve) => {
        grace = setTimeout(resolve, graceMs);
      });
      await Promise.race([Promise.all(lanes), tooLong]);
      clearTimeout(grace);
    },
    stats: () => outbox.stats(clock()),
  };
}
