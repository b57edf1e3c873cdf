import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { codeOf } from '../shared/errors';
import type { Log } from '../shared/log';
import type { Conversations } from './conversations';
import type { Tokens } from './tokens';
import { parseWatermark } from './wireActivity';

/** Takes the WebSocket upgrades of stream addresses. */
export interface StreamServer {
  /** Answers every upgrade: with a socket, or with an HTTP refusal and the end of the connection. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

/** Clients send empty frames only; anything larger is not theirs. */
const maxClientFrameBytes = 4096;
const base = 'http://localhost';
const streamPath = /^\/v3\/directline\/conversations\/([^/]+)\/stream$/;

export function createStreamServer(deps: {
  readonly conversations: Conversations;
  readonly tokens: Tokens;
  /** Whether a page of this origin may read here; undefined for clients that are no browsers. */
  readonly isAllowedOrigin: (origin: string | undefined, host: string | undefined) => boolean;
  readonly log: Log;
}): StreamServer {
  const { conversations, tokens, isAllowedOrigin, log } = deps;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: maxClientFrameBytes,
    clientTracking: false,
    perMessageDeflate: false,
  });

  return {
    upgrade(request, socket, head) {
      const refuse = (status: string) => {
        socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      };
      socket.on('error', () => socket.destroy());
      const address = request.url ?? '/';
      // What stands in a request line need not be an address at all.
      const url = URL.canParse(address, base) ? new URL(address, base) : undefined;
      const conversationId = decode(streamPath.exec(url?.pathname ?? '')?.[1]);
      if (!url || conversationId === undefined) {
        refuse('404 Not Found');
        return;
      }
      if (!isAllowedOrigin(request.headers.origin, request.headers.host)) {
        refuse('403 Forbidden');
        return;
      }
      const check = tokens.checkForStream(url.searchParams.get('t') ?? '');
      if (check.kind !== 'valid' || check.grant.conversationId !== conversationId) {
        refuse('403 Forbidden');
        return;
      }
      sockets.handleUpgrade(request, socket, head, (webSocket) => {
        webSocket.on('error', () => {
          webSocket.terminate();
        });
        const from = parseWatermark(url.searchParams.get('watermark') ?? undefined);
        conversations.open(conversationId, from, webSocket).catch((error: unknown) => {
          const reason = codeOf(error);
          log.error(
            { code: 'DIRECT_LINE_UNAVAILABLE', conversationId, reason },
            'a stream could not be opened',
          );
          // 1011: the client tries again.
          webSocket.close(1011);
        });
      });
    },
  };
}

function decode(part: string | undefined): string | undefined {
  try {
    return part && decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
