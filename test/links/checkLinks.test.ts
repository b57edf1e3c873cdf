import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkLinks, type LinkCheckOptions } from '../../src/links/checkLinks';
import type { LinkResult } from '../../src/links/linkResult';
import { fakeClock } from '../support/fakeClock';
import { tempFolder } from '../support/tempFolder';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Two statements: a framework that wraps `writeHead` returns nothing from it. */
const send = (response: ServerResponse, status: number, headers: Record<string, string> = {}): void => {
  response.writeHead(status, headers);
  response.end();
};

/** What a site answers at each path; everything else is 404. */
type Site = Readonly<Record<string, number | string | Handler>>;

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** A real site on a port of its own, which is a host of its own; it notes every request. */
async function site(paths: Site) {
  const requests: string[] = [];
  const agents = new Set<string | undefined>();
  let atOnce = 0;
  let mostAtOnce = 0;
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    requests.push(`${request.method} ${path}`);
    agents.add(request.headers['user-agent']);
    atOnce += 1;
    mostAtOnce = Math.max(mostAtOnce, atOnce);
    response.on('close', () => (atOnce -= 1));
    const answer = paths[path] ?? 404;
    if (typeof answer === 'function') {
      answer(request, response);
      return;
    }
    response.writeHead(typeof answer === 'number' ? answer : 200);
    response.end(typeof answer === 'string' ? answer : undefined);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, requests, agents, mostAtOnce: () => mostAtOnce };
}
const redirect =
  (status: number, location: string): Handler =>
  (_request, response) =>
    send(response, status, { location });
const onlyGet =
  (refusal: number): Handler =>
  (request, response) =>
    send(response, request.method === 'HEAD' ? refusal : 200);

const options: LinkCheckOptions = {
  robot: 'assistant-links',
  userAgent: 'assistant-links/1.0 (+https://assistant.example.org)',
  delayMs: 1000,
  hosts: 4,
  timeoutMs: 5000,
};

/** Looks at addresses without waiting; notes how long it would have waited. */
async function look(urls: readonly string[], changes: Partial<LinkCheckOptions> = {}) {
  const waits: number[] = [];
  const time = fakeClock('2026-11-24T09:00:00.000Z');
  const told: string[] = [];
  const results = await checkLinks(
    urls,
    { ...options, ...changes },
    { fetch, clock: time.clock, wait: async (ms) => void waits.push(ms) },
    ({ url }) => told.push(url),
  );
  return { results, waits, told };
}
const only = async (url: string, changes: Partial<LinkCheckOptions> = {}): Promise<LinkResult> =>
  (await look([url], changes)).results[0]!;

describe('an address', () => {
  it.each([
    ['that answers is in order', 200, { state: 'ok' }],
    ['that is not there is dead', 404, { state: 'dead', reason: '404' }],
    ['that has gone is dead', 410, { state: 'dead', reason: '410' }],
    ['that refuses robots may be alive', 403, { state: 'refusesRobots', reason: '403' }],
    ['that is asked too often may be alive', 429, { state: 'refusesRobots', reason: '429' }],
    ['whose server fails is in trouble', 500, { state: 'trouble', reason: '500' }],
    ['whose server is unavailable is in trouble', 503, { state: 'trouble', reason: '503' }],
  ] as const)('%s', async (_, status, expected) => {
    const { url } = await site({ '/a': status });
    expect(await only(`${url}/a`)).toEqual({ url: `${url}/a`, ...expected });
  });

  it.each([405, 403, 404, 501])('is asked by GET when HEAD is answered by %d', async (refusal) => {
    const { url, requests } = await site({ '/a': onlyGet(refusal) });
    expect(await only(`${url}/a`)).toEqual({ url: `${url}/a`, state: 'ok' });
    expect(requests).toEqual(['GET /robots.txt', 'HEAD /a', 'GET /a']);
  });

  it('is asked by HEAD alone when that answers, by a program that says who it is', async () => {
    const { url, requests, agents } = await site({ '/a': 200 });
    await only(`${url}/a`);
    expect(requests).toEqual(['GET /robots.txt', 'HEAD /a']);
    expect([...agents]).toEqual([options.userAgent]);
  });

  it('of a host that does not exist is dead', async () => {
    expect(await only('http://nowhere.invalid/a')).toMatchObject({ state: 'dead', reason: 'ENOTFOUND' });
  });

  it('whose host refuses the connection is in trouble', async () => {
    const { url } = await site({});
    const [server] = servers.splice(0);
    await new Promise((resolve) => server!.close(resolve));
    expect(await only(`${url}/a`)).toMatchObject({ state: 'trouble', reason: 'ECONNREFUSED' });
  });

  it('that does not answer in time is in trouble', async () => {
    const { url } = await site({ '/a': () => undefined });
    expect(await only(`${url}/a`, { timeoutMs: 100 })).toMatchObject({
      state: 'trouble',
      reason: 'TimeoutError',
    });
  });

  it('whose certificate nobody vouches for is in trouble', async () => {
    const folder = tempFolder();
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-keyout',
        key,
        '-out',
        cert,
        '-subj',
        '/CN=localhost',
        '-days',
        '1',
      ],
      { stdio: 'ignore' },
    );
    const server = createSecureServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_, response) =>
      response.end(),
    );
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `https://localhost:${(server.address() as AddressInfo).port}/a`;
    expect(await only(url)).toEqual({ url, state: 'trouble', reason: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
  });
});

describe('a redirect', () => {
  it.each([301, 308])('for good (%d) has moved, with its new address', async (status) => {
    const { url } = await site({ '/old': redirect(status, '/new'), '/new': 200 });
    expect(await only(`${url}/old`)).toEqual({ url: `${url}/old`, state: 'moved', movedTo: `${url}/new` });
  });

  it.each([302, 303, 307])('for the time being (%d) is in order', async (status) => {
    const { url } = await site({ '/a': redirect(status, '/today'), '/today': 200 });
    expect(await only(`${url}/a`)).toEqual({ url: `${url}/a`, state: 'ok' });
  });

  it('for good and then for the time being has moved to where the first led', async () => {
    const { url } = await site({
      '/old': redirect(301, '/new'),
      '/new': redirect(302, '/today'),
      '/today': 200,
    });
    expect(await only(`${url}/old`)).toMatchObject({ state: 'moved', movedTo: `${url}/new` });
  });

  it('to what is not there is dead', async () => {
    const { url } = await site({ '/old': redirect(301, '/gone') });
    expect(await only(`${url}/old`)).toEqual({ url: `${url}/old`, state: 'dead', reason: '404' });
  });

  it('that never ends is in trouble', async () => {
    const { url } = await site({ '/a': redirect(302, '/b'), '/b': redirect(302, '/a') });
    expect(await only(`${url}/a`)).toMatchObject({ state: 'trouble', reason: 'too many redirects' });
  });

  it('to another host obeys that host’s robots.txt', async () => {
    const there = await site({ '/robots.txt': 'User-agent: *\nDisallow: /private', '/private/a': 200 });
    const here = await site({ '/a': redirect(301, `${there.url}/private/a`) });
    expect(await only(`${here.url}/a`)).toMatchObject({ state: 'refusesRobots', reason: 'robots.txt' });
    expect(there.requests).toEqual(['GET /robots.txt']);
  });
});

describe('robots.txt', () => {
  it('is asked for once a host; what it forbids is not asked for', async () => {
    const rules =
      'User-agent: *\nDisallow: /private\n\nUser-agent: assistant-links\nDisallow: /not-for-links';
    const { url, requests } = await site({
      '/robots.txt': rules,
      '/private': 200,
      '/not-for-links': 200,
      '/a': 200,
    });
    const { results } = await look([`${url}/a`, `${url}/not-for-links`, `${url}/private`]);
    expect(results.map(({ state, reason }) => `${state} ${reason}`)).toEqual([
      'ok undefined',
      'refusesRobots robots.txt',
      // The rules for this program take the place of those for all.
      'ok undefined',
    ]);
    expect(requests).toEqual(['GET /robots.txt', 'HEAD /a', 'HEAD /private']);
  });

  it('that cannot be had for the time being forbids everything', async () => {
    const { url, requests } = await site({ '/robots.txt': 503, '/a': 200 });
    expect(await only(`${url}/a`)).toMatchObject({ state: 'trouble', reason: 'robots.txt 503' });
    expect(requests).toEqual(['GET /robots.txt']);
  });

  it('may ask for longer pauses', async () => {
    const { url } = await site({ '/robots.txt': 'User-agent: *\nCrawl-delay: 5', '/a': 200, '/b': 200 });
    expect((await look([`${url}/a`, `${url}/b`])).waits).toEqual([5000, 5000]);
  });
});

describe('politeness', () => {
  it('asks one host for one thing at a time, with a pause between', async () => {
    const slow: Handler = (_request, response) => void setImmediate(() => send(response, 200));
    const one = await site({ '/a': slow, '/b': slow, '/c': slow });
    const other = await site({ '/a': slow, '/old': redirect(301, `${one.url}/c`) });
    const urls = [`${one.url}/a`, `${other.url}/old`, `${one.url}/b`, `${other.url}/a`];
    const { results, waits, told } = await look(urls);
    expect(results.map(({ url }) => url)).toEqual(urls);
    expect([...told].sort()).toEqual([...urls].sort());
    expect([one.mostAtOnce(), other.mostAtOnce()]).toEqual([1, 1]);
    // Every request but the first to each host.
    expect(waits).toEqual(Array(one.requests.length + other.requests.length - 2).fill(1000));
  });

  it.each([
    [429, '7', 7000],
    [503, 'Tue, 24 Nov 2026 09:00:30 GMT', 30_000],
  ])('waits once as long as a site asks (%d, Retry-After %s)', async (status, retryAfter, ms) => {
    let asked = 0;
    const { url } = await site({
      '/a': (_request, response) => {
        asked += 1;
        send(response, asked === 1 ? status : 200, { 'retry-after': retryAfter });
      },
    });
    const { results, waits } = await look([`${url}/a`]);
    expect(results[0]).toMatchObject({ state: 'ok' });
    expect(waits).toContain(ms);
    expect(asked).toBe(2);
  });

  it('does not wait for hours', async () => {
    const { url, requests } = await site({
      '/a': (_request, response) => send(response, 429, { 'retry-after': '7200' }),
    });
    const { results, waits } = await look([`${url}/a`]);
    expect(results[0]).toMatchObject({ state: 'refusesRobots', reason: '429' });
    expect(Math.max(...waits)).toBe(1000);
    expect(requests).toEqual(['GET /robots.txt', 'HEAD /a']);
  });
});
