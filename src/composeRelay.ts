import { createRelayDispatcher, type VisitorPage } from './delivery/relayDispatcher';
import type { Lanes } from './delivery/lanes';
import type { ChatMessenger } from './delivery/teams/messenger';
import type { FollowLead } from './leads/leadServices';
import { createLiveRelay, type LiveRelay } from './leads/liveRelay';
import type { RecipientChatRepository } from './leads/recipientChat';
import type { World } from './shared/world';
import type { OpenDatabase } from './storage/openDatabase';
import { createRelayRepository } from './storage/relayRepository';

/** The two sides between which a live relay passes messages on. */
export interface RelaySides extends VisitorPage {
  /** Writes to recipients' chats. */
  readonly messenger: ChatMessenger;
  /** Whether a page shows the conversation now. */
  readonly isPresent: (conversationId: string) => boolean;
}

/** Live relays and what carries their messages. It starts nothing. @param sides undefined: nobody can be reached, so none begins */
export function composeRelay(
  db: OpenDatabase,
  { clock, ids, log }: World,
  deps: {
    readonly sides: RelaySides | undefined;
    readonly chats: RecipientChatRepository;
    readonly followLead: FollowLead;
    readonly nameOf: (recipientId: string) => string;
  },
): { readonly relay: LiveRelay; readonly dispatcher: Lanes | undefined } {
  const { sides, chats } = deps;
  const relays = createRelayRepository(db);
  let dispatcher: Lanes | undefined;
  const relay = createLiveRelay({
    ...deps,
    relays,
    isPresent: sides?.isPresent ?? (() => false),
    async showWriting({ conversationId, recipientId }, to) {
      if (to === 'visitor') return sides?.writingToVisitor(conversationId);
      const chat = await chats.of(recipientId);
      if (chat) await sides?.messenger.showWriting(chat.reference);
    },
    clock,
    ids,
    wake: () => dispatcher?.wake(),
  });
  if (sides) dispatcher = createRelayDispatcher({ relays, relay, chats, ...sides, clock, log });
  return { relay, dispatcher };
}
