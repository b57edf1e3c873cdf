import type { Ids } from '../shared/ids';
import type { Lead } from './lead';
import type { LeadMessage } from './leadMessages';
import type { OutboxEntry } from './outbox';
import { companyRecipientId, type DeliveryKind, type Recipient } from './recipients';

/** The ways by which a recipient gets a message. */
export type WaysFor = (
  recipient: Recipient,
  message: LeadMessage,
) => readonly DeliveryKind[] | Promise<readonly DeliveryKind[]>;

/** One message to be planned. */
export interface PlannedMessage {
  readonly leadId: string;
  readonly message: LeadMessage;
  /** Id of the step that causes it. */
  readonly occasion: string;
  readonly to: readonly Recipient[];
  readonly at: Date;
  /** How long nobody is told yet, in ms; 0 by default. */
  readonly delayMs?: number | undefined;
}

/** Makes one entry for each recipient and way. Two recipients of the same id get one message. */
export type PlanEntries = (planned: PlannedMessage) => Promise<OutboxEntry[]>;

/**
 * Builds the planner of entries.
 * @param ways e-mail alone by default; whatever it says, the company and the operator are told by e-mail, and the company in its chat in Teams too
 */
export function createPlanEntries(deps: {
  readonly ids: Ids;
  readonly ways?: WaysFor | undefined;
}): PlanEntries {
  const { ids, ways = () => ['email'] as const } = deps;
  return async ({ leadId, message, occasion, to, at, delayMs = 0 }) => {
    const recipients = [...new Map(to.map((recipient) => [recipient.id, recipient])).values()];
    const planned = await Promise.all(
      recipients.map(async (recipient) => ({ recipient, kinds: await waysOf(recipient, message, ways) })),
    );
    return planned.flatMap(({ recipient, kinds }) =>
      kinds.map((kind): OutboxEntry => ({
        id: ids.uuid(),
        leadId,
        kind,
        message,
        occasion,
        recipient,
        state: 'due',
        attempts: 0,
        createdAt: at,
        dueAt: new Date(at.getTime() + delayMs),
      })),
    );
  };
}

/** To whom no recipient of the list is: the company, and the operator. */
const toOthers: ReadonlySet<LeadMessage> = new Set(['receipt', 'taken', 'closed', 'delay', 'alert']);

const waysOf = (recipient: Recipient, message: LeadMessage, ways: WaysFor): ReturnType<WaysFor> => {
  if (message === 'standing') return ['teams'];
  if (!toOthers.has(message)) return ways(recipient, message);
  return [
    ...(recipient.email ? (['email'] as const) : []),
    // The receipt stands in the chat already.
    ...(recipient.inChat && message !== 'receipt' ? (['teams'] as const) : []),
  ];
};

/** The company as a recipient of messages; nobody when it gave no e-mail address and is in no chat. */
export function companyOf({ name, email, chat }: Lead): readonly Recipient[] {
  if (email === undefined && chat === undefined) return [];
  return [
    { id: companyRecipientId, name, email: email ?? '', ...(chat === undefined ? {} : { inChat: true }) },
  ];
}
