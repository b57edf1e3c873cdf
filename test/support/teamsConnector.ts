import { createServer, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Activity } from 'botbuilder-core';

/** What Teams answers to one request: it takes it, or not. `hangs`: it does not take it and never answers. */
export type TeamsAnswer = 'takes' | 'hangs' | { readonly status: number; readonly retryAfter?: number };

/** A message as Teams has it now. */
export interface TakenMessage {
  readonly id: string;
  readonly conversationId: string;
  activity: Partial<Activity>;
  updates: number;
}

/** The side of Teams to which the assistant writes of itself: the Bot Framework's connector, on this machine. */
export interface TeamsConnector {
  readonly url: string;
  readonly messages: TakenMessage[];
  /** Requests so far. */
  readonly requests: () => number;
  /** What is answered from now on; `takes` at first. @param answer by the conversation and the count of requests to it so far, from 0 */
  behave(answer: (conversationId: string, count: number) => TeamsAnswer): void;
  close(): Promise<void>;
}

/** Starts it on a free port. */
export async function startTeamsConnector(): Promise<TeamsConnector> {
  const messages: TakenMessage[] = [];
  const counts = new Map<string, number>();
  let requests = 0;
  let answer: (conversationId: string, count: number) => TeamsAnswer = () => 'takes';
  const server = createServer((request, response) => {
    void (async () => {
      const body = await bodyOf(request);
      const [, conversation = '', id] =
        /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/?]+))?/.exec(request.url ?? '') ?? [];
      const conversationId = decodeURIComponent(conversation);
      const count = counts.get(conversationId) ?? 0;
      counts.set(conversationId, count + 1);
      requests += 1;
      const told = answer(conversationId, count);
      if (told === 'hangs') return;
      response.setHeader('Content-Type', 'application/json');
      if (told !== 'takes') {
        response.statusCode = told.status;
        if (told.retryAfter !== undefined) response.setHeader('Retry-After', String(told.retryAfter));
        response.end(JSON.stringify({ error: { code: 'Refused', message: 'refused by the test' } }));
        return;
      }
      const known = request.method === 'PUT' && messages.find((message) => message.id === id);
      if (known) {
        known.activity = body;
        known.updates += 1;
      } else messages.push({ id: `m${messages.length + 1}`, conversationId, activity: body, updates: 0 });
      response.statusCode = known ? 200 : 201;
      response.end(JSON.stringify({ id: known ? known.id : messages.at(-1)?.id }));
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    messages,
    requests: () => requests,
    behave(next) {
      counts.clear();
      answer = next;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Partial<Activity>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text ? (JSON.parse(text) as Partial<Activity>) : {};
}
