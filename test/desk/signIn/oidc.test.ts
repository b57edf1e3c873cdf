import { minutes } from '../../../src/shared/time';
import { openBrowser, type BrowserClient } from '../../support/browserClient';
import { jeanne, paul, startDeskService, type DeskService } from '../../support/deskService';
import { startOidcProvider, type TestOidcProvider } from '../../support/startOidcProvider';

let provider: TestOidcProvider;
let desk: DeskService;
beforeAll(async () => {
  provider = await startOidcProvider();
});
afterAll(() => provider.stop());

const settings = () => ({
  OIDC_ISSUER: provider.issuer,
  OIDC_CLIENT_ID: provider.clientId,
  OIDC_CLIENT_SECRET: provider.clientSecret,
});

beforeEach(async () => {
  desk = await startDeskService({ env: settings() });
  await provider.allow(`${desk.url}/suivi/oidc/retour`);
  await provider.seat({ email: paul, email_verified: true });
});
afterEach(() => desk.end());

/** Goes to the provider, signs in there, and is sent back. @returns the address of the return, not opened yet */
async function walk(browser: BrowserClient): Promise<string> {
  const begun = await browser.get('/suivi/oidc');
  const there = openBrowser(provider.issuer);
  let next = begun.location!;
  while (next.startsWith(provider.issuer) || next.startsWith('/')) {
    next = (await there.get(next)).location!;
  }
  return next;
}

it('lets a listed account in, whose address the provider has verified', async () => {
  const browser = desk.browser();
  const returned = await walk(browser);
  expect(returned).toMatch(new RegExp(`^${desk.url}/suivi/oidc/retour\\?code=`));
  const answer = await browser.get(returned);
  expect([answer.status, answer.location]).toEqual([303, '/suivi']);
  const page = JSON.parse((await browser.get('/suivi')).text) as { account: { email: string } };
  expect(page.account.email).toBe(paul);
  expect(desk.logCodes()).toContain('DESK_SIGNED_IN');
  expect(desk.log()).not.toMatch(/example\.fr|code=|state=/);
});

it('is offered beside the link, and keeps its secrets in a cookie of the way back only', async () => {
  const browser = desk.browser();
  const page = await browser.get('/suivi/connexion');
  expect(page.text).toMatch(/<a[^>]*href="\/suivi\/oidc"[^>]*>Se connecter avec votre organisation<\/a>/);
  const begun = await browser.get('/suivi/oidc');
  expect(begun.status).toBe(303);
  const asked = new URL(begun.location!).searchParams;
  expect(asked.get('code_challenge_method')).toBe('S256');
  expect(asked.get('redirect_uri')).toBe(`${desk.url}/suivi/oidc/retour`);
  expect(asked.get('state')).toBeTruthy();
  expect(asked.get('nonce')).toBeTruthy();
  for (const line of begun.headers.getSetCookie()) {
    expect(line).toMatch(/^suivi_oidc(\.sig)?=.*; path=\/suivi\/oidc; expires=[^;]+; samesite=lax; httponly/);
  }
});

it('refuses an account that is not listed', async () => {
  await provider.seat({ email: 'inconnu@example.fr', email_verified: true });
  const browser = desk.browser();
  const answer = await browser.get(await walk(browser));
  expect(answer.status).toBe(403);
  expect(answer.text).toContain('Ce compte n’a pas accès au suivi.');
  expect(browser.cookies.has('suivi')).toBe(false);
  expect(desk.log()).not.toContain('inconnu');
});

it.each([
  { email: jeanne, email_verified: false },
  { email: jeanne },
  { email: jeanne, email_verified: 'true' },
  { preferred_username: jeanne },
  { preferred_username: jeanne, email: 'inconnu@example.fr', email_verified: true },
])('refuses an address that the provider has not verified: %j', async (claims) => {
  await provider.seat(claims);
  const browser = desk.browser();
  const answer = await browser.get(await walk(browser));
  expect(answer.status).toBe(403);
  expect(browser.cookies.has('suivi')).toBe(false);
});

it('refuses a return that is replayed, with or without what the browser kept', async () => {
  const browser = desk.browser();
  const returned = await walk(browser);
  const kept = new Map(browser.cookies);
  expect((await browser.get(returned)).status).toBe(303);
  expect(browser.cookies.has('suivi_oidc')).toBe(false);
  const thief = desk.browser();
  expect((await thief.get(returned)).status).toBe(400);
  for (const [name, value] of kept) thief.cookies.set(name, value);
  expect((await thief.get(returned)).status).toBe(400);
  expect(thief.cookies.has('suivi')).toBe(false);
});

it('refuses a return that another browser began, a forged state, and an attempt that took too long', async () => {
  const stranger = desk.browser();
  await stranger.get('/suivi/oidc');
  const foreign = await stranger.get(await walk(desk.browser()));
  expect(foreign.status).toBe(400);
  expect(foreign.text).toContain('La connexion n’a pas abouti');

  const forger = desk.browser();
  const forged = new URL(await walk(forger));
  forged.searchParams.set('state', 'forged');
  expect((await forger.get(forged.href)).status).toBe(400);

  const slow = desk.browser();
  const late = await walk(slow);
  desk.advance(minutes(10));
  expect((await slow.get(late)).status).toBe(400);

  const changed = desk.browser();
  const returned = await walk(changed);
  changed.cookies.set('suivi_oidc', `${changed.cookies.get('suivi_oidc')!}A`);
  expect((await changed.get(returned)).status).toBe(400);
  for (const browser of [stranger, forger, slow, changed]) expect(browser.cookies.has('suivi')).toBe(false);
});

it('takes kindly that somebody turns back', async () => {
  await provider.seat(undefined);
  const browser = desk.browser();
  const answer = await browser.get(await walk(browser));
  expect(answer.status).toBe(400);
  expect(answer.text).toContain('recommencez');
  expect(desk.log()).toContain('"reason":"access_denied"');
});

it('says so when the provider does not answer, and asks it again the next time', async () => {
  const gone = await startOidcProvider();
  await gone.stop();
  const lonely = await startDeskService({ env: { ...settings(), OIDC_ISSUER: gone.issuer } });
  for (const attempt of ['first', 'second']) {
    const answer = await lonely.browser().get('/suivi/oidc');
    expect([attempt, answer.status]).toEqual([attempt, 503]);
    expect(answer.text).toContain('ne répond pas');
  }
  expect(lonely.logCodes()).toEqual(['SIGN_IN_UNAVAILABLE', 'SIGN_IN_UNAVAILABLE']);
  await lonely.end();
});

it('does not exist where it is not configured', async () => {
  const plain = await startDeskService();
  expect((await plain.browser().get('/suivi/oidc')).status).toBe(404);
  await plain.end();
});
