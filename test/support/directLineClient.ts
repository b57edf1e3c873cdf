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

/** The protocol's calls, written from its documentation, without any client library. */
export function directLineClient(url: string) {
  async function call<T>(
    method: string,
    path: string,
    options: { token?: string | undefined; body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<{ status: number; body: T; headers: Headers }> {
    const response = await fetch(url + path, {
      method,
      headers: {
        ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
        ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...options.headers,
      },
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: (text ? JSON.parse(text) : undefined) as T,
      headers: response.headers,
    };
  }

  return {
    call,
    async token(
      earlier?: string,
    ): Promise<{ token: string; conversationId: string; userId: string; domain: string }> {
      const body = earlier === undefined ? {} : { token: earlier };
      return (
        await call<{ token: string; conversationId: string; userId: string; domain: string }>(
          'POST',
          '/api/webchat/token',
          { body },
        )
      ).body;
    },
    start: async (token: string, body: unknown = {}) =>
      call<Session>('POST', '/v3/directline/conversations', { token, body }),
    say: (session: Session, activity: Record<string, unknown>) =>
      call<{ id: string }>('POST', `/v3/directline/conversations/${session.conversationId}/activities`, {
        token: session.token,
        body: { from: { id: 'someone' }, ...activity },
      }),
    poll: (session: Session, watermark = '') =>
      call<Frame>(
        'GET',
        `/v3/directline/conversations/${session.conversationId}/activities?watermark=${watermark}`,
        { token: session.token },
      ),
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
