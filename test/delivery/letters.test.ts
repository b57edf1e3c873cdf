import { readdirSync } from 'node:fs';
import { createFolderCarrier } from '../../src/delivery/folderCarrier';
import { createForgetMails } from '../../src/delivery/forgetMails';
import { createLetterDispatcher } from '../../src/delivery/letterDispatcher';
import { watchFilePrefix } from '../../src/delivery/letterMessage';
import type { MailCarrier } from '../../src/delivery/mailCarrier';
import { createNoticeLinks } from '../../src/delivery/noticeLinks';
import { createSmtpCarrier } from '../../src/delivery/smtpCarrier';
import { createSendAidList, type AidList } from '../../src/notices/aidList';
import type { Letter } from '../../src/notices/letter';
import type { UpkeepReport } from '../../src/notices/upkeepReport';
import { systemIds } from '../../src/shared/ids';
import { days, minutes, seconds } from '../../src/shared/time';
import { createReportMonths } from '../../src/storage/reportMonths';
import { logLines } from '../support/logLines';
import { forgeScheme, openNoticeStore, type NoticeStore } from '../support/noticeStore';
import { startSmtpServer, type TestSmtpServer } from '../support/smtpServer';
import { tempFolder } from '../support/tempFolder';

let server: TestSmtpServer;
let store: NoticeStore;
let log: ReturnType<typeof logLines>;
beforeAll(async () => {
  server = await startSmtpServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.behave('accept');
  server.mails.length = 0;
  store = await openNoticeStore();
  log = logLines();
});
afterEach(() => store.db.destroy());

const links = (publicUrl = 'https://assistant.example.org') =>
  createNoticeLinks({ publicUrl, key: Buffer.alloc(32, 7), clock: store.clock });

function dispatcher(carrier: MailCarrier = createSmtpCarrier(server.url), publicUrl?: string) {
  return createLetterDispatcher({
    letters: store.letters,
    carrier,
    mail: {
      identity: { from: 'Assistant <assistant@example.org>', host: 'assistant.example.org' },
      programme: { fr: 'Essai', en: 'Trial' },
      links: links(publicUrl),
      deskUrl: 'https://a.example/suivi',
      calendarLink: (id) => `https://assistant.example.org/${id}/calendrier.ics`,
    },
    clock: store.clock,
    log: log.log,
    random: () => 0.5,
  });
}
const addressIn = (text: string | undefined, page: string): URL =>
  new URL(new RegExp(`https://assistant\\.example\\.org/alertes/${page}\\?\\S+`).exec(text ?? '')![0]);
const grant = (address: URL) => links().read(address.searchParams.get('cle')!);

it('asks whoever has the address, by a link that grants a confirmation and nothing else', async () => {
  await store.ask();
  expect(await dispatcher().runOnce()).toBe(1);
  const [mail] = await server.received(1);
  const [watch] = await store.watches.ofEmail('ada.martin@example.fr');
  expect(mail!.subject).toBe('[Essai] Confirmez : être prévenu pour « Prêt Forge »');
  expect(mail!.to).toMatchObject({ value: [{ address: 'ada.martin@example.fr' }] });
  expect(mail!.text).toContain('sans confirmation sous 7 jours');
  expect(grant(addressIn(mail!.text, 'confirmer'))).toEqual({ act: 'confirm', watchId: watch!.id });
  expect(mail!.headers.has('list-unsubscribe')).toBe(false);
  expect(mail!.headers.get('auto-submitted')).toBe('auto-generated');
  // Delivered, so nothing of it is kept.
  expect(await store.waiting()).toEqual([]);
  expect(log.codes()).toEqual(['LETTER_DELIVERED']);
  expect(log.text()).not.toMatch(/martin|example\.fr/i);
});

it('tells that a scheme closes soon, with its timetable and a stop by one click', async () => {
  const id = await store.watch();
  await store.on('2027-01-10');
  await dispatcher().runOnce();
  const mail = (await server.received(2))[1]!;
  expect(mail.subject).toBe('[Essai] « Prêt Forge » ferme le 9 février 2027');
  for (const phrase of [
    'jusqu’au 9 février 2027 inclus',
    'Banque des Forges',
    'https://banque.example.org/forge',
    'https://assistant.example.org/aides/forge/calendrier.ics',
    'le 24 novembre 2027',
    'seules celles de l’opérateur font foi',
  ]) {
    expect(mail.text).toContain(phrase);
  }
  const list = mail.headers.get('list') as unknown as { unsubscribe: { url: string } };
  const stop = new URL(list.unsubscribe.url);
  expect(stop.pathname).toBe('/alertes/arreter');
  expect(grant(stop)).toEqual({ act: 'stop', watchId: id });
  expect(list).toMatchObject({ 'unsubscribe-post': { name: 'List-Unsubscribe=One-Click' } });
  expect(grant(addressIn(mail.text, 'arreter'))).toEqual({ act: 'stop', watchId: id });
});

it('promises one click only where the address has https, as RFC 8058 asks', async () => {
  await store.watch();
  await store.on('2027-02-10');
  await dispatcher(undefined, 'http://localhost:3978').runOnce();
  const mail = (await server.received(2))[1]!;
  expect(mail.headers.get('list')).toEqual({
    unsubscribe: { url: expect.stringContaining('http://localhost:3978/') as string },
  });
});

it.each([
  ['closed', { closesOn: '2026-11-23' }, 'est clos', 'si ce dispositif rouvre'],
  ['its dates changed', { closesOn: '2027-06-30' }, 'les dates ont changé', 'jusqu’au 30 juin 2027'],
  ['no end any more', { permanent: true }, 'les dates ont changé', 'aucune date de fin'],
  ['takes nothing for now', { suspended: true }, 'les dates ont changé', 'ne prend pas de nouveau dossier'],
  ['opens later', { opensOn: '2027-01-01' }, 'les dates ont changé', 'annoncée pour le 1er janvier 2027'],
] as const)('says in plain words: %s', async (_, dates, subject, phrase) => {
  await store.watch();
  store.schemes.set('aides/forge', forgeScheme(dates));
  await store.on('2026-11-25');
  await dispatcher().runOnce();
  const mail = (await server.received(2))[1]!;
  expect(mail.subject).toContain(subject);
  expect(mail.text).toContain(phrase);
});

it('speaks the language of the conversation', async () => {
  await store.ask('ada.martin@example.fr', { language: 'en' });
  const [watch] = await store.watches.ofEmail('ada.martin@example.fr');
  await store.desk.confirm(watch!.id);
  await store.on('2027-01-10');
  await dispatcher().runOnce();
  const [confirm, notice] = await server.received(2);
  expect(confirm!.subject).toBe('[Trial] Please confirm: news of “Forge loan”');
  expect(notice!.subject).toBe('[Trial] “Forge loan” closes on 9 February 2027');
});

it('what is not accepted is tried again until it is, as the same mail', async () => {
  await store.ask();
  server.behave({ refuse: 451 });
  const first = dispatcher();
  expect(await first.runOnce()).toBe(1);
  expect(await first.runOnce()).toBe(0);
  server.behave('dropAfterData');
  store.advance(seconds(10));
  expect(await first.runOnce()).toBe(1);
  server.behave('accept');
  store.advance(minutes(1));
  // After a restart.
  expect(await dispatcher().runOnce()).toBe(1);
  const [dropped, accepted] = await server.received(2);
  expect(accepted!.messageId).toBe(dropped!.messageId);
  expect(log.codes()).toEqual(['DELIVERY_RETRY', 'DELIVERY_RETRY', 'LETTER_DELIVERED']);
});

it('what is refused for good is shown to the operator, and forgotten with its watch or after its time', async () => {
  await store.ask();
  server.behave({ refuse: 550 });
  await dispatcher().runOnce();
  expect(log.codes()).toEqual(['DELIVERY_REFUSED']);
  expect(await store.letters.stats(store.clock())).toMatchObject({ waiting: 0, dead: 1 });
  store.advance(days(31));
  expect(await dispatcher().runOnce()).toBe(0);
  expect(await store.letters.deleteDeadBefore(store.clock())).toBe(1);
});

it('a letter in the hands of a process that was killed comes back when its lease ends', async () => {
  await store.ask();
  const leased = await store.letters.claim({ now: store.clock(), leaseMs: seconds(15) });
  expect(await dispatcher().runOnce()).toBe(0);
  expect(await store.letters.stats(store.clock())).toMatchObject({ waiting: 1, dead: 0 });
  store.advance(seconds(15));
  expect(await dispatcher().runOnce()).toBe(1);
  // Whoever comes back late with a failure changes nothing.
  await store.letters.record(leased!, { state: 'refused', dueAt: store.clock() });
  expect(await store.letters.stats(store.clock())).toMatchObject({ waiting: 0, dead: 0 });
});

it('without a mail server, letters are files, which go with their watch', async () => {
  const folder = tempFolder();
  const id = await store.watch();
  await store.on('2027-02-10');
  await dispatcher(createFolderCarrier({ folder, event: 'LETTER_WRITTEN', log: log.log })).runOnce();
  expect(readdirSync(folder).map((name) => name.replace(id, 'ID').replace(/-[^-]+\.eml$/, ''))).toEqual([
    'watch-ID-closed',
    'watch-ID-confirm',
  ]);
  await createForgetMails(folder)(watchFilePrefix(id));
  expect(readdirSync(folder)).toEqual([]);
});

it('links that are forged, of another key or too old grant nothing; a stop never grows old', async () => {
  const token = (address: string) => new URL(address).searchParams.get('cle')!;
  const confirm = token(links().confirm('w'));
  const stop = token(links().stop('w'));
  const foreign = createNoticeLinks({
    publicUrl: 'https://a.example',
    key: Buffer.alloc(32, 8),
    clock: store.clock,
  });
  expect(links().read(token(foreign.stop('w')))).toBeUndefined();
  expect(links().read(`${stop}x`)).toBeUndefined();
  expect(links().read('')).toBeUndefined();
  store.advance(days(7) + seconds(1));
  expect(links().read(confirm)).toBeUndefined();
  store.advance(days(900));
  expect(links().read(stop)).toEqual({ act: 'stop', watchId: 'w' });
});

it('the monthly mail lists what to confirm, in French, to the project lead', async () => {
  const report: UpkeepReport = {
    overdue: [{ title: 'Combien de forges ?', file: 'economie/forges.md', on: '2026-11-01' }],
    importedOverdue: 3,
    closing: [{ title: 'Prêt Forge', file: 'aides/forge.md', on: '2026-12-31' }],
    closed: [{ title: 'Prêt Enclume', file: 'aides/enclume.md', on: '2026-06-30' }],
    links: [
      { url: 'https://a.example/mort', places: ['aides/forge.md'] },
      {
        url: 'https://a.example/vieux',
        places: ['sources.yml (registre)'],
        movedTo: 'https://a.example/neuf',
      },
    ],
    linksCheckedOn: '2026-11-20',
  };
  const letter: Letter = {
    id: 'letter-1',
    watchId: undefined,
    language: 'fr',
    to: { name: 'Paul Martin', email: 'paul.martin@example.org' },
    content: { kind: 'upkeep', month: '2026-12', report },
    createdAt: store.clock(),
  };
  await createReportMonths(store.db).decide('2026-12', letter);
  await dispatcher().runOnce();
  const [mail] = await server.received(1);
  expect(mail!.subject).toBe('[Essai] À confirmer en décembre 2026');
  expect(mail!.to).toMatchObject({ value: [{ name: 'Paul Martin', address: 'paul.martin@example.org' }] });
  for (const phrase of [
    'Prêt Forge (aides/forge.md), ferme le 31 décembre 2026',
    'Prêt Enclume (aides/enclume.md), clos depuis le 30 juin 2026',
    'Combien de forges ? (economie/forges.md), prévue pour le 1er novembre 2026',
    '3 pages importées',
    'vérifiés le 20 novembre 2026',
    'mort : https://a.example/mort (aides/forge.md)',
    'déplacé vers https://a.example/neuf : https://a.example/vieux',
  ]) {
    expect(mail!.text).toContain(phrase);
  }
  expect(mail!.headers.has('list')).toBe(false);
});

describe('the list of the aid finder', () => {
  const list: AidList = {
    facts: ['chaleur <perdue>', '40 salariés'],
    schemes: [
      {
        title: 'Prêt Forge',
        url: 'https://banque.example.org/forge',
        operator: 'Banque des Forges',
        lines: ['Une forge neuve.', 'Montant : jusqu’à 10 %.'],
        source: { title: 'Le registre', url: 'https://registre.example.org/' },
      },
    ],
    contact: { name: 'Jeanne Martin', phone: '+33123456789', email: 'jeanne@example.org' },
  };
  const send = createSendAidList({
    letters: { add: (letter) => store.letters.add(letter) },
    ids: systemIds,
    clock: () => store.clock(),
  });

  it('goes to the address once, with every scheme, its source and the contact, and is not kept', async () => {
    await send({ email: 'ada.martin@example.fr', language: 'fr', list });
    expect(await dispatcher().runOnce()).toBe(1);
    const [mail] = await server.received(1);
    expect(mail!.subject).toBe('[Essai] Votre liste d’aides');
    expect(mail!.to).toMatchObject({ value: [{ address: 'ada.martin@example.fr' }] });
    for (const phrase of [
      'chaleur <perdue>, 40 salariés',
      '1. Prêt Forge',
      'Montant : jusqu’à 10 %.',
      'https://banque.example.org/forge',
      'Source : Le registre',
      'Jeanne Martin, 01 23 45 67 89, jeanne@example.org',
      'Elle est effacée une fois le message parti',
    ]) {
      expect(mail!.text).toContain(phrase);
    }
    expect(mail!.html).toContain('chaleur &lt;perdue&gt;');
    expect(mail!.headers.has('list')).toBe(false);
    expect(await store.waiting()).toEqual([]);
    expect(log.text()).not.toMatch(/martin|example\.fr/i);
  });

  it('speaks English to whoever did', async () => {
    await send({ email: 'ada.martin@example.fr', language: 'en', list: { ...list, facts: [] } });
    await dispatcher().runOnce();
    const [mail] = await server.received(1);
    expect(mail!.subject).toBe('[Trial] Your list of schemes');
    expect(mail!.text).toContain('Operator: Banque des Forges');
    expect(mail!.text).not.toContain('From what you said');
  });
});
