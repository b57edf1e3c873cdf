import type { LeadRepository } from '../leads/leadRepository';
import type { OutboxRepository, OutboxStats } from '../leads/outbox';
import type { Log } from '../shared/log';
import { seconds, type Clock } from '../shared/time';
import { createAttempt } from './attempt';
import type { Delivery } from './delivery';
import { createLanes, type Lanes } from './lanes';

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
export interface Dispatcher extends Lanes {
  /** What waits and what was given up, for the readiness page. */
  stats(): Promise<OutboxStats>;
}

/**
 * Builds the dispatcher. Several of them, in several processes, may share one outbox.
 *
 * A fault of the database is logged as DISPATCH_FAILED and ends the pass; the next period tries again.
 */
export function createDispatcher(deps: DispatcherDeps): Dispatcher {
  const { outbox, clock, log, leaseMs = seconds(15) } = deps;
  const attempt = createAttempt({ ...deps, leaseMs, random: deps.random ?? Math.random });
  const kinds = deps.deliveries.map((delivery) => delivery.kind);
  const lanes = createLanes({
    name: 'outbox',
    log,
    periodMs: deps.periodMs,
    concurrency: deps.concurrency,
    async next() {
      const entry = kinds.length > 0 ? await outbox.claim({ kinds, now: clock(), leaseMs }) : undefined;
      if (entry) await attempt(entry);
      return entry !== undefined;
    },
  });
  return { ...lanes, stats: () => outbox.stats(clock()) };
}
