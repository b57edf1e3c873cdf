import { createRequestNotice } from '../../src/notices/requestNotice';
import { systemIds } from '../../src/shared/ids';
import { days } from '../../src/shared/time';
import { createWatchRepository } from '../../src/storage/watchRepository';
import { fakeClock, type FakeClock } from '../support/fakeClock';
import { forgeScheme } from '../support/noticeStore';
import { startWebService, type WebService } from '../support/webService';

const scheme = forgeScheme({ closesOn: '2027-02-09' });
let time: FakeClock;
let service: WebService;
beforeEach(async () => {
  time = fakeClock('2026-11-24T09:00:00.000Z');
  service = await startWebService({ clock: time.clock, schemes: [scheme] });
});
afterEach(() => service.end());

const watches = () => createWatchRepository(service.leads.db);
async function asked(language: 'fr' | 'en' = 'fr') {
  await createRequestNotice({
    watches: watches(),
    schemeOf: () => scheme,
    clock: time.clock,
    ids: systemIds,
  })({ email: 'ada@example.fr', schemeId: scheme.id, language });
  const [watch] = await watches().ofEmail('ada@example.fr');
  const path = (address: string) => new URL(address).pathname + new URL(address).search;
  return {
    watch: watch!,
    confirm: path(service.noticeLinks.confirm(watch!.id)),
    stop: path(service.noticeLinks.stop(watch!.id)),
  };
}
const get = (path: string, headers: Record<string, string> = {}) => fetch(service.url + path, { headers });
const post = (path: string, body: URLSearchParams | FormData = new URLSearchParams()) =>
  fetch(service.url + path, { method: 'POST', body, redirect: 'manual' });
/** Sends the one form of a page, as a browser does. */
async function send(page: string) {
  const to = /<form method="post" action="([^"]+)"/.exec(page)![1]!;
  const form = new URLSearchParams();
  for (const [, name = '', value = ''] of page.matchAll(/name="([^"]+)" value="([^"]+)"/g))
    form.append(name, value);
  return post(to, form);
}
const confirmedAt = async (id: string) => (await watches().find(id))?.confirmedAt;

describe('the link that confirms', () => {
  it('asks; opening it changes nothing, sending its form confirms, once', async () => {
    const { watch, confirm } = await asked();
    for (let i = 0; i < 3; i += 1) await get(confirm);
    await fetch(service.url + confirm, { method: 'HEAD' });
    expect(await confirmedAt(watch.id)).toBeUndefined();
    const page = await (await get(confirm)).text();
    expect(page).toContain('changements de « Prêt Forge »');
    const done = await send(page);
    expect(done.status).toBe(200);
    expect(await done.text()).toContain('C’est confirmé');
    expect(await confirmedAt(watch.id)).toEqual(time.clock());
    time.advance(days(1));
    expect((await send(page)).status).toBe(200);
    expect(await confirmedAt(watch.id)).toEqual(new Date('2026-11-24T09:00:00.000Z'));
    expect(await (await get(confirm)).text()).toContain('C’est confirmé');
  });

  it('is kept nowhere, and its address told to nobody', async () => {
    const { confirm } = await asked();
    const { headers } = await get(confirm);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-robots-tag')).toBe('noindex');
  });

  it('works for seven days, and not for what was stopped', async () => {
    const { confirm, stop } = await asked();
    time.advance(days(7) + 1000);
    expect((await get(confirm)).status).toBe(404);
    time.advance(-days(7));
    expect((await get(confirm)).status).toBe(200);
    await post(stop);
    const gone = await get(confirm);
    expect(gone.status).toBe(404);
    expect(await gone.text()).toContain('demandez-le de nouveau à l’assistant');
  });

  it('speaks the language of the conversation', async () => {
    const { confirm } = await asked('en');
    expect(await (await get(confirm)).text()).toContain('something changes about “Forge loan”');
  });
});

describe('the link that stops', () => {
  it('asks; opening it changes nothing, sending its form deletes the address', async () => {
    const { watch, stop } = await asked();
    const page = await (await get(stop)).text();
    await fetch(service.url + stop, { method: 'HEAD' });
    expect(await watches().find(watch.id)).toBeDefined();
    const done = await send(page);
    expect(await done.text()).toContain('Votre adresse est effacée');
    expect(await watches().find(watch.id)).toBeUndefined();
    expect((await send(page)).status).toBe(200);
    expect(await (await get(stop)).text()).toContain('C’est arrêté');
  });

  it('is one click in a mail program: RFC 8058’s POST, in both of its forms', async () => {
    const multipart = new FormData();
    multipart.set('List-Unsubscribe', 'One-Click');
    for (const body of [new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }), multipart]) {
      const { watch, stop } = await asked();
      const response = await post(stop, body);
      expect(response.status).toBe(200);
      expect(await watches().find(watch.id)).toBeUndefined();
    }
  });

  it('a link for one thing does not do the other, and a forged one does nothing', async () => {
    const { watch, confirm, stop } = await asked();
    const key = (path: string) => new URLSearchParams(path.split('?')[1]).get('cle')!;
    const tries = [
      post(`/alertes/arreter?cle=${key(confirm)}`),
      post('/alertes/arreter?cle=nonsense'),
      post('/alertes/arreter'),
      post('/alertes/confirmer', new URLSearchParams({ cle: key(stop) })),
      post('/alertes/confirmer', new URLSearchParams({ cle: 'nonsense' })),
      get(`/alertes/arreter?cle=${key(confirm)}`),
    ];
    for (const response of await Promise.all(tries)) expect(response.status).toBe(404);
    expect(await watches().find(watch.id)).toMatchObject({ confirmedAt: undefined });
  });

  it('speaks the language of the browser when the watch has gone', async () => {
    const { stop } = await asked();
    await post(stop);
    expect(await (await get(stop, { 'accept-language': 'en-GB' })).text()).toContain('It is stopped');
  });
});
