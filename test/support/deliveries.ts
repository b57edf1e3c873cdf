import type { Delivery } from '../../src/delivery/delivery';
import type { DeliveryOutcome } from '../../src/leads/deliveryOutcome';

export const delivered: DeliveryOutcome = { kind: 'delivered', remoteId: 'remote' };
export const trouble: DeliveryOutcome = {
  kind: 'retryLater',
  code: 'DELIVERY_RETRY',
  detail: 'ECONNREFUSED',
};

/** A way of delivery that answers what `answer` says and keeps the ids of what it was given. */
export function answering(answer: () => DeliveryOutcome | Promise<DeliveryOutcome>) {
  const given: string[] = [];
  const delivery: Delivery = {
    kind: 'email',
    async deliver(entry) {
      given.push(entry.id);
      return answer();
    },
  };
  return { delivery, given };
}

/** A promise that the test resolves itself. */
export function gate() {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open: () => open() };
}
