import { anyText, textLike } from '../support/matchers';
import { directLineClient, openStream, type Session } from '../support/directLineClient';
import { startWebService, type WebService } from '../support/webService';

let service: WebService;
let client: ReturnType<typeof directLineClient>;

beforeAll(async () => {
  service = await startWebService({ allowedOrigins: ['https://www.example.fr'] });
  client = directLineClient(service.url);
});
afterAll(() => service.end());

/** A conversation that has begun, with its greeting. */
async function begun(): Promise<Session> {
  const { token } = await client.token();
  const { body } = await client.start(token);
  const stream = await openStream(body.streamUrl);
  await stream.until((activities) => activities.some(({ text }) => text === 'Bonjour'));
  stream.close();
  return body;
}

const texts = (activities: readonly { text?: string }[]) => activities.map(({ text }) => text);

describe('tokens', () => {
  it('name the conversation, the user and where Direct Line is', async () => {
    const issued = await client.token();
    expect(issued).toEqual({
      token: textLike(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      conversationId: anyText,
      userId: textLike(/^dl_/),
      domain: `${service.url}/v3/directline`,
      expiresIn: 86_400,
    });
    const claims: unknown = JSON.parse(Buffer.from(issued.token.split('.')[1]!, 'base64url').toString());
    expect(claims).toMatchObject({ user: issued.userId, conversation: issued.conversationId });
  });

  it('are given for the same conversation to a page that still has one', async () => {
    const first = await client.token();
    const second = await client.token(first.token);
    expect(second).toMatchObject({ conversationId: first.conversationId, userId: first.userId });
  });

  it('are given for a new conversation to a page that shows a forged one', async () => {
    const first = await client.token();
    const second = await client.token(`${first.token.slice(0, -4)}AAAA`);
    expect(second.conversationId).not.toBe(first.conversationId);
  });

  it('are refreshed while they are valid', async () => {
    const { token, conversationId } = await client.token();
    const refreshed = await client.call('POST', '/v3/directline/tokens/refresh', { token });
    expect(refreshed).toMatchObject({
      status: 200,
      body: { conversationId, token: anyText, expires_in: 86_400 },
    });
  });

  it('are not generated for strangers at Direct Line itself', async () => {
    const answer = await client.call('POST', '/v3/directline/tokens/generate', { token: 'secret' });
    expect(answer).toMatchObject({ status: 403, body: { error: { code: 'BadArgument' } } });
  });
});

describe('a conversation', () => {
  it('starts with 201, then answers 200, and always carries a token and a stream', async () => {
    const { token, conversationId } = await client.token();
    const first = await client.start(token, { user: { id: 'forged' }, locale: 'fr-FR' });
    const again = await client.start(token);
    expect([first.status, again.status]).toEqual([201, 200]);
    for (const { body } of [first, again]) {
      expect(body).toMatchObject({ conversationId, token: anyText, expires_in: 86_400 });
      expect(body.streamUrl).toMatch(
        /^ws:\/\/127\.0\.0\.1:\d+\/v3\/directline\/conversations\/.+\/stream\?watermark=&t=/,
      );
    }
  });

  it('greets once, in the language of the page, with one joining of bot and visitor', async () => {
    const { token } = await client.token();
    const { body } = await client.start(token, { locale: 'en-US' });
    await client.start(token, { locale: 'en-US' });
    const stream = await openStream(body.streamUrl);
    await stream.until((activities) => activities.length > 0);
    await client.say(body, { type: 'message', text: 'x' });
    expect(texts(await stream.until((activities) => activities.length === 3))).toEqual([
      'Hello',
      'x',
      'écho : x',
    ]);
    stream.close();
  });

  it('shows the visitor’s own message, with its client id, before the answer', async () => {
    const session = await begun();
    const stream = await openStream(session.streamUrl);
    const { status, body } = await client.say(session, {
      type: 'message',
      text: 'chaleur fatale',
      channelData: { clientActivityID: 'c1' },
    });
    expect(status).toBe(200);
    const [, said, answer] = await stream.until((activities) => activities.length === 3);
    expect(said).toMatchObject({
      id: body.id,
      text: 'chaleur fatale',
      channelData: { clientActivityID: 'c1' },
      from: { role: 'user' },
    });
    expect(answer).toMatchObject({
      text: 'écho : chaleur fatale',
      replyToId: body.id,
      from: { id: 'assistant', role: 'bot' },
    });
    expect(body.id).toBe(`${session.conversationId}|0000002`);
    stream.close();
  });

  it('numbers and times its activities strictly upwards', async () => {
    const session = await begun();
    await Promise.all(
      Array.from({ length: 8 }, (_, n) => client.say(session, { type: 'message', text: `m${n}` })),
    );
    const stream = await openStream(session.streamUrl);
    const activities = await stream.until((all) => all.length === 17);
    const times = activities.map(({ timestamp }) => Date.parse(timestamp));
    expect(times.every((time, n) => n === 0 || time > times[n - 1]!)).toBe(true);
    expect(activities.map(({ id }) => id)).toEqual([...activities.map(({ id }) => id)].sort());
    expect(stream.frames.at(-1)?.watermark).toBe('17');
    stream.close();
  });

  it('lets nobody speak under another name', async () => {
    const session = await begun();
    const { userId } = (await service.store.find(session.conversationId))!;
    await client.say(session, { type: 'message', text: 'moi', from: { id: 'assistant', role: 'bot' } });
    const { body } = await client.poll(session);
    expect(body.activities.find(({ text }) => text === 'moi')?.from).toEqual({ id: userId, role: 'user' });
  });

  it('takes a message that is sent twice once', async () => {
    const session = await begun();
    const message = { type: 'message', text: 'une fois', channelData: { clientActivityID: 'same' } };
    const first = await client.say(session, message);
    const second = await client.say(session, message);
    expect(second.body.id).toBe(first.body.id);
    const stream = await openStream(session.streamUrl);
    await stream.until((activities) => activities.length === 3);
    await client.say(session, { type: 'message', text: 'fin' });
    expect(texts(await stream.until((activities) => activities.length === 5))).toEqual([
      'Bonjour',
      'une fois',
      'écho : une fois',
      'fin',
      'écho : fin',
    ]);
    stream.close();
  });

  it('takes events and invokes', async () => {
    const session = await begun();
    const event = await client.say(session, { type: 'event', name: 'webchat/join', value: { a: 1 } });
    const invoke = await client.say(session, { type: 'invoke', name: 'x' });
    expect([event.status, invoke.status]).toEqual([200, 200]);
    const stream = await openStream(session.streamUrl);
    await stream.until((activities) => activities.some(({ text }) => text === 'événement webchat/join'));
    stream.close();
  });

  it('shows typing on open streams only', async () => {
    const session = await begun();
    const stream = await openStream(session.streamUrl);
    await client.say(session, { type: 'message', text: 'tape' });
    const live = await stream.until((activities) => activities.some(({ text }) => text === 'voilà'));
    expect(live.map(({ type }) => type)).toContain('typing');
    const { body } = await client.poll(session);
    expect(body.activities.map(({ type }) => type)).not.toContain('typing');
    stream.close();
  });

  it('shows an updated message under its id, and keeps the new words', async () => {
    const session = await begun();
    const stream = await openStream(session.streamUrl);
    await client.say(session, { type: 'message', text: 'corrige' });
    const live = await stream.until((activities) => activities.some(({ text }) => text === 'version 2'));
    const versions = live.filter(({ text }) => text?.startsWith('version'));
    expect(new Set(versions.map(({ id, timestamp }) => `${id} ${timestamp}`)).size).toBe(1);
    expect(texts((await client.poll(session)).body.activities)).toEqual(['Bonjour', 'corrige', 'version 2']);
    stream.close();
  });

  it('forgets a message that the bot deletes', async () => {
    const session = await begun();
    const stream = await openStream(session.streamUrl);
    await client.say(session, { type: 'message', text: 'retire' });
    await client.say(session, { type: 'message', text: 'suite' });
    await stream.until((activities) => activities.some(({ text }) => text === 'écho : suite'));
    expect(texts((await client.poll(session)).body.activities)).not.toContain('à retirer');
    stream.close();
  });

  it('removes a reference to an activity that the page does not know', async () => {
    const session = await begun();
    const [greeting] = (await client.poll(session)).body.activities;
    expect(greeting).toMatchObject({ text: 'Bonjour' });
    expect(greeting).not.toHaveProperty('replyToId');
  });

  it('apologises after a failed turn, says why only in the log, and goes on', async () => {
    const session = await begun();
    const stream = await openStream(session.streamUrl);
    expect((await client.say(session, { type: 'message', text: 'erreur' })).status).toBe(200);
    await client.say(session, { type: 'message', text: 'encore là ?' });
    const all = await stream.until((activities) =>
      activities.some(({ text }) => text === 'écho : encore là ?'),
    );
    expect(texts(all)).toContain('Désolé, je n’ai pas pu répondre.');
    expect(JSON.stringify(all)).not.toContain('ne pas montrer');
    const line = service.logLines.find((logged) => logged.includes('TURN_FAILED'));
    expect(JSON.parse(line!)).toMatchObject({ code: 'TURN_FAILED', conversationId: session.conversationId });
    expect(service.logLines.join('')).not.toContain('ne pas montrer');
    stream.close();
  });
});

describe('reading', () => {
  it('polls from a watermark', async () => {
    const session = await begun();
    const first = await client.poll(session);
    expect(first.body).toMatchObject({ watermark: '1', activities: [{ text: 'Bonjour' }] });
    expect((await client.poll(session, '1')).body).toEqual({ watermark: '1', activities: [] });
    await client.say(session, { type: 'message', text: 'a' });
    const stream = await openStream(session.streamUrl);
    await stream.until((activities) => activities.length === 3);
    expect(texts((await client.poll(session, '1')).body.activities)).toEqual(['a', 'écho : a']);
    stream.close();
  });

  it('replays everything on a new stream without watermark, and only the rest with one', async () => {
    const session = await begun();
    await client.say(session, { type: 'message', text: 'a' });
    const whole = await openStream((await client.reconnect(session)).body.streamUrl);
    expect(texts(await whole.until((all) => all.length === 3))).toEqual(['Bonjour', 'a', 'écho : a']);
    const rest = await openStream((await client.reconnect(session, '2')).body.streamUrl);
    expect(texts(await rest.until((all) => all.length === 1))).toEqual(['écho : a']);
    whole.close();
    rest.close();
  });

  it('shows the same conversation on several streams', async () => {
    const session = await begun();
    const streams = await Promise.all([openStream(session.streamUrl), openStream(session.streamUrl)]);
    await client.say(session, { type: 'message', text: 'à tous' });
    for (const stream of streams) {
      await stream.until((activities) => activities.some(({ text }) => text === 'écho : à tous'));
      stream.close();
    }
  });

  it('closes the oldest stream when a conversation has more than ten', async () => {
    const session = await begun();
    const streams = [];
    for (let n = 0; n < 11; n += 1) {
      const stream = await openStream(session.streamUrl);
      // The replay tells that the service has taken the stream.
      await stream.until((activities) => activities.length > 0);
      streams.push(stream);
    }
    await expect(streams[0]!.closed).resolves.toBe(1008);
    for (const stream of streams) stream.close();
  });
});

describe('refusals', () => {
  const activities = (id: string) => `/v3/directline/conversations/${id}/activities`;

  it.each([
    ['no token', undefined, 401],
    ['an unreadable token', 'nonsense', 403],
    ['an unsigned token', `${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`, 403],
  ])('answers %s in the protocol’s shape', async (_name, token, status) => {
    const answer = await client.call('GET', activities('x'), { token });
    expect(answer).toMatchObject({
      status,
      body: { error: { code: 'BadArgument', message: anyText } },
    });
  });

  it('keeps conversations apart', async () => {
    const [mine, other] = [await begun(), await begun()];
    for (const path of [
      activities(other.conversationId),
      `/v3/directline/conversations/${other.conversationId}`,
    ]) {
      expect((await client.call('GET', path, { token: mine.token })).status).toBe(403);
    }
    const said = await client.call('POST', activities(other.conversationId), {
      token: mine.token,
      body: { type: 'message', text: 'intrus' },
    });
    expect(said.status).toBe(403);
  });

  it('does not take the token of a stream for calls, nor the other way round', async () => {
    const session = await begun();
    const url = new URL(session.streamUrl);
    const streamToken = url.searchParams.get('t')!;
    expect(
      (await client.call('GET', activities(session.conversationId), { token: streamToken })).status,
    ).toBe(403);
    url.searchParams.set('t', session.token);
    await expect(openStream(url.href)).rejects.toThrow('403');
  });

  it('answers 404 for a conversation that was never started or has been forgotten', async () => {
    const { token, conversationId } = await client.token();
    expect((await client.call('GET', activities(conversationId), { token })).status).toBe(404);
    const session = await begun();
    await service.store.forget(session.conversationId);
    expect((await client.poll(session)).status).toBe(404);
    expect((await client.say(session, { type: 'message', text: 'x' })).status).toBe(404);
  });

  it.each([
    ['an unknown type', { type: 'conversationUpdate', membersAdded: [{ id: 'x' }] }, 400],
    ['no type', { text: 'x' }, 400],
    ['a text that is no text', { type: 'message', text: 7 }, 400],
    ['files', { type: 'message', attachments: [{ contentType: 'image/png', contentUrl: 'data:,' }] }, 415],
  ])('refuses an activity with %s', async (_name, body, status) => {
    const session = await begun();
    const answer = await client.call('POST', activities(session.conversationId), {
      token: session.token,
      body,
    });
    expect(answer).toMatchObject({ status, body: { error: { message: anyText } } });
  });

  it('refuses uploads without reading them', async () => {
    const session = await begun();
    const form = new FormData();
    form.append('file', new Blob(['x'.repeat(1000)]), 'plan.pdf');
    const response = await fetch(
      `${service.url}/v3/directline/conversations/${session.conversationId}/upload`,
      {
        method: 'POST',
        headers: { authorization: `Bearer ${session.token}` },
        body: form,
      },
    );
    expect(response.status).toBe(415);
  });

  it('refuses a body over 256 kB', async () => {
    const session = await begun();
    const answer = await client.say(session, { type: 'message', text: 'x'.repeat(300_000) });
    expect(answer).toMatchObject({ status: 413, body: { error: { code: 'REQUEST_TOO_LARGE' } } });
  });

  it.each([
    ['/v3/directline/conversations/x/stream?t=y', '403'],
    ['/somewhere', '404'],
    ['/v3/directline/conversations/%E0%A4%A/stream', '404'],
  ])('refuses the stream %s', async (path, status) => {
    await expect(openStream(service.url.replace('http', 'ws') + path)).rejects.toThrow(status);
  });

  it('refuses with 429 when too many messages wait', async () => {
    const session = await begun();
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, n) => client.say(session, { type: 'typing', text: String(n) })),
    );
    const statuses = new Set(answers.map(({ status }) => status));
    // How many turns end meanwhile depends on the machine; what must not happen is anything else.
    expect([...statuses].every((status) => status === 200 || status === 429)).toBe(true);
  });
});

describe('pages of other sites', () => {
  it.each([
    ['an allowed site', 'https://www.example.fr', 'https://www.example.fr'],
    ['a foreign site', 'https://elsewhere.example', null],
  ])('may read when they are %s', async (_name, origin, allowed) => {
    const { headers } = await client.call('OPTIONS', '/v3/directline/conversations', {
      headers: { origin, 'access-control-request-method': 'POST' },
    });
    expect(headers.get('access-control-allow-origin')).toBe(allowed);
  });

  it('get no stream and no token when they are foreign', async () => {
    const session = await begun();
    await expect(openStream(session.streamUrl, 'https://elsewhere.example')).rejects.toThrow('403');
    const allowed = await openStream(session.streamUrl, 'https://www.example.fr');
    allowed.close();
    const token = await client.call('POST', '/api/webchat/token', {
      body: {},
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(token).toMatchObject({ status: 403, body: { error: { code: 'REQUEST_REFUSED' } } });
  });
});
