import type { DeliveryOutcome } from '../leads/deliveryOutcome';
import { afterAttempt } from '../leads/retrySchedule';
import type { ClaimedLetter, LetterRepository } from '../notices/letter';
import { codeOf } from '../shared/errors';
import type { Log } from '../shared/log';
import { seconds, type Clock } from '../shared/time';
import { createLanes, type Lanes } from './lanes';
import { letterFileName, letterMessage, type LetterMailDeps } from './letterMessage';
import type { MailCarrier } from './mailCarrier';
import { whileLeased } from './whileLeased';

/** Carries letters to their recipients, with the same schedule of retries as leads: each until it is delivered, refused, or given up after three days. */
export interface LetterDispatcher extends Lanes {
  stats: () => ReturnType<LetterRepository['stats']>;
}

/** Builds the dispatcher of letters. @param deps `leaseMs`, `periodMs` and `random` as the dispatcher of leads has them */
export function createLetterDispatcher(deps: {
  readonly letters: LetterRepository;
  readonly carrier: MailCarrier;
  readonly mail: LetterMailDeps;
  readonly clock: Clock;
  readonly log: Log;
  readonly random?: () => number;
  readonly periodMs?: number;
  readonly leaseMs?: number;
}): LetterDispatcher {
  const { letters, carrier, mail, clock, log, random = Math.random, leaseMs = seconds(15) } = deps;

  const deliver = async (letter: ClaimedLetter): Promise<DeliveryOutcome> => {
    try {
      return await carrier.carry(letterMessage(mail, letter, clock()), letterFileName(letter));
    } catch (error) {
      // A letter of a newer release must not hold up the others.
      return { kind: 'retryLater', code: 'DELIVERY_RETRY', detail: codeOf(error) };
    }
  };

  const lanes = createLanes({
    name: 'letters',
    log,
    periodMs: deps.periodMs,
    // Letters are not urgent: one mail server connection at a time is enough.
    concurrency: 1,
    async next() {
      const letter = await letters.claim({ now: clock(), leaseMs });
      if (!letter) return false;
      const renew = (leaseUntil: Date): Promise<void> => letters.renew(letter, leaseUntil);
      const outcome = await whileLeased({ id: letter.id, renew, leaseMs, clock, log }, () => deliver(letter));
      const { state, dueAt } = afterAttempt(letter, outcome, clock(), random());
      await letters.record(letter, { state, dueAt });
      report(log, letter, state, outcome);
      return true;
    },
  });
  return { ...lanes, stats: () => letters.stats(clock()) };
}

function report(log: Log, letter: ClaimedLetter, state: string, outcome: DeliveryOutcome): void {
  const ids = { letter: letter.id, about: letter.content.kind, attempt: letter.attempts };
  if (outcome.kind === 'delivered') {
    log.info({ code: 'LETTER_DELIVERED', ...ids }, 'A letter reached its recipient.');
    return;
  }
  const cause = { cause: outcome.code, detail: outcome.detail };
  if (state === 'due') {
    log.warn(
      { code: 'DELIVERY_RETRY', ...ids, ...cause },
      'A letter was not delivered and will be tried again.',
    );
  } else if (state === 'refused') {
    log.error(
      { code: 'DELIVERY_REFUSED', ...ids, ...cause },
      'A letter was refused for good and is not tried again.',
    );
  } else {
    log.error(
      { code: 'DELIVERY_DEAD', ...ids, ...cause },
      'A letter could not be delivered in three days and is not tried again.',
    );
  }
}
