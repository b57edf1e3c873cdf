import { minutes } from '../../src/shared/time';
import { fakeClock, type FakeClock } from '../support/fakeClock';
import { fullLead } from '../support/fullLead';
import { startWebService, type WebService } from '../support/webService';

let time: FakeClock;
let service: WebService;
let reference: string;
let leadId: string;
beforeEach(async () => {
  time = fakeClock();
  service = await startWebService({ clock: time.clock });
  ({ reference } = await service.leads.submit({ submissionId: 'submission', draft: fullLead() }));
  leadId = (await service.leads.leads.findByReference(reference))!.id;
});
afterEach(() => service.end());

const tokenOf = (recipientId: string): string =>
  new URL(service.links.recipient({ id: leadId, reference }, recipientId)).searchParams.get('cle')!;
const open = (action = '', recipientId = 'contact') =>
  fetch(`${service.url}/fiche/${reference}?cle=${tokenOf(recipientId)}${action && `&action=${action}`}`);
const send = (fields: Record<string, string>, recipientId = 'contact') =>
  fetch(`${service.url}/fiche/${reference}`, {
    method: 'POST',
    body: new URLSearchParams({ cle: tokenOf(recipientId), ...fields }),
  });
const file = async () => (await service.leads.leads.file(leadId))!;

it('shows the call sheet to whoever holds the link', async () => {
  const response = await open();
  const html = await response.text();
  expect(response.headers.get('cache-control')).toBe('no-store');
  for (const part of [
    'Mécanique Dupont &amp; Fils',
    'tel:+33123456789',
    'dans le territoire (CA des Forges)',
    'une presse neuve',
    'Plutôt &lt;grand&gt;.',
    'Prêt Machine',
    'Trois questions utiles',
    'Personne n’a encore pris',
  ]) {
    expect(html).toContain(part);
  }
});

it('asks when a button of the mail is followed, and changes nothing by that', async () => {
  for (const action of ['take', 'decline', 'close']) {
    expect(await (await open(action)).text()).toMatch(
      new RegExp(`<section class="ask">.*?name="action" value="${action}"`, 's'),
    );
  }
  expect((await file()).version).toBe(1);
});

it('takes the lead, says so, and takes it back within the minute', async () => {
  const taken = await (await send({ action: 'take' })).text();
  expect(taken).toContain('La demande est à vous. L’entreprise sera prévenue dans une minute.');
  expect(taken).toMatch(/role="status".*value="undo".*Possible jusqu’à 10:01:00/s);
  expect(await file()).toMatchObject({ state: 'taken', assigneeId: 'contact' });
  expect(await (await send({ action: 'take' })).text()).toContain('C’était déjà fait');
  expect(await (await send({ action: 'undo' })).text()).toContain('C’est annulé.');
  expect(await file()).toMatchObject({ state: 'new', assigneeId: undefined });
});

it('does not take back when the minute is over', async () => {
  await send({ action: 'take' });
  time.advance(minutes(2));
  const response = await send({ action: 'undo' });
  expect(response.status).toBe(409);
  expect(await response.text()).toContain('Il est trop tard pour annuler');
});

it('closes with an outcome and a note, and asks for what is missing without losing what was typed', async () => {
  const missing = await send({ action: 'close', note: 'Un mot' });
  expect(missing.status).toBe(422);
  expect(await missing.text()).toMatch(/<section class="ask"><h2>Clore.*>Un mot<\/textarea>/s);
  const nowhere = await send({ action: 'close', outcome: 'redirected' });
  expect(nowhere.status).toBe(422);
  await send({ action: 'close', outcome: 'redirected', note: 'La chambre de métiers' });
  expect(await file()).toMatchObject({ state: 'closed', outcome: 'redirected' });
  expect(await (await open()).text()).toContain('Cette demande est close : entreprise orientée');
});

it('hands the lead to a colleague, who then finds it', async () => {
  await send({ action: 'take' });
  const html = await (await send({ action: 'handOver', to: 'claire', note: 'Elle connaît le site' })).text();
  expect(html).toContain('La demande est confiée');
  expect(html).toContain('Confiée à quelqu’un\u00a0: Claire Durand, par Paul Martin');
  expect(await (await open('', 'claire')).text()).toContain('Vous vous occupez de cette demande.');
});

it('keeps notes, declines, and reopens what was closed', async () => {
  expect(await (await send({ action: 'note', note: ' Rappeler\r\nmardi ' })).text()).toContain(
    'Rappeler\nmardi',
  );
  expect((await send({ action: 'note', note: ' ' })).status).toBe(422);
  await send({ action: 'close', outcome: 'unreachable' });
  expect(await (await send({ action: 'reopen' })).text()).toContain('La demande est rouverte.');
  expect(await (await send({ action: 'decline' })).text()).toContain('cette demande n’est plus pour vous');
});

it('tells a recipient who comes too late who has it', async () => {
  await send({ action: 'handOver', to: 'claire' });
  await send({ action: 'take' }, 'claire');
  const late = await send({ action: 'take' });
  expect(late.status).toBe(409);
  expect(await (await open('take', 'claire')).text()).toContain('C’était déjà fait');
});

it.each([
  ['forged', () => 'nonsense'],
  ['the company’s', () => new URL(service.links.company({ id: leadId, reference })).searchParams.get('cle')!],
])('opens nothing by a link that is %s', async (_, cle) => {
  const address = `${service.url}/fiche/${reference}`;
  const opened = await fetch(`${address}?cle=${cle()}`);
  expect(opened.status).toBe(404);
  const html = await opened.text();
  expect(html).toContain('Ce lien ne fonctionne plus');
  expect(html).not.toContain('Dupont &amp; Fils');
  const sent = await fetch(address, {
    method: 'POST',
    body: new URLSearchParams({ cle: cle(), action: 'take' }),
  });
  expect(sent.status).toBe(404);
  expect((await file()).version).toBe(1);
});

it('writes nothing about the visitor to the log', async () => {
  await send({ action: 'take' });
  expect(service.logLines.join()).not.toMatch(/Dupont|example\.fr|cle=/);
});
