import type { Activity } from 'botbuilder-core';
import type { LocalConnector } from './bot/channelAuthentication';
import { createRelayDispatcher, type ToVisitor } from './delivery/relayDispatcher';
import type { Lanes } from './delivery/lanes';
import type { ChatMessenger } from './delivery/teams/messenger';
import type { FollowLead } from './leads/leadServices';
import { createLiveRelay, type LiveRelay } from './leads/liveRelay';
import type { RecipientChatRepository } from './leads/recipientChat';
import type { World } from './shared/world';
import type { OpenDatabase } from './storage/openDatabase';
import { createRelayRepository } from './storage/relayRepository';

/** The two sides between which a live relay passes messages on. */
export interface RelaySides {
  /** Writes to recipients' chats. */
  readonly messenger: ChatMessenger;
  /** Whether a page shows the conversation now. */
  readonly isPresent: (conversationId: string) => boolean;
  readonly toVisitor: ToVisitor;
  /** Shows on a page that somebody is writing. */
  readonly writingToVisitor: (conversationId: string) => Promise<void>;
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

/** The Bot Framework's own events, for engagement hubs: what begins here is an initiation that was accepted. */
const handoffEvents = {
  accepted: [
    { name: 'handoff.initiate', value: {} },
    { name: 'handoff.status', value: { state: 'accepted' } },
  ],
  completed: [{ name: 'handoff.status', value: { state: 'completed' } }],
};

/** The visitor's page, written to through the local channel: words, then what engagement hubs understand. */
export function visitorPage(
  { client }: LocalConnector,
  from: { readonly id: string; readonly name: string },
): Pick<RelaySides, 'toVisitor' | 'writingToVisitor'> {
  const send = (conversationId: string, activity: Partial<Activity>) =>
    client.conversations.sendToConversation(conversationId, activity);
  return {
    async toVisitor(conversationId, { text, handoff, language }) {
      await send(conversationId, { type: 'message', text, textFormat: 'markdown', locale: language, from });
      for (const event of handoff === undefined ? [] : handoffEvents[handoff]) {
        await send(conversationId, { type: 'event', from, ...event });
      }
    },
    async writingToVisitor(conversationId) {
      await send(conversationId, { type: 'typing', from });
    },
  };
}
