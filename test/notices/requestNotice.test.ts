import { sql } from 'kysely';
import { days, hours } from '../../src/shared/time';
import { forgeScheme, openNoticeStore, type NoticeStore } from '../support/noticeStore';

let store: NoticeStore;
beforeEach(async () => {
  store = await openNoticeStore();
});
afterEach(() => store.db.destroy());

it('stores a wish with its confirmation letter and sends nothing else before it is confirmed', async () => {
  expect(await store.ask()).toBe('asked');
  expect(await store.waiting()).toEqual(['confirm ada.martin@example.fr']);
  store.schemes.set('aides/forge', forgeScheme({ closesOn: '2026-11-20' }));
  expect(await store.on('2026-11-25')).toBe(0);
  expect(await store.notices()).toEqual([]);
});

it('stores nothing of a wish whose letter cannot be stored', async () => {
  await sql`create trigger full_disk before insert on letters begin select raise(abort, 'disk is full'); end`.execute(
    store.db,
  );
  await expect(store.ask()).rejects.toThrow();
  expect(await store.watches.ofEmail('ada.martin@example.fr')).toEqual([]);
});

it('knows no scheme that has no page', async () => {
  expect(await store.ask('ada.martin@example.fr', { schemeId: 'aides/rien' })).toBe('unknownScheme');
  expect(await store.waiting()).toEqual([]);
});

it('writes again for the same wish only after a day, however the address is written', async () => {
  await store.ask();
  expect(await store.ask('Ada.Martin@EXAMPLE.fr')).toBe('asked');
  expect(await store.waiting()).toHaveLength(1);
  store.advance(hours(25));
  await store.ask();
  expect(await store.waiting()).toHaveLength(2);
  expect(await store.watches.ofEmail('ada.martin@example.fr')).toHaveLength(1);
});

it('says the same of a wish that is confirmed already, and writes nothing', async () => {
  await store.watch();
  store.advance(days(3));
  expect(await store.ask()).toBe('asked');
  expect(await store.waiting()).toHaveLength(1);
});

it('lets strangers fill nobody’s mailbox: five unconfirmed wishes a day for one address', async () => {
  for (let i = 0; i < 8; i += 1) {
    const schemeId = `aides/forge-${i}`;
    store.schemes.set(schemeId, { ...forgeScheme(), id: schemeId });
    expect(await store.ask('ada.martin@example.fr', { schemeId })).toBe('asked');
  }
  expect(await store.waiting()).toHaveLength(5);
  expect(await store.ask('paul@example.fr')).toBe('asked');
  expect(await store.waiting()).toHaveLength(6);
});

it('two wishes of the same kind at the same moment are one', async () => {
  await Promise.all([store.ask(), store.ask()]);
  expect(await store.watches.ofEmail('ada.martin@example.fr')).toHaveLength(1);
  expect(await store.waiting()).toHaveLength(1);
});
