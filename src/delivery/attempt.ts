import type { DeliveryOutcome } from '../leads/deliveryOutcome';
import type { LeadMessage } from '../leads/leadMessages';
import type { LeadRepository } from '../leads/leadRepository';
import type { AttemptResult, OutboxEntry, OutboxRepository } from '../leads/outbox';
import { afterAttempt } from '../leads/retrySchedule';
import { AppError, codeOf } from '../shared/errors';
import type { Log } from '../shared/log';
import type { Clock } from '../shared/time';
import type { Delivery } from './delivery';
import { whileLeased } from './whileLeased';

/** Messages about leads that have been erased. */
const ofErased: ReadonlySet<LeadMessage> = new Set(['erasure', 'standing', 'alert']);

/**
 * Builds the function that makes one attempt at a claimed entry: reads the lead, delivers it while the lease is kept
 * alive, writes down what became of it, and says so in the log (codes and ids only).
 *
 * The function throws only what the database throws; the entry is then tried again when its lease ends.
 */
export function createAttempt(deps: {
  readonly outbox: OutboxRepository;
  readonly leads: Pick<LeadRepository, 'file' | 'referenceOf'>;
  readonly deliveries: readonly Delivery[];
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
  readonly leaseMs: number;
}): (entry: OutboxEntry) => Promise<void> {
  const { outbox, leads, clock, log, leaseMs } = deps;
  const deliveries = new Map(deps.deliveries.map((delivery) => [delivery.kind, delivery]));

  const deliver = async (entry: OutboxEntry): Promise<DeliveryOutcome> => {
    const delivery = deliveries.get(entry.kind);
    try {
      const file = await leads.file(entry.leadId);
      const reference = file?.lead.reference ?? (await leads.referenceOf(entry.leadId));
      if (reference === undefined || !delivery) {
        return { kind: 'retryLater', code: 'DELIVERY_RETRY', detail: 'LEAD_MISSING' };
      }
      if (!file && !ofErased.has(entry.message)) {
        return { kind: 'refused', code: 'DELIVERY_REFUSED', detail: 'LEAD_ERASED' };
      }
      return await delivery.deliver(entry, { reference, file });
    } catch (error) {
      // A bug in one way of delivery, or a lead of a newer release: it must not hold up the other entries.
      const code = error instanceof AppError ? error.code : 'DELIVERY_RETRY';
      return { kind: 'retryLater', code, detail: codeOf(error) };
    }
  };

  return async (entry) => {
    const renew = (leaseUntil: Date): Promise<void> => outbox.renew(entry, leaseUntil);
    const outcome = await whileLeased({ id: entry.id, renew, leaseMs, clock, log }, () => deliver(entry));
    const result = afterAttempt(entry, outcome, clock(), deps.random());
    await outbox.record(entry, result);
    report(log, entry, result);
  };
}

function report(log: Log, entry: OutboxEntry, { state, outcome, dueAt }: AttemptResult): void {
  const ids = { entry: entry.id, lead: entry.leadId, recipient: entry.recipient.id, attempt: entry.attempts };
  if (outcome.kind === 'delivered') {
    log.info({ code: 'LEAD_DELIVERED', ...ids }, 'A lead reached its recipient.');
    return;
  }
  const cause = { cause: outcome.code, detail: outcome.detail };
  if (state === 'due') {
    log.warn(
      { code: 'DELIVERY_RETRY', ...ids, ...cause, retryAt: dueAt.toISOString() },
      'A delivery failed and will be tried again.',
    );
  } else if (state === 'refused') {
    log.error(
      { code: 'DELIVERY_REFUSED', ...ids, ...cause },
      'A lead was refused for good and is not tried again. Check the address of the recipient; the lead is in the database.',
    );
  } else {
    log.error(
      { code: 'DELIVERY_DEAD', ...ids, ...cause },
      'A lead could not be delivered in three days and is not tried again. The lead is in the database.',
    );
  }
}
