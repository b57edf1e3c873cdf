import type { LiveRelay } from '../leads/liveRelay';
import type { RecipientChatRepository } from '../leads/recipientChat';
import type { ClaimedRelayMessage, RelayMessage, RelayRepository } from '../leads/relay';
import { relayTexts, relayTextsForRecipient } from '../leads/relayTexts';
import type { DeliveryOutcome } from '../leads/deliveryOutcome';
import { codeOf } from '../shared/errors';
import type { Log } from '../shared/log';
import { hours, minutes, seconds, type Clock } from '../shared/time';
import { createLanes, type Lanes } from './lanes';
import type { ChatMessenger } from './teams/messenger';

/** Writes to the visitor's page. */
export type ToVisitor = (
  conversationId: string,
  message: {
    readonly text: string;
    readonly handoff?: RelayMessage['handoff'];
    readonly language: 'fr' | 'en';
  },
) => Promise<void>;

/** The visitor's side of relays. */
export interface VisitorPage {
  readonly toVisitor: ToVisitor;
  /** Shows on the page that somebody is writing. */
  readonly writingToVisitor: (conversationId: string) => Promise<void>;
}

/** How long a message is tried, in ms; then it is given up, and stands with the lead. */
const triedMs = hours(1);
const leaseMs = seconds(30);

/** Carries what is typed in live relays to the other side, each side in order, and looks after relays: silence ends them, presence is told. */
export function createRelayDispatcher(deps: {
  readonly relays: RelayRepository;
  readonly relay: Pick<LiveRelay, 'watch'>;
  readonly chats: Pick<RecipientChatRepository, 'of'>;
  readonly messenger: Pick<ChatMessenger, 'post'>;
  readonly toVisitor: ToVisitor;
  readonly clock: Clock;
  readonly log: Log;
}): Lanes {
  const { relays, chats, messenger, clock, log } = deps;

  const carry = async (message: ClaimedRelayMessage): Promise<DeliveryOutcome> => {
    const { relay, from, to, text, handoff } = message;
    if (to === 'recipient') {
      const chat = await chats.of(relay.recipientId);
      if (!chat) return { kind: 'refused', code: 'DELIVERY_REFUSED', detail: 'NOT_LINKED' };
      const words = from === 'visitor' ? relayTextsForRecipient.said(relay.visitorName, text) : text;
      return messenger.post(chat.reference, { text: words });
    }
    try {
      const { language } = relay;
      const words = from === 'recipient' ? relayTexts[language].said(relay.recipientName, text) : text;
      await deps.toVisitor(relay.conversationId, { text: words, handoff, language });
      return { kind: 'delivered', remoteId: '' };
    } catch (error) {
      return { kind: 'retryLater', code: 'DELIVERY_RETRY', detail: codeOf(error) };
    }
  };

  return createLanes({
    name: 'relays',
    log,
    async next() {
      await deps.relay.watch();
      const message = await relays.claim({ now: clock(), leaseMs });
      if (!message) return false;
      const outcome = await carry(message);
      const now = clock();
      const tooLate = now.getTime() - message.at.getTime() > triedMs;
      if (outcome.kind === 'retryLater' && !tooLate) {
        const wait = outcome.retryAfterMs ?? Math.min(seconds(2) * 2 ** message.attempts, minutes(1));
        await relays.record(message.id, { later: new Date(now.getTime() + wait) });
        return true;
      }
      if (outcome.kind !== 'delivered') {
        log.warn(
          { code: 'RELAY_UNDELIVERED', relay: message.relayId, detail: outcome.detail },
          'A message of a live exchange did not arrive; it is kept with the lead.',
        );
      }
      await relays.record(message.id, 'over');
      return true;
    },
  });
}
