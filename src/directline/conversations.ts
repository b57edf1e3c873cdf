import { WebSocket } from 'ws';
import { createInOrder } from '../shared/inOrder';
import type { Clock } from '../shared/time';
import type { ActivityContent, Conversation, ConversationStore, Recorded } from './conversationStore';
import { frameOf, type Streams } from './streams';
import { directLineChannelId, passingActivityIdOf, toWire, type WireActivity } from './wireActivity';

/** What became of an activity that was said. */
export type Said =
  | {
      readonly kind: 'said';
      readonly activity: WireActivity;
      /** Why it was shown only, and is gone with the page: the store refused it. */
      readonly unkept?: unknown;
    }
  /** The client had sent it before; it was shown again, so that the client learns its id. */
  | { readonly kind: 'repeated'; readonly activity: WireActivity }
  | { readonly kind: 'unknownConversation' };

/**
 * The website's conversations: an activity is first kept, then shown to every open stream, in the same order for all.
 */
export interface Conversations {
  start(conversationId: string, userId: string): Promise<'created' | 'existing'>;
  find(conversationId: string): Promise<Conversation | undefined>;
  /** Keeps and shows an activity. What cannot be kept is shown all the same: a full disk must not silence the bot. */
  say(conversationId: string, content: ActivityContent, clientActivityId?: string): Promise<Said>;
  /**
   * Shows an activity without keeping it: somebody is typing. Only open streams see it.
   * @param whileLast only as long as the activity of this sequence is the youngest
   */
  signal(conversationId: string, content: ActivityContent, id: string, whileLast?: number): Promise<void>;
  /** Replaces a kept activity and shows it again under its id; undefined when there is none. */
  replace(
    conversationId: string,
    sequence: number,
    content: ActivityContent,
  ): Promise<WireActivity | undefined>;
  /** Removes a kept activity: later readers no longer see it, open streams keep showing what they have. */
  remove(conversationId: string, sequence: number): Promise<void>;
  /** What was said after `sequence`, and the watermark to read on from. At most the youngest 500 activities. */
  since(
    conversationId: string,
    sequence: number,
  ): Promise<{ readonly activities: readonly WireActivity[]; readonly watermark: number }>;
  /** Sends what was said after `sequence` to the socket and then whatever comes. */
  open(conversationId: string, sequence: number, socket: WebSocket): Promise<void>;
}

const maxReplayed = 500;

/** Joins the store, which remembers, with the streams, which show. */
export function createConversations(deps: {
  readonly store: ConversationStore;
  readonly streams: Streams;
  readonly clock: Clock;
}): Conversations {
  const { store, streams, clock } = deps;
  // Keeping takes time and showing does not: without a line per conversation two activities could be shown in the
  // wrong order, or fall between a new stream's replay and its first live frame.
  const inOrder = createInOrder();
  let unkeptCount = 0;

  async function since(conversationId: string, sequence: number) {
    const recorded = await store.since(conversationId, sequence, maxReplayed);
    return {
      activities: recorded.map((activity) => toWire(conversationId, activity)),
      watermark: recorded.at(-1)?.sequence ?? sequence,
    };
  }

  function show(conversationId: string, content: ActivityContent, id: string): WireActivity {
    const fixed = { id, timestamp: clock().toISOString(), channelId: directLineChannelId };
    const activity = { ...content, ...fixed, conversation: { id: conversationId } };
    streams.push(conversationId, [activity]);
    return activity;
  }

  return {
    start: (id, userId) => store.create({ id, userId, createdAt: clock() }),
    find: (conversationId) => store.find(conversationId),

    say: (conversationId, content, clientActivityId) =>
      inOrder.run(conversationId, async () => {
        const at = clock();
        let recorded: Recorded;
        try {
          recorded = await store.record(conversationId, { content, at, clientActivityId });
        } catch (unkept) {
          const id = passingActivityIdOf(conversationId, `unkept-${at.getTime()}-${(unkeptCount += 1)}`);
          return { kind: 'said', activity: show(conversationId, content, id), unkept };
        }
        if (recorded.kind === 'unknownConversation') return recorded;
        const activity = toWire(conversationId, recorded.activity);
        const isNew = recorded.kind === 'recorded';
        streams.push(conversationId, [activity], isNew ? recorded.activity.sequence : undefined);
        return { kind: isNew ? 'said' : 'repeated', activity };
      }),

    signal: (conversationId, content, id, whileLast) =>
      inOrder.run(conversationId, async () => {
        if (whileLast !== undefined && (await store.find(conversationId))?.lastSequence !== whileLast) return;
        show(conversationId, content, id);
      }),

    replace: (conversationId, sequence, content) =>
      inOrder.run(conversationId, async () => {
        const recorded = await store.replace(conversationId, sequence, content);
        if (!recorded) return undefined;
        const activity = toWire(conversationId, recorded);
        streams.push(conversationId, [activity]);
        return activity;
      }),

    remove: (conversationId, sequence) =>
      inOrder.run(conversationId, () => store.remove(conversationId, sequence)),

    since,

    open: (conversationId, sequence, socket) =>
      inOrder.run(conversationId, async () => {
        const { activities, watermark } = await since(conversationId, sequence);
        streams.add(conversationId, socket);
        if (activities.length > 0 && socket.readyState === WebSocket.OPEN) {
          socket.send(JSON.stringify(frameOf(activities, watermark)));
        }
      }),
  };
}
