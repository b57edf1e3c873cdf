import type { Activity } from 'botbuilder-core';
import type { VisitorPage } from '../delivery/relayDispatcher';
import type { LocalConnector } from './channelAuthentication';

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
): VisitorPage {
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
