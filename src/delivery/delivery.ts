import type { DeliveryOutcome } from '../leads/deliveryOutcome';
import type { LeadFile } from '../leads/leadFile';
import type { OutboxEntry } from '../leads/outbox';
import type { DeliveryKind } from '../leads/recipients';

/** What a message is about. */
export interface DeliverySubject {
  readonly reference: string;
  /** Undefined: erased since; only `erasure`, `standing` and `alert` can still be delivered. */
  readonly file: LeadFile | undefined;
}

/** A way to carry messages about leads. */
export interface Delivery {
  /** The entries that this way serves. */
  readonly kind: DeliveryKind;
  /**
   * Makes one attempt. Trouble is an outcome, not an exception, and the attempt ends within a time limit of its own.
   * The same entry may come again although the remote side had accepted it (at least once): make doubles visible.
   */
  deliver(entry: OutboxEntry, subject: DeliverySubject): Promise<DeliveryOutcome>;
}

/** The outcome when a lead was erased while its message was on the way: there is nothing left to tell. */
export const leadErased: DeliveryOutcome = {
  kind: 'refused',
  code: 'DELIVERY_REFUSED',
  detail: 'LEAD_ERASED',
};
