import { minutes } from '../../../src/shared/time';
import { jeanne, keyIn, paul, startDeskService, type DeskService } from '../../support/deskService';

let desk: DeskService;
beforeEach(async () => {
  desk = await startDeskService({ env: { DESK_EDITORS: 'marie.plume@example.fr' } });
});
afterEach(() => desk.end());

const sent =
  'Si cette adresse est connue, un lien vient d’être envoyé. Il sert une fois, pendant 15 minutes.';

it('brings a recipient a link by mail, which lets in once', async () => {
  const browser = desk.browser();
  const asked = await browser.post('/suivi/connexion', { courriel: ` ${jeanne.toUpperCase()} ` });
  expect(asked.status).toBe(200);
  expect(asked.text).toContain(sent);
  const [mail] = await desk.received(1);
  expect(mail!.to).toMatchObject({ value: [{ address: jeanne, name: 'Jeanne Dupont' }] });
  expect(mail!.subject).toBe('[Vallée des Forges] Votre lien pour entrer dans le suivi');
  expect(mail!.text).toContain('sert une fois, dans les 15 minutes');
  expect(mail!.text).toContain(`${desk.url}/suivi :`);
  const key = keyIn(mail!.text);

  const opened = await browser.get(`/suivi/entrer?cle=${key}`);
  expect(opened.status).toBe(200);
  expect(opened.text).toContain('>Entrer</button>');
  const entered = await browser.post('/suivi/entrer', { cle: key });
  expect([entered.status, entered.location]).toEqual([303, '/suivi']);
  const page = await browser.get('/suivi');
  expect(JSON.parse(page.text)).toMatchObject({
    account: { email: jeanne, name: 'Jeanne Dupont', recipientId: 'jeanne', editor: true, owner: true },
  });

  const again = await desk.browser().post('/suivi/entrer', { cle: key });
  expect(again.status).toBe(410);
  expect(again.text).toContain('Ce lien a déjà servi ou n’est plus valable.');
  expect(again.text).toContain('href="/suivi/connexion"');
  expect((await desk.browser().get(`/suivi/entrer?cle=${key}`)).status).toBe(410);
});

it('is not used up by a mail scanner that opens it', async () => {
  const key = await desk.keyFor(paul);
  const scanner = desk.browser();
  await scanner.get(`/suivi/entrer?cle=${key}`);
  await scanner.get(`/suivi/entrer?cle=${key}`);
  expect(scanner.cookies.size).toBe(0);
  expect((await desk.browser().post('/suivi/entrer', { cle: key })).location).toBe('/suivi');
});

it('lets in one of two browsers that use it at the same moment', async () => {
  const key = await desk.keyFor(paul);
  const answers = await Promise.all(
    [1, 2, 3, 4].map(() => desk.browser().post('/suivi/entrer', { cle: key })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 410, 410, 410]);
});

it('works until 15 minutes have passed', async () => {
  const early = await desk.keyFor(paul);
  desk.advance(minutes(15) - 1);
  expect((await desk.browser().post('/suivi/entrer', { cle: early })).status).toBe(303);
  const late = await desk.keyFor(paul);
  desk.advance(minutes(15));
  expect((await desk.browser().post('/suivi/entrer', { cle: late })).status).toBe(410);
});

it.each(['', 'x', 'A'.repeat(43), '%00', "' or 1=1 --", 'A'.repeat(10_000)])(
  'is not forged: %j leads nowhere',
  async (key) => {
    await desk.keyFor(jeanne);
    const browser = desk.browser();
    expect((await browser.post('/suivi/entrer', { cle: key })).status).toBe(410);
    expect((await browser.get(`/suivi/entrer?cle=${encodeURIComponent(key)}`)).status).toBe(410);
    expect(browser.cookies.size).toBe(0);
  },
);

it('is no longer good for who left the list in between', async () => {
  const key = await desk.keyFor(paul);
  desk.dismiss('paul');
  expect((await desk.browser().post('/suivi/entrer', { cle: key })).status).toBe(410);
});

it('is void when the account is revoked', async () => {
  const key = await desk.keyFor(paul);
  await desk.access.revokeAll(paul.toUpperCase());
  expect((await desk.browser().post('/suivi/entrer', { cle: key })).status).toBe(410);
});

it('lets editors of the settings in, who get no leads', async () => {
  const browser = await desk.signIn('marie.plume@example.fr');
  const { account } = JSON.parse((await browser.get('/suivi')).text) as { account: object };
  expect(account).toEqual({
    email: 'marie.plume@example.fr',
    name: 'marie.plume@example.fr',
    editor: true,
    owner: false,
  });
});

it('gives unknown addresses the very same answer, and no mail', async () => {
  const known = await desk.browser().post('/suivi/connexion', { courriel: jeanne });
  const unknown = await desk.browser().post('/suivi/connexion', { courriel: 'personne@example.fr' });
  expect([unknown.status, unknown.text]).toEqual([known.status, known.text]);
  const names = (headers: Headers) => [...headers.keys()].sort();
  expect(names(unknown.headers)).toEqual(names(known.headers));
  // A further mail to somebody known arrives second: there was none in between.
  await desk.browser().post('/suivi/connexion', { courriel: paul });
  await desk.keyFor(jeanne);
  const addresses = desk.mails.map(({ to }) => (to as { text: string }).text);
  expect(addresses.join()).not.toContain('personne');
  // Nothing of the unknown address is kept either.
  const links = await desk.db.selectFrom('desk_links').select('email').execute();
  expect(new Set(links.map(({ email }) => email))).toEqual(new Set([jeanne, paul]));
});

it.each(['', 'jeanne', 'a b@example.fr', `${'a'.repeat(250)}@example.fr`])(
  'says so when %j is no address',
  async (courriel) => {
    const answer = await desk.browser().post('/suivi/connexion', { courriel });
    expect(answer.status).toBe(400);
    expect(answer.text).toMatch(/role="alert">[^<]*Écrivez une adresse électronique/);
  },
);

/** How many links were made. */
const made = async () => (await desk.db.selectFrom('desk_links').selectAll().execute()).length;

it('sends at most five links to an address in 15 minutes, silently', async () => {
  const texts: string[] = [];
  for (let i = 0; i < 8; i += 1) {
    texts.push((await desk.browser().post('/suivi/connexion', { courriel: paul })).text);
  }
  expect(new Set(texts).size).toBe(1);
  expect(texts[0]).toContain(sent);
  expect(await made()).toBe(5);
  // Another person is not concerned, and the time passes.
  await desk.browser().post('/suivi/connexion', { courriel: jeanne });
  expect(await made()).toBe(6);
  desk.advance(minutes(15));
  await desk.browser().post('/suivi/connexion', { courriel: paul });
  expect(await made()).toBe(7);
});

it('serves a client 20 times in 15 minutes, whatever addresses it tries; the proxy says who it is', async () => {
  const from = (client: string, courriel: string) =>
    desk.browser().post('/suivi/connexion', { courriel }, { 'X-Forwarded-For': `9.9.9.9, ${client}` });
  for (let i = 0; i < 20; i += 1) await from('10.0.0.1', `inconnu${i}@example.fr`);
  expect((await from('10.0.0.1', paul)).text).toContain(sent);
  expect(await made()).toBe(0);
  await from('10.0.0.2', paul);
  expect(await made()).toBe(1);
});

it('keeps hashes only: who copies the database cannot sign in with it', async () => {
  const key = await desk.keyFor(paul);
  const other = await desk.keyFor(paul);
  const browser = await desk.signIn(jeanne);
  const tables = [
    await desk.db.selectFrom('desk_links').selectAll().execute(),
    await desk.db.selectFrom('desk_sessions').selectAll().execute(),
  ];
  const kept = JSON.stringify(tables);
  expect(kept).toContain(paul);
  for (const secret of [key, other, browser.cookies.get('suivi')!]) expect(kept).not.toContain(secret);
});

it('leaves no address, link or session in the log', async () => {
  const browser = await desk.signIn(jeanne);
  await browser.get('/suivi');
  await desk.browser().post('/suivi/connexion', { courriel: 'personne@example.fr' });
  await desk.browser().post('/suivi/entrer', { cle: 'forged-key' });
  expect(desk.logCodes()).toContain('DESK_SIGNED_IN');
  expect(desk.log()).not.toMatch(/example\.fr|dupont|personne|cle=|forged-key/i);
  expect(desk.log()).not.toContain(browser.cookies.get('suivi'));
});

it('asks with a labelled field that browsers can fill in', async () => {
  const { text } = await desk.browser().get('/suivi/connexion');
  expect(text).toMatch(
    /<label for="courriel">Votre adresse électronique<\/label><input[^>]*type="email"[^>]*id="courriel"/,
  );
  expect(text).toContain('autocomplete="email"');
  expect(text).not.toContain('/suivi/oidc');
});
