import type { SmtpLimits } from '../../src/delivery/smtpCarrier';
import { createSmtpDelivery } from '../../src/delivery/smtpDelivery';
import { smtpOptions } from '../../src/delivery/smtpOptions';
import { smtpOutcome } from '../../src/delivery/smtpOutcome';
import { fakeClock } from '../support/fakeClock';
import type { DeliverySubject } from '../../src/delivery/delivery';
import type { Lead } from '../../src/leads/lead';
import { testMail } from '../support/mails';
import { jeannesEntry, jeannesFile, jeannesLead, paulMartin } from '../support/people';
import { startSmtpServer, type TestSmtpServer } from '../support/smtpServer';

let server: TestSmtpServer;
beforeEach(async () => {
  server = await startSmtpServer();
});
afterEach(() => server.close());

const delivery = (smtpUrl = server.url, limits: Partial<SmtpLimits> = {}) =>
  createSmtpDelivery({
    smtpUrl,
    mail: testMail(),
    clock: fakeClock('2026-03-02T09:00:05.000Z').clock,
    limits,
  });
/** Jeanne's lead as the subject of a message. */
const about = (changes: Partial<Lead> = {}): DeliverySubject => ({
  reference: 'ACDE-FGHJ',
  file: jeannesFile({ lead: jeannesLead(changes) }),
});
const deliver = (...settings: Parameters<typeof delivery>) =>
  delivery(...settings).deliver(jeannesEntry(), about());

it('hands the mail to the server, addressed so that answering reaches the company', async () => {
  const messageId = '<lead-entry-1@assistant.example.org>';
  expect(await deliver()).toEqual({ kind: 'delivered', remoteId: messageId });
  const mail = server.mails[0]!;
  expect(mail.messageId).toBe(messageId);
  expect(mail.from?.text).toContain('assistant@example.org');
  expect(mail.to).toMatchObject({ value: [{ address: paulMartin.email, name: paulMartin.name }] });
  expect(mail.replyTo?.value).toEqual([{ address: 'jeanne.dupont@example.fr', name: 'Jeanne Dupont' }]);
  expect(mail.headers.get('x-lead-reference')).toBe('ACDE-FGHJ');
  expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
  expect(mail.date).toEqual(new Date('2026-03-02T09:00:05.000Z'));
  expect(mail.subject).toBe('[Essai] Demande de rappel ACDE-FGHJ – Mécanique Dupont & Fils');
  expect(mail.text).toContain('Plutôt <grand>.');
  expect(mail.html).toContain('Plutôt &lt;grand&gt;.');
});

it('sends the company its receipt, and its answer to whoever calls', async () => {
  const company = { id: 'company', name: 'Jeanne Dupont', email: 'jeanne.dupont@example.fr' };
  await delivery().deliver(jeannesEntry({ message: 'receipt', recipient: company }), about());
  const mail = server.mails[0]!;
  expect(mail.replyTo?.value).toEqual([{ address: paulMartin.email, name: paulMartin.name }]);
  expect(mail.to).toMatchObject({ value: [{ address: company.email }] });
  expect(mail.headers.get('references')).toBe('<lead-thread-ACDE-FGHJ@assistant.example.org>');
});

it('sends nothing about a lead that has been erased, but for the request to delete the mail', async () => {
  const erased = { reference: 'ACDE-FGHJ', file: undefined };
  expect(await delivery().deliver(jeannesEntry(), erased)).toMatchObject({
    kind: 'refused',
    detail: 'LEAD_ERASED',
  });
  expect(await delivery().deliver(jeannesEntry({ message: 'erasure' }), erased)).toMatchObject({
    kind: 'delivered',
  });
  expect(server.mails.map(({ subject, replyTo }) => [subject, replyTo])).toEqual([
    ['[Essai] À supprimer : demande ACDE-FGHJ', undefined],
  ]);
});

it('gives a second mail of the same entry the same Message-ID', async () => {
  await deliver();
  await deliver();
  expect(new Set(server.mails.map((mail) => mail.messageId)).size).toBe(1);
});

it('lets nothing typed by a visitor become a header', async () => {
  const subject = about({ company: 'A\r\nBcc: eve@example.org', name: 'B\r\nX-Evil: yes' });
  await delivery().deliver(jeannesEntry(), subject);
  const mail = server.mails[0]!;
  expect(mail.bcc).toBeUndefined();
  expect(mail.headers.has('x-evil')).toBe(false);
});

it('has no Reply-To when the company gave no address', async () => {
  await delivery().deliver(jeannesEntry(), about({ email: undefined }));
  expect(server.mails[0]!.replyTo).toBeUndefined();
});

it.each([
  [451, 'retryLater', 'DELIVERY_RETRY'],
  [550, 'refused', 'DELIVERY_REFUSED'],
] as const)('takes the answer %i as %s', async (refuse, kind, code) => {
  server.behave({ refuse });
  expect(await deliver()).toEqual({ kind, code, detail: `SMTP ${refuse}` });
});

it('tries again later when the server drops the line after the mail', async () => {
  server.behave('dropAfterData');
  expect(await deliver()).toMatchObject({ kind: 'retryLater' });
  expect(server.mails).toHaveLength(1);
});

it.each([
  ['does not greet', 'stallGreeting', { greetingMs: 50 }],
  ['falls silent', 'stallAfterData', { silenceMs: 50 }],
  ['takes too long altogether', 'stallAfterData', { totalMs: 400 }],
] as const)('tries again later when the server %s', async (_, behaviour, limits) => {
  server.behave(behaviour);
  expect(await deliver(server.url, limits)).toEqual({
    kind: 'retryLater',
    code: 'DELIVERY_RETRY',
    detail: 'ETIMEDOUT',
  });
});

it('tries again later when no server is there', async () => {
  const gone = await startSmtpServer();
  await gone.close();
  expect(await deliver(gone.url)).toMatchObject({ kind: 'retryLater' });
});

it('tries again later with a wrong password, since an operator mends that', async () => {
  const strict = await startSmtpServer({ user: 'assistant' });
  const address = (login: string) => strict.url.replace('smtp://', `smtp://${login}@`);
  expect(await deliver(address('assistant:wrong'))).toMatchObject({ kind: 'retryLater', detail: 'SMTP 535' });
  expect(await deliver(strict.url)).toMatchObject({ kind: 'retryLater', detail: 'SMTP 530' });
  expect(await deliver(address('assistant:s%65cret'))).toMatchObject({ kind: 'delivered' });
  await strict.close();
});

it('refuses an address that cannot be written', async () => {
  const entry = jeannesEntry({ recipient: { ...paulMartin, email: '' } });
  expect(await delivery().deliver(entry, about())).toMatchObject({
    kind: 'refused',
    detail: 'EENVELOPE',
  });
});

it('takes an error that it does not know as trouble that may pass', () => {
  expect(smtpOutcome('?')).toEqual({ kind: 'retryLater', code: 'DELIVERY_RETRY', detail: 'UNKNOWN' });
});

describe('smtpOptions', () => {
  it.each([
    ['smtp://mail.example.org', { host: 'mail.example.org', port: 587, secure: false }],
    ['smtps://mail.example.org', { host: 'mail.example.org', port: 465, secure: true }],
    ['smtp://[::1]:25', { host: '::1', port: 25, secure: false }],
    [
      'smtp://a%40b:p%3Aw@mail.example.org?requireTLS=true&tls.rejectUnauthorized=false',
      { auth: { user: 'a@b', pass: 'p:w' }, requireTLS: true, tls: { rejectUnauthorized: false } },
    ],
  ])('reads %s', (url, options) => {
    expect(smtpOptions(url)).toMatchObject(options);
  });

  it.each([
    'smtp://u:top%zz@h',
    'smtp://u:top@h?pool=true',
    'smtp://u:top@h?requireTLS=yes',
    'smtp://u:top@h:port',
  ])('refuses %s without repeating the password', (url) => {
    expect(() => smtpOptions(url)).toThrow(/^CONFIG_INVALID: SMTP_URL/);
    expect(() => smtpOptions(url)).not.toThrow(/top/);
  });
});
