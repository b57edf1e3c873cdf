import { anyText, textLike } from '../support/matchers';
import { createServer as createHttpServer, request as httpRequest } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import jwt from 'jsonwebtoken';
import { startWebService, type WebService } from '../support/webService';

let service: WebService;
beforeAll(async () => {
  service = await startWebService();
});
afterAll(() => service.end());

const message = (overrides: Record<string, unknown> = {}) => ({
  type: 'message',
  id: '1',
  text: 'bonjour',
  channelId: 'test',
  from: { id: 'visitor' },
  recipient: { id: 'bot' },
  conversation: { id: 'conversation-1' },
  deliveryMode: 'expectReplies',
  ...overrides,
});

async function post(
  body: unknown,
  headers: Record<string, string> = {},
  to = service,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(`${to.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, body: (text ? JSON.parse(text) : {}) as Record<string, unknown> };
}

describe('the Bot Framework endpoint', () => {
  it('answers in the body when the caller expects replies', async () => {
    const { status, body } = await post(message());
    expect(status).toBe(200);
    expect(body).toMatchObject({ activities: [{ type: 'message', text: 'écho : bonjour', replyToId: '1' }] });
  });

  it('needs no service address, channel or names for that', async () => {
    const { body } = await post({
      type: 'message',
      text: 'court',
      conversation: { id: 'c' },
      deliveryMode: 'expectReplies',
    });
    expect(body).toMatchObject({ activities: [{ text: 'écho : court' }] });
  });

  it('sends replies to a service address on this machine', async () => {
    const received: unknown[] = [];
    const channel = createHttpServer((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        received.push({ path: request.url, text: (JSON.parse(text) as { text: string }).text });
        response.setHeader('content-type', 'application/json');
        response.end('{"id":"r1"}');
      });
    });
    await new Promise<void>((resolve) => channel.listen(0, '127.0.0.1', resolve));
    const { port } = channel.address() as AddressInfo;
    const answer = await post(
      message({ deliveryMode: undefined, serviceUrl: `http://127.0.0.1:${port}`, text: 'deux' }),
    );
    expect(answer).toEqual({ status: 200, body: {} });
    expect(received).toEqual([
      { path: '/v3/conversations/conversation-1/activities/1', text: 'un' },
      { path: '/v3/conversations/conversation-1/activities/1', text: 'deux' },
    ]);
    channel.closeAllConnections();
    channel.close();
  });

  it('answers an invoke with the bot’s status and body', async () => {
    const answer = await post(
      message({ type: 'invoke', name: 'x', deliveryMode: undefined, serviceUrl: service.url }),
    );
    expect(answer).toEqual({ status: 200, body: { done: 'x' } });
  });

  it('apologises to the visitor after a failed turn and goes on', async () => {
    const failed = await post(message({ text: 'erreur' }));
    expect(failed).toMatchObject({
      status: 200,
      body: { activities: [{ text: 'Désolé, je n’ai pas pu répondre.' }] },
    });
    expect(JSON.stringify(failed)).not.toContain('ne pas montrer');
    expect((await post(message())).status).toBe(200);
  });

  it('takes a very long text and an empty one to the bot', async () => {
    for (const text of ['x'.repeat(5000), '']) {
      expect(await post(message({ text }))).toMatchObject({
        status: 200,
        body: { activities: [{ type: 'message' }] },
      });
    }
  });
});

describe('bad input', () => {
  it.each([
    ['malformed JSON', '{"type":', 400, 'REQUEST_INVALID'],
    ['no type', JSON.stringify(message({ type: undefined })), 400, 'ACTIVITY_INVALID'],
    ['no conversation', JSON.stringify(message({ conversation: undefined })), 400, 'ACTIVITY_INVALID'],
    ['a list', '[]', 400, 'ACTIVITY_INVALID'],
    ['nothing', '', 400, 'ACTIVITY_INVALID'],
    ['a megabyte', JSON.stringify(message({ text: 'x'.repeat(1_000_000) })), 413, 'REQUEST_TOO_LARGE'],
  ])('is refused clearly when it is %s', async (_name, body, status, code) => {
    const answer = await post(body);
    expect(answer).toMatchObject({ status, body: { error: { code, message: anyText } } });
    expect(JSON.stringify(answer.body)).not.toMatch(/\bat \S+ \(|node_modules|xxx/);
  });

  it('is refused when it is not JSON, which pages of other sites could send unasked', async () => {
    const answer = await post(message(), { 'content-type': 'text/plain' });
    expect(answer).toMatchObject({ status: 415, body: { error: { code: 'REQUEST_INVALID' } } });
  });

  it.each([
    ['GET', '/nowhere', 404],
    ['GET', '/assets/..%2f..%2fpackage.json', 404],
    ['GET', '/api/messages', 405],
    ['DELETE', '/chat', 405],
    ['GET', '/%E0%A4%A', 404],
  ])('%s %s is refused with %s', async (method, path, expected) => {
    const response = await fetch(service.url + path, { method });
    expect(response.status).toBe(expected);
    expect(await response.json()).toEqual({
      error: { code: 'REQUEST_INVALID', message: textLike(/^(?!.*Error)/) },
    });
  });
});

describe('a request that cannot be read', () => {
  it.each([
    ['an address that is none', 'GET http://[ HTTP/1.1\r\nHost: localhost'],
    ['another form of address', 'OPTIONS * HTTP/1.1\r\nHost: localhost'],
    ['a host that is none', 'GET /chat HTTP/1.1\r\nHost: [::'],
    ['a host with a policy in it', "GET /chat HTTP/1.1\r\nHost: a;script-src'self'"],
    ['no HTTP', 'bonjour'],
  ])('gets 400 for %s, and the service goes on', async (_name, head) => {
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(service.port, '127.0.0.1', () => socket.end(`${head}\r\n\r\n`));
      let received = '';
      socket.on('data', (chunk) => (received += chunk.toString()));
      socket.on('close', () => {
        resolve(received);
      });
      socket.on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect((await fetch(`${service.url}/healthz`)).status).toBe(200);
  });
});

describe('without app credentials', () => {
  it.each([
    'https://smba.trafficmanager.net/fr/',
    'http://10.0.0.1:80',
    'http://127.0.0.1.example.com',
    'urn:direct-line:local',
    'file:///etc/passwd',
  ])('the service address %s is refused', async (serviceUrl) => {
    const answer = await post(message({ serviceUrl }));
    expect(answer).toMatchObject({ status: 403, body: { error: { code: 'SERVICE_URL_REFUSED' } } });
  });

  it('a service address is needed when replies are not expected in the body', async () => {
    expect((await post(message({ deliveryMode: undefined }))).status).toBe(403);
  });

  it.each([{ 'x-forwarded-for': '203.0.113.7' }, { forwarded: 'for=203.0.113.7' }])(
    'a caller behind a proxy is refused (%o)',
    async (headers) => {
      const answer = await post(message(), headers);
      expect(answer).toMatchObject({ status: 403, body: { error: { code: 'REQUEST_REFUSED' } } });
    },
  );

  it('a caller that reached us by another name is refused', async () => {
    const status = await new Promise((resolve, reject) => {
      const request = httpRequest(
        `${service.url}/api/messages`,
        { method: 'POST', headers: { host: 'rebound.example', 'content-type': 'application/json' } },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      request.on('error', reject);
      request.end(JSON.stringify(message()));
    });
    expect(status).toBe(403);
  });
});

describe('with app credentials', () => {
  let guarded: WebService;
  const appId = '11111111-2222-3333-4444-555555555555';
  beforeAll(async () => {
    guarded = await startWebService({
      credentials: { appId, password: 'secret', type: 'MultiTenant', tenantId: undefined },
    });
  });
  afterAll(() => guarded.end());

  it.each([
    ['no token', {}],
    ['an unreadable token', { authorization: 'Bearer nonsense' }],
    [
      'a token that somebody else signed',
      {
        authorization: `Bearer ${jwt.sign({ aud: appId, iss: 'https://elsewhere.example' }, 'x', { keyid: 'k' })}`,
      },
    ],
  ])('a request with %s gets 401', async (_name, headers) => {
    const answer = await post(message(), headers, guarded);
    expect(answer).toMatchObject({ status: 401, body: { error: { code: 'REQUEST_REFUSED' } } });
  });
});
