import { WebSocket } from 'ws';
import { seconds } from '../shared/time';
import type { WireActivity } from './wireActivity';

/** The open sockets of each conversation. Several may show the same one: tabs of one visitor. */
export interface Streams {
  /** Adds a socket; it leaves by itself when it closes. The oldest goes when a conversation has too many. */
  add(conversationId: string, socket: WebSocket): void;
  /** Sends one frame to all sockets of the conversation. `watermark` only for recorded activities. */
  push(conversationId: string, activities: readonly WireActivity[], watermark?: number): void;
  /** Whether a page shows the conversation now. */
  isOpen(conversationId: string): boolean;
  count(): number;
  /** Closes every socket politely (1001, "going away": clients then reconnect) and forgets those that do not answer. */
  stop(): void;
}

const maxSocketsPerConversation = 10;
/** A client that has not read this much is too slow; it is cut off and reads on from its watermark when it returns. */
const maxUnsentBytes = 4 * 1024 * 1024;

/** @param keepAliveMs how often sockets are pinged, in ms; two pings without an answer end a socket. Default 25 s. */
export function createStreams(keepAliveMs = seconds(25)): Streams {
  const sockets = new Map<string, Set<WebSocket>>();
  const silent = new Set<WebSocket>();
  const all = (): WebSocket[] => [...sockets.values()].flatMap((set) => [...set]);

  const keepAlive = setInterval(() => {
    for (const socket of all()) {
      if (silent.has(socket)) {
        socket.terminate();
        continue;
      }
      silent.add(socket);
      socket.ping();
    }
  }, keepAliveMs);
  keepAlive.unref();

  return {
    add(conversationId, socket) {
      if (socket.readyState !== WebSocket.OPEN) return;
      const set = sockets.get(conversationId) ?? new Set<WebSocket>();
      sockets.set(conversationId, set);
      set.add(socket);
      const heard = () => silent.delete(socket);
      socket.on('pong', heard);
      // Clients keep their side alive with empty frames; whatever they send here is no activity.
      socket.on('message', heard);
      socket.on('close', () => {
        silent.delete(socket);
        set.delete(socket);
        if (set.size === 0 && sockets.get(conversationId) === set) sockets.delete(conversationId);
      });
      const [oldest] = set;
      if (set.size > maxSocketsPerConversation) oldest?.close(1008, 'too many streams of this conversation');
    },

    push(conversationId, activities, watermark) {
      const set = sockets.get(conversationId);
      if (!set || activities.length === 0) return;
      const frame = JSON.stringify(frameOf(activities, watermark));
      for (const socket of set) {
        if (socket.readyState !== WebSocket.OPEN) continue;
        if (socket.bufferedAmount > maxUnsentBytes) socket.terminate();
        else socket.send(frame);
      }
    },

    isOpen: (conversationId) => (sockets.get(conversationId)?.size ?? 0) > 0,
    count: () => all().length,

    stop() {
      clearInterval(keepAlive);
      for (const socket of all()) {
        socket.close(1001, 'the service is stopping');
        const deadline = setTimeout(() => {
          socket.terminate();
        }, seconds(1));
        deadline.unref();
        socket.once('close', () => {
          clearTimeout(deadline);
        });
      }
    },
  };
}

/** A frame as directlinejs reads it: without a watermark the client keeps its own. */
export function frameOf(
  activities: readonly WireActivity[],
  watermark: number | undefined,
): { activities: readonly WireActivity[]; watermark?: string } {
  return watermark === undefined ? { activities } : { activities, watermark: String(watermark) };
}
