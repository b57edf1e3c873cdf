import type { DeliveryOutcome } from './deliveryOutcome';
import type { LeadMessage } from './leadMessages';
import type { DeliveryKind, Recipient } from './recipients';

/**
 * The states of an outbox entry:
 * `due` waits for its time · `leased` is in the hands of a dispatcher until the lease ends · `delivered`, `refused`
 * (the remote side said no for good) and `dead` (given up after three days) are final; the last two need a human.
 */
export const outboxStates = ['due', 'leased', 'delivered', 'refused', 'dead'] as const;
export type OutboxState = (typeof outboxStates)[number];

/** One message about one lead to one recipient, waiting durably until it is done. */
export interface OutboxEntry {
  readonly id: string;
  readonly leadId: string;
  readonly kind: DeliveryKind;
  /** What the recipient is told. */
  readonly message: LeadMessage;
  /** Id of the step that caused it: one message of a kind to one recipient by one way for each. */
  readonly occasion: string;
  /** As known when the lead was recorded; a later change of address does not reach this entry. */
  readonly recipient: Recipient;
  readonly state: OutboxState;
  /** Attempts begun, the one in hand included. A crash in mid-delivery counts. */
  readonly attempts: number;
  readonly createdAt: Date;
  /** Not before this moment. */
  readonly dueAt: Date;
}

/** Where an entry goes after an attempt, and what to remember of the attempt. */
export interface AttemptResult {
  readonly outcome: DeliveryOutcome;
  readonly state: 'due' | 'delivered' | 'refused' | 'dead';
  /** The next attempt's time while `state` is `due`; otherwise the time of the attempt. */
  readonly dueAt: Date;
  readonly finishedAt: Date;
}

/** How the last attempt to deliver an entry went. */
export interface LastAttempt {
  readonly startedAt: Date;
  /** Undefined: it is under way, or a crash ended it. */
  readonly finishedAt?: Date | undefined;
  readonly outcome?: DeliveryOutcome['kind'] | undefined;
  readonly code?: string | undefined;
  /** A short machine word such as `SMTP 451`. */
  readonly detail?: string | undefined;
}

/** What an operator must know at a glance. */
export interface OutboxStats {
  /** Age in whole seconds of the oldest entry still on its way (`due` or `leased`); undefined: nothing waits. */
  readonly oldestUndeliveredSeconds: number | undefined;
  /** Entries on their way. */
  readonly waiting: number;
  /** Entries that need a human: `dead` and `refused` together. */
  readonly dead: number;
}

/**
 * The durable waiting room of deliveries.
 *
 * **At least once.** An entry is `delivered` only after the remote side accepted it and that was written down. A crash
 * between the two, or a remote side that accepts and then drops the line, leads to a second delivery; the lead's
 * reference and the mail's stable `Message-ID` make such a double visible. What is promised: no entry is forgotten, and
 * two dispatchers never hold the same entry while its lease lasts.
 */
export interface OutboxRepository {
  /**
   * Takes the entry that has waited longest among those due (or whose lease has ended) and leases it, in one
   * transaction. Undefined: nothing is due.
   */
  claim(request: {
    readonly kinds: readonly DeliveryKind[];
    readonly now: Date;
    readonly leaseMs: number;
  }): Promise<OutboxEntry | undefined>;

  /** Prolongs the lease of a claimed entry; without effect when someone else has claimed it since. */
  renew(entry: OutboxEntry, leaseUntil: Date): Promise<void>;

  /**
   * Writes down what became of a claimed entry. When someone else has claimed it since, only `delivered` still counts.
   */
  record(entry: OutboxEntry, result: AttemptResult): Promise<void>;

  /** Everything there is about one lead, oldest first. */
  of(leadId: string): Promise<readonly OutboxEntry[]>;

  /** The last attempt of each entry about a lead, by the entry's id; entries that nobody has tried yet are absent. */
  lastAttempts(leadId: string): Promise<ReadonlyMap<string, LastAttempt>>;

  /**
   * Sends entries that were given up or refused on their way again, at once and for the whole time that a new entry has.
   * @returns how many
   */
  retry(leadId: string, now: Date): Promise<number>;

  /** @param now what ages are measured against */
  stats(now: Date): Promise<OutboxStats>;
}
