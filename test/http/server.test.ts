import { anyText, textLike } from '../support/matchers';
import { directLineClient, openStream } from '../support/directLineClient';
import { createAzureTokenIssuer } from '../../src/directline/azureTokenIssuer';
import { systemIds } from '../../src/shared/ids';
import { echoBot } from '../support/echoBot';
import { startWebService, type WebService } from '../support/webService';

let service: WebService;
beforeAll(async () => {
  service = await startWebService({
    allowedOrigins: ['https://www.example.fr'],
    directLineUrls: ['https://directline.example.com'],
  });
});
afterAll(() => service.end());
const get = (path: string, headers: Record<string, string> = {}) => fetch(service.url + path, { headers });

describe('the pages', () => {
  it('show the chat in French, name programme and contact, and hold no secret from the reader without JavaScript', async () => {
    const response = await get('/chat');
    const html = await response.text();
    expect(html).toContain('<html lang="fr">');
    expect(html).toContain('Vallée des Forges');
    expect(html).toMatch(/<noscript>.*Jeanne Dupont.*tel:0123456789.*jeanne\.dupont@example\.fr/s);
    expect(html).toContain('assistant automatique');
    expect(html).toContain('supprimés après 30 jours');
  });

  it('show it in English when asked', async () => {
    const html = await (await get('/chat?lang=en')).text();
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('automatic assistant');
  });

  it('allow nothing but themselves, the allowed sites around them and Azure’s Direct Line when it serves', async () => {
    const policies = [await get('/chat'), await get('/chat')].map((response) =>
      response.headers.get('content-security-policy')!,
    );
    expect(policies[0]).not.toBe(policies[1]);
    expect(policies[0]).toContain("default-src 'none'");
    expect(policies[0]).toContain("frame-ancestors 'self' https://www.example.fr");
    expect(policies[0]).toMatch(
      /connect-src 'self' .*ws:\/\/127\.0\.0\.1:\d+.* wss:\/\/directline\.example\.com/,
    );
    expect(policies[0]).not.toMatch(/unsafe/);
  });

  it('cannot be broken out of by what an address says', async () => {
    const html = await (await get('/chat?lang=%22%3E%3Cscript%3Ealert(1)%3C/script%3E')).text();
    expect(html).not.toContain('alert(1)');
  });

  it('show the sample site with the launcher, framed by nobody', async () => {
    const response = await get('/');
    expect(await response.text()).toContain('<script async src="/widget.js"');
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  it.each(['/', '/chat', '/healthz', '/nowhere'])('%s bears the common security headers', async (path) => {
    const { headers } = await get(path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
  });
});

describe('files for browsers', () => {
  it('may be kept for ever under their hashed names, and come compressed', async () => {
    const response = await get('/assets/chat.0123456789ab.js', { 'accept-encoding': 'br' });
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(response.headers.get('vary')).toBe('Accept-Encoding');
    expect(await response.text()).toBe('/* chat.js */');
  });

  it('come as they are to a browser that takes no compression', async () => {
    const response = await get('/assets/chat.0123456789ab.css', { 'accept-encoding': 'br;q=0, identity' });
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(response.headers.get('content-type')).toBe('text/css');
  });

  it('include the launcher under a stable name, which other sites may pin', async () => {
    const first = await get('/widget.js');
    expect(first.headers.get('cache-control')).toBe('public, max-age=3600');
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    const again = await get('/widget.js', { 'if-none-match': first.headers.get('etag')! });
    expect(again.status).toBe(304);
  });
});

describe('the watch points', () => {
  it('tell that the process answers and that it can do its work', async () => {
    expect(await (await get('/healthz')).json()).toEqual({ status: 'ok' });
    const ready = await get('/readyz');
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({ ready: true, passages: 0 });
  });
});

describe('Azure Direct Line', () => {
  it('serves the page with tokens that the server asks for, without showing the secret', async () => {
    const asked: { url: string; authorization: string }[] = [];
    const issuer = createAzureTokenIssuer({
      secret: 'the-secret',
      url: 'https://directline.example.com/',
      ids: systemIds,
      fetch: async (url, init) => {
        const authorization = new Headers(init?.headers).get('authorization') ?? '';
        const request = new Request(url, init);
        asked.push({ url: request.url, authorization });
        const { user } = (await request.json()) as { user?: { id: string } };
        const claims = Buffer.from(JSON.stringify({ user: user?.id ?? 'dl_known' })).toString('base64url');
        return Response.json({ conversationId: 'azure-1', token: `h.${claims}.s`, expires_in: 1800 });
      },
    });
    const azure = await startWebService({ issuer });
    const client = directLineClient(azure.url);
    const first = await client.token();
    expect(first).toEqual({
      token: anyText,
      conversationId: 'azure-1',
      userId: textLike(/^dl_/),
      domain: 'https://directline.example.com/v3/directline',
      expiresIn: 1800,
    });
    expect(JSON.stringify(first)).not.toContain('the-secret');
    expect(asked[0]).toMatchObject({
      url: 'https://directline.example.com/v3/directline/tokens/generate',
      authorization: 'Bearer the-secret',
    });
    await client.token(first.token);
    expect(asked[1]).toMatchObject({
      url: 'https://directline.example.com/v3/directline/tokens/refresh',
      authorization: `Bearer ${first.token}`,
    });
    await azure.end();
  });

  it('is said to be unavailable when it does not answer', async () => {
    const issuer = createAzureTokenIssuer({
      secret: 'the-secret',
      url: 'https://directline.example.com',
      ids: systemIds,
      fetch: () => Promise.reject(new Error('the-secret leaked')),
    });
    const azure = await startWebService({ issuer });
    const answer = await directLineClient(azure.url).call('POST', '/api/webchat/token', { body: {} });
    expect(answer).toMatchObject({ status: 502, body: { error: { code: 'DIRECT_LINE_UNAVAILABLE' } } });
    expect(JSON.stringify(answer.body) + azure.logLines.join('')).not.toContain('the-secret');
    await azure.end();
  });
});

describe('starting and stopping', () => {
  it('says which port is taken and what to do', async () => {
    await expect(startWebService({ port: service.port })).rejects.toThrow(
      /^PORT_UNAVAILABLE: cannot listen on 127\.0\.0\.1:\d+ \(EADDRINUSE\); .*PORT/,
    );
  });

  it('says that the web pages have not been built', async () => {
    await expect(startWebService({ webDir: '/nonexistent' })).rejects.toThrow(
      /^WEB_ASSETS_MISSING.*npm run build/,
    );
  });

  it('lets a running turn end and its answer go out before it stops', async () => {
    let release: () => void = () => undefined;
    let arrived: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const inTurn = new Promise<void>((resolve) => (arrived = resolve));
    const slow = await startWebService({
      logic: async (context) => {
        if (context.activity.text === 'attends') {
          arrived();
          await held;
        }
        await echoBot(context);
      },
    });
    const client = directLineClient(slow.url);
    const { body: session } = await client.start((await client.token()).token);
    const stream = await openStream(session.streamUrl);
    await stream.until((activities) => activities.length === 1);
    await client.say(session, { type: 'message', text: 'attends' });
    await inTurn;
    const stopped = slow.stop();
    release();
    await stopped;
    await expect(stream.closed).resolves.toBe(1001);
    expect(stream.activities().at(-1)).toMatchObject({ text: 'écho : attends' });
    await expect(fetch(`${slow.url}/healthz`)).rejects.toThrow();
  });

  it('tells the client nothing of an unexpected fault', async () => {
    const broken = await startWebService({
      issuer: { issue: () => Promise.reject(new Error('an inner word')) },
    });
    const answer = await directLineClient(broken.url).call('POST', '/api/webchat/token', { body: {} });
    expect(answer).toMatchObject({ status: 500, body: { error: { code: 'REQUEST_FAILED' } } });
    expect(JSON.stringify(answer.body)).not.toContain('inner');
    expect(broken.logLines.some((line) => line.includes('REQUEST_FAILED'))).toBe(true);
    await broken.end();
  });
});
