import type { DeliveryOutcome } from '../leads/deliveryOutcome';
import type { Lead } from '../leads/lead';
import type { OutboxEntry } from '../leads/outbox';
import type { DeliveryKind } from '../leads/recipients';

/** A way to carry leads to recipients. */
export interface Delivery {
  /** The entries that this way serves. */
  readonly kind: DeliveryKind;
  /**
   * Makes one attempt. Trouble is an outcome, not an exception, and the attempt ends within a time limit of its own.
   * The same entry may come again although the remote side had accepted it (at least once): make doubles visible.
   */
  deliver(entry: OutboxEntry, lead: Lead): Promise<DeliveryOutcome>;
}
