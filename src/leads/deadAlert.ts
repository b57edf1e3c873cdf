import type { Ids } from '../shared/ids';
import type { OutboxEntry } from './outbox';
import type { Recipient } from './recipients';

/** What is sent when an entry was given up or refused; undefined: nothing. */
export type PlanAlert = (entry: OutboxEntry, at: Date) => OutboxEntry | undefined;

/**
 * Builds the plan of the mail that tells the operator of a lost delivery. Never about an alert itself: that would only make more of them.
 * @param operator undefined: nobody is told by mail (log and readiness page still tell)
 */
export function createDeadAlert(deps: {
  readonly operator: Recipient | undefined;
  readonly ids: Ids;
}): PlanAlert {
  const { operator, ids } = deps;
  return (entry, at) => {
    if (!operator || entry.message === 'alert') return undefined;
    return {
      id: ids.uuid(),
      leadId: entry.leadId,
      kind: 'email',
      message: 'alert',
      // An entry that is sent on its way again and fails again is told again.
      occasion: `${entry.id}/${entry.attempts}`,
      recipient: operator,
      state: 'due',
      attempts: 0,
      createdAt: at,
      dueAt: at,
    };
  };
}
