import { statSync } from 'node:fs';
import { join } from 'node:path';
import { days, hours } from '../../src/shared/time';
import { directLineClient, openStream } from '../support/directLineClient';
import { startWebService, type WebService } from '../support/webService';

const texts = (activities: readonly { text?: string }[]) => activities.map(({ text }) => text);
let running: WebService[] = [];
afterEach(async () => {
  for (const service of running) await service.end();
  running = [];
});
async function start(options: Parameters<typeof startWebService>[0] = {}): Promise<WebService> {
  const service = await startWebService(options);
  running.push(service);
  return service;
}

describe('after a restart', () => {
  it('a page goes on with the same token where it was, and open streams are told to come back', async () => {
    const before = await start();
    const { token } = await directLineClient(before.url).token();
    const { body: session } = await directLineClient(before.url).start(token);
    const stream = await openStream(session.streamUrl);
    await directLineClient(before.url).say(session, { type: 'message', text: 'avant' });
    await stream.until((activities) => activities.length === 3);
    await before.stop();
    await expect(stream.closed).resolves.toBe(1001);

    running = [];
    const after = await start({ dataDir: before.dataDir });
    const client = directLineClient(after.url);
    const { body: resumed } = await client.reconnect({ ...session, token });
    const again = await openStream(resumed.streamUrl);
    await client.say(resumed, { type: 'message', text: 'après' });
    expect(texts(await again.until((activities) => activities.length === 5))).toEqual([
      'Bonjour',
      'avant',
      'écho : avant',
      'après',
      'écho : après',
    ]);
    again.close();
  });

  it('the signing key is the same and for the service’s own eyes', async () => {
    const service = await start();
    expect(statSync(join(service.dataDir, 'directline.key')).mode & 0o777).toBe(0o600);
  });

  it('a conversation whose greeting was lost is greeted', async () => {
    const service = await start();
    const client = directLineClient(service.url);
    const { token, conversationId, userId } = await client.token();
    await service.store.create({ id: conversationId, userId, createdAt: new Date() });
    const { status, body } = await client.start(token);
    expect(status).toBe(200);
    const stream = await openStream(body.streamUrl);
    await stream.until((activities) => activities.length === 1);
    stream.close();
  });
});

describe('after a pause', () => {
  it('an expired token is refused as such, and exchanged for one of the same conversation', async () => {
    let now = new Date('2026-03-02T09:00:00Z');
    const service = await start({ clock: () => now });
    const client = directLineClient(service.url);
    const first = await client.token();
    const { body: session } = await client.start(first.token);
    const stream = await openStream(session.streamUrl);
    await stream.until((activities) => activities.length === 1);
    stream.close();

    now = new Date(now.getTime() + hours(25));
    expect(await client.poll(session)).toMatchObject({
      status: 403,
      body: { error: { code: 'TokenExpired' } },
    });
    const refreshed = await client.call('POST', '/v3/directline/tokens/refresh', { token: session.token });
    expect(refreshed.status).toBe(403);

    const second = await client.token(session.token);
    expect(second).toMatchObject({ conversationId: first.conversationId, userId: first.userId });
    const { body: resumed } = await client.start(second.token);
    expect(texts((await client.poll(resumed)).body.activities)).toEqual(['Bonjour']);

    now = new Date(now.getTime() + days(9));
    expect((await client.token(session.token)).conversationId).not.toBe(first.conversationId);
  });

  it('conversations that nobody has used are purged with all that was said', async () => {
    let now = new Date('2026-03-02T09:00:00Z');
    const service = await start({ clock: () => now });
    const client = directLineClient(service.url);
    const { token } = await client.token();
    const { body: session } = await client.start(token);
    const stream = await openStream(session.streamUrl);
    await stream.until((activities) => activities.length === 1);
    stream.close();
    now = new Date(now.getTime() + days(1));
    await expect(service.store.purge(new Date(now.getTime() - days(2)))).resolves.toBe(0);
    await expect(service.store.purge(now)).resolves.toBe(1);
    await expect(service.store.since(session.conversationId, 0, 10)).resolves.toEqual([]);
  });
});
