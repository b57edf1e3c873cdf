import { days, minutes, seconds } from '../../../src/shared/time';
import { jeanne, paul, startDeskService, tokenIn, type DeskService } from '../../support/deskService';
import type { BrowserClient } from '../../support/browserClient';

let desk: DeskService;
beforeEach(async () => {
  desk = await startDeskService();
});
afterEach(() => desk.end());

const isIn = async (browser: BrowserClient): Promise<boolean> => (await browser.get('/suivi')).status === 200;
const tokenOf = async (browser: BrowserClient): Promise<string> =>
  tokenIn((await browser.get('/suivi/sessions')).text);

describe('a session', () => {
  it('is carried by a cookie that no script, other site or other part of the service gets', async () => {
    const answer = await desk.browser().post('/suivi/entrer', { cle: await desk.keyFor(paul) });
    const lines = answer.headers.getSetCookie();
    expect(lines.map((line) => line.split('=')[0])).toEqual(['suivi', 'suivi.sig']);
    for (const line of lines) {
      expect(line).toMatch(/; path=\/suivi; /);
      expect(line).toMatch(/; samesite=lax/);
      expect(line).toMatch(/; httponly/);
      expect(line).not.toMatch(/; secure/);
      expect(line).toMatch(/expires=Wed, 01 Apr 2026 09:00:00 GMT/);
    }
  });

  it('goes over https only where the service has an https address', async () => {
    const secure = await startDeskService({ env: { PUBLIC_URL: 'https://assistant.example.org' } });
    const answer = await secure.browser().post('/suivi/entrer', { cle: await secure.keyFor(paul) });
    for (const line of answer.headers.getSetCookie()) expect(line).toMatch(/; secure/);
    expect(secure.mails[0]!.text).toContain('https://assistant.example.org/suivi/entrer?cle=');
    await secure.end();
  });

  it('gets a new secret at each sign-in, and the one before in this browser ends', async () => {
    const browser = await desk.signIn(paul);
    const before = new Map(browser.cookies);
    await desk.signIn(paul, browser);
    expect(browser.cookies.get('suivi')).not.toBe(before.get('suivi'));
    const old = desk.browser();
    for (const [name, value] of before) old.cookies.set(name, value);
    expect(await isIn(old)).toBe(false);
    expect(await isIn(browser)).toBe(true);
  });

  it('cannot be chosen by somebody else beforehand', async () => {
    const browser = desk.browser();
    browser.cookies.set('suivi', 'A'.repeat(43));
    browser.cookies.set('suivi.sig', 'A'.repeat(43));
    await desk.signIn(paul, browser);
    expect(browser.cookies.get('suivi')).not.toBe('A'.repeat(43));
  });

  it('is over after 7 days without use', async () => {
    const browser = await desk.signIn(paul);
    desk.advance(days(6));
    expect(await isIn(browser)).toBe(true);
    desk.advance(days(7) - minutes(1));
    expect(await isIn(browser)).toBe(true);
    desk.advance(days(7));
    expect(await isIn(browser)).toBe(false);
  });

  it('is over after 30 days, used or not', async () => {
    const browser = await desk.signIn(paul);
    for (let day = 0; day < 5; day += 1) {
      desk.advance(days(5));
      expect(await isIn(browser)).toBe(true);
    }
    desk.advance(days(5) - 1);
    expect(await isIn(browser)).toBe(true);
    desk.advance(1);
    expect(await isIn(browser)).toBe(false);
  });

  it('dies at once when its account leaves the list, and does not come back with it', async () => {
    const browser = await desk.signIn(paul);
    const other = await desk.signIn(jeanne);
    desk.dismiss('paul');
    expect(await isIn(browser)).toBe(false);
    expect(await isIn(other)).toBe(true);
    const left = await desk.db.selectFrom('desk_sessions').select('email').execute();
    expect(left.map(({ email }) => email)).toEqual([jeanne]);
  });

  it('is refused when the cookie or its signature was changed', async () => {
    const browser = await desk.signIn(paul);
    const [value, signature] = [browser.cookies.get('suivi')!, browser.cookies.get('suivi.sig')!];
    const flip = (text: string) => (text.startsWith('A') ? 'B' : 'A') + text.slice(1);
    for (const [v, s] of [
      [value, flip(signature)],
      [value, ''],
      [flip(value), signature],
      [value, `${signature}A`],
    ] as const) {
      const thief = desk.browser();
      thief.cookies.set('suivi', v);
      thief.cookies.set('suivi.sig', s);
      expect(await isIn(thief)).toBe(false);
    }
    expect(await isIn(browser)).toBe(true);
  });

  it('ends when its person leaves; a copy of its cookie is then worth nothing', async () => {
    const browser = await desk.signIn(paul);
    const copy = new Map(browser.cookies);
    const answer = await browser.post('/suivi/sortir', { jeton: await tokenOf(browser) });
    expect([answer.status, answer.location]).toEqual([303, '/suivi/connexion']);
    expect(browser.cookies.size).toBe(0);
    const thief = desk.browser();
    for (const [name, kept] of copy) thief.cookies.set(name, kept);
    expect(await isIn(thief)).toBe(false);
  });

  it('is one of those its person sees, and can end from another', async () => {
    const phone = await desk.signIn(
      paul,
      desk.browser('Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/605.1'),
    );
    const other = await desk.signIn(jeanne);
    desk.advance(minutes(5));
    const browser = await desk.signIn(paul);
    const page = await browser.get('/suivi/sessions');
    expect(page.text).toContain('<strong>Safari sur iPhone</strong>');
    expect(page.text).toContain('<strong>Firefox sur Linux</strong> (cette session)');
    expect(page.text).toContain('2 mars 2026 à 10:00');
    expect(page.text).not.toContain(jeanne);
    const closed = await browser.post('/suivi/sessions', { jeton: tokenIn(page.text) });
    expect(closed.location).toBe('/suivi/sessions?fermees');
    expect((await browser.get(closed.location!)).text).toContain('Les autres sessions sont fermées.');
    expect([await isIn(phone), await isIn(browser), await isIn(other)]).toEqual([false, true, true]);
  });

  it('is revoked with all others of a lost account', async () => {
    const [first, second, other] = [
      await desk.signIn(paul),
      await desk.signIn(paul),
      await desk.signIn(jeanne),
    ];
    await desk.access.revokeAll(paul);
    expect([await isIn(first), await isIn(second), await isIn(other)]).toEqual([false, false, true]);
  });

  it('is written down as seen once a minute at most', async () => {
    const browser = await desk.signIn(paul);
    const seen = async () =>
      (await desk.db.selectFrom('desk_sessions').select('last_seen_at').executeTakeFirstOrThrow())
        .last_seen_at;
    desk.advance(seconds(59));
    await isIn(browser);
    expect(await seen()).toBe('2026-03-02T09:00:00.000Z');
    desk.advance(seconds(1));
    await isIn(browser);
    expect(await seen()).toBe('2026-03-02T09:01:00.000Z');
  });

  it('leads past the sign-in page; without one the others lead there', async () => {
    const browser = await desk.signIn(paul);
    expect((await browser.get('/suivi/connexion')).location).toBe('/suivi');
    expect((await desk.browser().get('/suivi/sessions')).location).toBe('/suivi/connexion');
    expect((await desk.browser().post('/suivi/sortir', {})).location).toBe('/suivi/connexion');
  });
});

describe('a form', () => {
  it('of our own page is accepted', async () => {
    const browser = await desk.signIn(paul);
    const jeton = await tokenOf(browser);
    for (const headers of [
      {},
      { Origin: desk.url },
      { Origin: desk.url, 'Sec-Fetch-Site': 'same-origin' },
      { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' },
    ]) {
      expect((await browser.post('/suivi', { jeton }, headers)).status).toBe(200);
    }
    expect(desk.changes).toEqual([paul, paul, paul, paul]);
  });

  it('is refused without its token, or with one of another session', async () => {
    const browser = await desk.signIn(paul);
    const same = await tokenOf(await desk.signIn(paul));
    const foreign = await tokenOf(await desk.signIn(jeanne));
    for (const form of [{}, { jeton: '' }, { jeton: 'x' }, { jeton: same }, { jeton: foreign }]) {
      expect((await browser.post('/suivi', form)).status).toBe(403);
      expect((await browser.post('/suivi/sortir', form)).status).toBe(403);
      expect((await browser.post('/suivi/sessions', form)).status).toBe(403);
    }
    expect(desk.changes).toEqual([]);
    expect(await isIn(browser)).toBe(true);
  });

  it.each([
    { Origin: 'https://ailleurs.example' },
    { Origin: 'null' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { 'Sec-Fetch-Site': 'none' },
    { Origin: 'https://ailleurs.example', 'Sec-Fetch-Site': 'same-origin' },
  ])('from elsewhere (%j) is refused, token or not, signed in or not', async (headers) => {
    const browser = await desk.signIn(paul);
    const jeton = await tokenOf(browser);
    expect((await browser.post('/suivi', { jeton }, headers)).status).toBe(403);
    expect((await browser.post('/suivi/sortir', { jeton }, headers)).status).toBe(403);
    const key = await desk.keyFor(jeanne);
    const stranger = desk.browser();
    expect((await stranger.post('/suivi/entrer', { cle: key }, headers)).status).toBe(403);
    expect((await stranger.post('/suivi/connexion', { courriel: jeanne }, headers)).status).toBe(403);
    expect(stranger.cookies.size).toBe(0);
    // The link was not used up.
    expect((await stranger.post('/suivi/entrer', { cle: key })).status).toBe(303);
  });
});

describe('accesses', () => {
  it('are recorded with who, when and what, latest first and page by page', async () => {
    const browser = await desk.signIn(paul);
    await browser.get('/suivi');
    for (let i = 0; i < 50; i += 1) {
      desk.advance(1000);
      await browser.get('/suivi');
    }
    const first = await desk.accesses({ page: 1 });
    expect(first.accesses).toHaveLength(50);
    expect(first.more).toBe(true);
    expect(first.accesses[0]).toEqual({
      at: new Date('2026-03-02T09:00:50.000Z'),
      email: paul,
      kind: 'read',
      subject: 'ABCD-EFGH',
    });
    const second = await desk.accesses({ page: 2 });
    expect(second.accesses.map(({ at }) => at.toISOString())).toEqual(['2026-03-02T09:00:00.000Z']);
    expect(second.more).toBe(false);
  });

  it('are forgotten after 12 months; links and sessions when they are over', async () => {
    await desk.keyFor(paul);
    const browser = await desk.signIn(paul);
    await browser.get('/suivi');
    desk.advance(days(365) - 1);
    await desk.forgetOld();
    expect((await desk.accesses({ page: 1 })).accesses).toHaveLength(1);
    expect(await desk.db.selectFrom('desk_links').selectAll().execute()).toEqual([]);
    expect(await desk.db.selectFrom('desk_sessions').selectAll().execute()).toEqual([]);
    desk.advance(2);
    await desk.forgetOld();
    expect((await desk.accesses({ page: 1 })).accesses).toEqual([]);
  });

  it('forgetting also ends sessions of who is no longer listed', async () => {
    await desk.signIn(paul);
    await desk.signIn(jeanne);
    desk.dismiss('paul');
    await desk.forgetOld();
    const left = await desk.db.selectFrom('desk_sessions').select('email').execute();
    expect(left.map(({ email }) => email)).toEqual([jeanne]);
  });
});
