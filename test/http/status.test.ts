import { createTriesLimit } from '../../src/http/triesLimit';
import { hours, minutes } from '../../src/shared/time';
import { fakeClock, type FakeClock } from '../support/fakeClock';
import { jeannesDraft } from '../support/people';
import { startWebService, type WebService } from '../support/webService';

let time: FakeClock;
let service: WebService;
beforeEach(async () => {
  time = fakeClock();
  service = await startWebService({ clock: time.clock });
});
afterEach(() => service.end());

async function recorded(draft = jeannesDraft()) {
  const { reference } = await service.leads.submit({ submissionId: 'submission', draft });
  const lead = (await service.leads.leads.findByReference(reference))!;
  const link = new URL(service.links.company(lead));
  return { lead, path: link.pathname + link.search, token: link.searchParams.get('cle')! };
}
const get = (path: string, headers: Record<string, string> = {}) => fetch(service.url + path, { headers });
const post = (path: string, fields: Record<string, string>) =>
  fetch(service.url + path, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

describe('by the link of its mail', () => {
  it('a company sees how its request stands and who calls', async () => {
    const { lead, path } = await recorded();
    const response = await get(path);
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toContain('<html lang="fr">');
    expect(html).toContain(`Votre demande ${lead.reference}`);
    expect(html).toContain(
      'Paul Martin (chef de projet) doit reprendre contact avec vous sous 2 jours ouvrés',
    );
    expect(html).toContain('Demande enregistrée');
    expect(html).not.toContain('Je cherche un terrain');
  });

  it('it is kept nowhere, indexed nowhere, and its address told to nobody', async () => {
    const { path } = await recorded();
    const { headers } = await get(path);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-robots-tag')).toBe('noindex');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('it speaks the language of the conversation', async () => {
    const { path } = await recorded(jeannesDraft({ language: 'en' }));
    const html = await (await get(path)).text();
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('Your request has been recorded');
  });

  it('it tells who took the request only when the undo minute is over', async () => {
    const { lead, path } = await recorded();
    await service.leads.follow(lead.id, { kind: 'recipient', id: 'contact' }, { kind: 'take' });
    expect(await (await get(path)).text()).not.toContain('Prise en charge');
    time.advance(minutes(1));
    expect(await (await get(path)).text()).toContain('Prise en charge par Paul Martin');
  });

  it('opening it changes nothing; sending the form withdraws the request, once', async () => {
    const { lead, path, token } = await recorded();
    await get(`${path}&action=withdraw`);
    expect((await service.leads.leads.file(lead.id))!.state).toBe('new');
    for (let i = 0; i < 2; i += 1) {
      const response = await post(`/demande/${lead.reference}`, { cle: token, action: 'withdraw' });
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('personne ne vous appellera');
    }
    const file = (await service.leads.leads.file(lead.id))!;
    expect(file).toMatchObject({ state: 'closed', outcome: 'withdrawn', version: 2 });
  });

  it('a closed request is rated: a link chooses the answer, only the form sends it', async () => {
    const { lead, path, token } = await recorded();
    await service.leads.follow(
      lead.id,
      { kind: 'recipient', id: 'contact' },
      { kind: 'close', outcome: 'helped' },
    );
    time.advance(minutes(1));
    expect(await (await get(`${path}&avis=4`)).text()).toMatch(/value="4" required checked/);
    expect((await service.leads.leads.file(lead.id))!.version).toBe(2);
    const address = `/demande/${lead.reference}`;
    expect((await post(address, { cle: token, action: 'rate' })).status).toBe(422);
    const response = await post(address, {
      cle: token,
      action: 'rate',
      avis: '4',
      note: 'Merci <b>bien</b>',
    });
    expect(await response.text()).toContain('Merci, votre avis est enregistré.');
    expect((await service.leads.leads.file(lead.id))!.steps.at(-1)).toMatchObject({
      kind: 'rated',
      rating: 4,
      note: 'Merci <b>bien</b>',
    });
  });

  it('says so when the request has changed meanwhile', async () => {
    const { lead, token } = await recorded();
    const response = await post(`/demande/${lead.reference}`, { cle: token, action: 'rate', avis: '5' });
    expect(response.status).toBe(409);
    expect(await response.text()).toContain('l’état de la demande a changé');
  });

  it('a recipient’s link, a forged one and one of another request open nothing', async () => {
    const { lead, token } = await recorded();
    const recipient = new URL(service.links.recipient(lead, 'contact')).searchParams.get('cle')!;
    for (const [reference, cle] of [
      [lead.reference, recipient],
      [lead.reference, 'nonsense'],
      ['AAAA-AAAA', token],
    ] as const) {
      const response = await get(`/demande/${reference}?cle=${cle}`);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('Ce lien ne fonctionne plus');
      expect((await post(`/demande/${reference}`, { cle, action: 'withdraw' })).status).toBe(404);
    }
    expect((await service.leads.leads.file(lead.id))!.state).toBe('new');
  });
});

describe('without a link', () => {
  it('it asks for the e-mail or the phone, and leads to the page', async () => {
    const { lead } = await recorded();
    const address = `/demande/${lead.reference}`;
    expect(await (await get(address)).text()).toContain('E-mail ou téléphone');
    for (const contact of ['Jeanne.Dupont@Example.fr', '01 23 45 67 89']) {
      const response = await post(address, { contact });
      expect(response.status).toBe(303);
      const page = await get(response.headers.get('location')!);
      expect(await page.text()).toContain(`Votre demande ${lead.reference}`);
    }
  });

  it('a wrong contact and an unknown reference get the same answer', async () => {
    const { lead } = await recorded();
    const wrong = await post(`/demande/${lead.reference}`, { contact: 'eve@example.org' });
    const unknown = await post('/demande/AAAA-AAAA', { contact: 'eve@example.org' });
    expect([wrong.status, unknown.status]).toEqual([404, 404]);
    const body = async (response: Response, reference: string) =>
      (await response.text()).replaceAll(reference, 'REF').replace(/nonce="[^"]+"/g, '');
    expect(await body(wrong, lead.reference)).toBe(await body(unknown, 'AAAA-AAAA'));
  });

  it('it stops looking after ten wrong contacts in an hour, without saying so', async () => {
    const { lead } = await recorded();
    const address = `/demande/${lead.reference}`;
    for (let i = 0; i < 10; i += 1) await post(address, { contact: `eve${i}@example.org` });
    const right = { contact: 'jeanne.dupont@example.fr' };
    expect((await post(address, right)).status).toBe(404);
    time.advance(hours(1));
    expect((await post(address, right)).status).toBe(303);
  });

  it('it speaks the language of the browser, and switches', async () => {
    const english = await (await get('/demande/AAAA-AAAA', { 'accept-language': 'en-GB,en;q=0.9' })).text();
    expect(english).toContain('How does request AAAA-AAAA stand?');
    expect(english).toContain('href="/demande/AAAA-AAAA?lang=fr"');
  });

  it('shows what stands in an address and never runs it', async () => {
    const html = await (await get('/demande/%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E')).text();
    expect(html).not.toContain('<script');
  });

  it.each([
    ['text/plain', 'contact=a', 415],
    ['application/x-www-form-urlencoded', `contact=${'a'.repeat(17_000)}`, 413],
  ])('refuses a body of type %s', async (type, body, status) => {
    const response = await fetch(`${service.url}/demande/AAAA-AAAA`, {
      method: 'POST',
      body,
      headers: { 'content-type': type },
    });
    expect(response.status).toBe(status);
  });
});

it('counts tries for each thing apart', () => {
  const limit = createTriesLimit({ clock: time.clock, most: 1 });
  limit.failed('a');
  expect([limit.isReached('a'), limit.isReached('b')]).toEqual([true, false]);
});
