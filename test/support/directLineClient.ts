import { WebSocket } from 'ws';

/** An activity as tests read it. */
export interface Activity {
  readonly id: string;
  readonly type: string;
  readonly timestamp: string;
  readonly text?: string;
  readonly replyToId?: string;
  readonly from: { readonly id: string; readonly role?: string };
  readonly channelData?: { readonly clientActivityID?: string };
}

export interface Frame {
  readonly activities: readonly Activity[];
  readonly watermark?: string;
}

export interface Session {
  readonly conversationId: string;
  readonly token: string;
  readonly expires_in: number;
  readonly streamUrl: string;
}

/** What the token route gives. */
export interface Issued {
  readonly token: string;
  readonly conversationId: string;
  readonly userId: string;
  readonly domain: string;
}

interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
}

interface CallOptions {
  readonly token?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** The protocol's calls, written from its documentation, without any client library. */
export function directLineClient(url: string) {
  const conversations = '/v3/directline/conversations';

  async function call(method: string, path: string, options: CallOptions = {}): Promise<Answer<unknown>> {
    const { token, body, headers } = options;
    const response = await fetch(url + path, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text ? (JSON.parse(text) as unknown) : undefined,
      headers: response.headers,
    };
  }

  return {
    call,
    async token(earlier?: string): Promise<Issued> {
      const answer = await call('POST', '/api/webchat/token', {
        body: earlier === undefined ? {} : { token: earlier },
      });
      return answer.body as Issued;
    },
    start: async (token: string, body: unknown = {}) =>
      (await call('POST', conversations, { token, body })) as Answer<Session>,
    reconnect: async (session: Session, watermark = '') =>
      (await call('GET', `${conversations}/${session.conversationId}?watermark=${watermark}`, {
        token: session.token,
      })) as Answer<Session>,
    say: async (session: Session, activity: Record<string, unknown>) =>
      (await call('POST', `${conversations}/${session.conversationId}/activities`, {
        token: session.token,
        body: { from: { id: 'someone' }, ...activity },
      })) as Answer<{ id: string }>,
    poll: async (session: Session, watermark = '') =>
      (await call('GET', `${conversations}/${session.conversationId}/activities?watermark=${watermark}`, {
        token: session.token,
      })) as Answer<Frame>,
  };
}

/** What a stream has sent so far, and a way to wait for more. */
export interface Stream {
  readonly frames: readonly Frame[];
  readonly activities: () => readonly Activity[];
  /** Resolves when the stream's activities fulfil the condition. */
  until(condition: (activities: readonly Activity[]) => boolean): Promise<readonly Activity[]>;
  readonly closed: Promise<number>;
  close(): void;
}

/** Opens a stream address. Rejects with the HTTP status when the server refuses. */
export async function openStream(streamUrl: string, origin?: string): Promise<Stream> {
  const socket = new WebSocket(streamUrl, origin === undefined ? {} : { origin });
  const frames: Frame[] = [];
  const listeners = new Set<() => void>();
  const activities = () => frames.flatMap((frame) => frame.activities);
  socket.on('message', (data: Buffer) => {
    const text = data.toString('utf8');
    if (text) frames.push(JSON.parse(text) as Frame);
    for (const listener of listeners) listener();
  });
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  await new Promise<void>((resolve, reject) => {
    socket.on('open', resolve);
    socket.on('unexpected-response', (_request, response) => {
      reject(new Error(String(response.statusCode)));
      socket.terminate();
    });
    socket.on('error', reject);
  });
  return {
    frames,
    activities,
    closed,
    close: () => {
      socket.close();
    },
    until: (condition) =>
      new Promise((resolve) => {
        const check = () => {
          if (!condition(activities())) return;
          listeners.delete(check);
          resolve(activities());
        };
        listeners.add(check);
        check();
      }),
  };
}
