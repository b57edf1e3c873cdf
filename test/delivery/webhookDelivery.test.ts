import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import type { Clock } from '../../src/shared/time';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createWebhookDelivery } from '../../src/delivery/webhookDelivery';
import { fakeClock } from '../support/fakeClock';
import { fullLead } from '../support/fullLead';
import { linksFor, pageNames } from '../support/mails';
import { jeannesEntry, jeannesFile } from '../support/people';

const secret = 'a secret of some length';
let server: Server;
let url: string;
let answer: { status: number; headers?: Record<string, string> } | 'stall' | 'drop';
let received: { path: string | undefined; headers: IncomingHttpHeaders; body: string }[];

beforeEach(async () => {
  answer = { status: 204 };
  received = [];
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ path: request.url, headers: request.headers, body: Buffer.concat(chunks).toString() });
      if (answer === 'drop') request.socket.destroy();
      else if (answer !== 'stall') {
        // Not chained: restify, once loaded, has its own writeHead, which returns nothing.
        response.writeHead(answer.status, answer.headers);
        response.end();
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/leads?from=assistant`;
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

const build = (changes: { url?: string; secret?: string; limitMs?: number; clock?: Clock } = {}) =>
  createWebhookDelivery({
    ...pageNames,
    url,
    secret,
    links: linksFor(),
    clock: fakeClock().clock,
    fetch,
    ...changes,
  });
const entry = jeannesEntry({ kind: 'webhook' });
const subject = { reference: 'ACDE-FGHJ', file: jeannesFile({ lead: fullLead() }) };

it('posts the lead as signed JSON', async () => {
  expect(await build().deliver(entry, subject)).toEqual({ kind: 'delivered', remoteId: 'entry-1' });
  const { path, headers, body } = received[0]!;
  expect(path).toBe('/leads?from=assistant');
  expect(headers['content-type']).toBe('application/json; charset=utf-8');
  expect(headers['x-assistant-delivery']).toBe('entry-1');
  const timestamp = headers['x-assistant-timestamp'] as string;
  expect(timestamp).toBe(String(Date.parse('2026-03-02T09:00:00Z') / 1000));
  const expected = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  expect(headers['x-assistant-signature']).toBe(`v1=${expected}`);
  expect(JSON.parse(body)).toMatchObject({
    version: 1,
    delivery: 'entry-1',
    message: 'callSheet',
    reference: 'ACDE-FGHJ',
    sentAt: '2026-03-02T09:00:00.000Z',
    recipient: { id: 'contact' },
    lead: {
      state: 'new',
      contact: { name: 'Jeanne Dupont', email: 'jeanne.dupont@example.fr', phone: '+33123456789' },
      company: { name: 'Mécanique Dupont & Fils', lookup: 'found', registry: { siren: '552100554' } },
      site: { kind: 'inside' },
      questions: [{ page: 'aides-machine', title: 'Aides à l’achat d’une machine' }, {}],
      schemes: [{ page: 'aides-machine', title: 'Prêt Machine' }],
    },
  });
});

it('tells of an erased lead by its reference alone', async () => {
  const erased = { reference: 'ACDE-FGHJ', file: undefined };
  expect(await build().deliver({ ...entry, message: 'erasure' }, erased)).toMatchObject({
    kind: 'delivered',
  });
  expect(JSON.parse(received[0]!.body)).toMatchObject({
    reference: 'ACDE-FGHJ',
    message: 'erasure',
    lead: null,
  });
  expect(await build().deliver(entry, erased)).toMatchObject({ kind: 'refused', detail: 'LEAD_ERASED' });
  expect(received).toHaveLength(1);
});

it.each([
  [200, 'delivered'],
  [400, 'refused'],
  [401, 'refused'],
  [404, 'refused'],
  [410, 'refused'],
  [408, 'retryLater'],
  [425, 'retryLater'],
  [429, 'retryLater'],
  [500, 'retryLater'],
  [503, 'retryLater'],
])('takes the answer %i as %s', async (status, kind) => {
  answer = { status };
  expect(await build().deliver(entry, subject)).toMatchObject({ kind });
});

it.each([
  ['120', 120_000],
  ['Mon, 02 Mar 2026 09:05:00 GMT', 300_000],
  ['soon', undefined],
])('waits as long as the receiver asks: Retry-After %s', async (retryAfter, retryAfterMs) => {
  answer = { status: 429, headers: { 'Retry-After': retryAfter } };
  const outcome = await build().deliver(entry, subject);
  expect(outcome).toEqual({
    kind: 'retryLater',
    code: 'DELIVERY_RETRY',
    detail: 'HTTP 429',
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
});

it('follows no redirection', async () => {
  answer = { status: 307, headers: { Location: '/elsewhere' } };
  expect(await build().deliver(entry, subject)).toMatchObject({ kind: 'retryLater', detail: 'HTTP 307' });
  expect(received).toHaveLength(1);
});

it('tries again later when the receiver is silent, drops the line or is not there', async () => {
  answer = 'stall';
  expect(await build({ limitMs: 100 }).deliver(entry, subject)).toMatchObject({ detail: 'ETIMEDOUT' });
  answer = 'drop';
  expect(await build().deliver(entry, subject)).toMatchObject({ kind: 'retryLater' });
  expect(await build({ url: 'http://127.0.0.1:1/' }).deliver(entry, subject)).toMatchObject({
    kind: 'retryLater',
  });
});

it.each([
  [{ url: 'ftp://example.org' }, /begins with https/],
  [{ url: 'https://u:topsecret@example.org' }, /must not hold a user or password/],
  [{ secret: 'short' }, /has 5 characters/],
])('refuses settings that cannot work: %j', (settings, fault) => {
  expect(() => build(settings)).toThrow(fault);
  expect(() => build(settings)).not.toThrow(/topsecret/);
});

it('is verified by the example of the documentation, which takes a genuine message and no other', async () => {
  const guide = readFileSync(join(__dirname, '../../docs/webhook.md'), 'utf8');
  const example = /```js\n(.*?)```/s
    .exec(guide)![1]!
    .replace('createServer((request', 'return createServer((request')
    .replace('.listen(8080)', ".listen(0, '127.0.0.1')");
  const lines: string[] = [];
  const run = compileFunction(example, ['require', 'process', 'console']) as (...given: unknown[]) => Server;
  const receiver = run(
    require,
    { env: { LEAD_WEBHOOK_SECRET: secret } },
    { log: (...words: string[]) => lines.push(words.join(' ')) },
  );
  await once(receiver, 'listening');
  const address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  const now = () => new Date();
  const genuine = build({ url: address, clock: now });
  expect(await genuine.deliver(entry, subject)).toMatchObject({ kind: 'delivered' });
  expect(await genuine.deliver(entry, subject)).toMatchObject({ kind: 'delivered' });
  expect(lines).toEqual(['callSheet ACDE-FGHJ Mécanique Dupont & Fils']);
  const forged = build({ url: address, clock: now, secret: 'another secret, also long' });
  expect(await forged.deliver(entry, subject)).toMatchObject({ detail: 'HTTP 401' });
  // Signed long ago, sent again by somebody who has seen it.
  expect(await build({ url: address }).deliver(entry, subject)).toMatchObject({ detail: 'HTTP 401' });
  receiver.closeAllConnections();
  receiver.close();
});
