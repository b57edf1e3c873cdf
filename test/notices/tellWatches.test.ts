import { forgeScheme, openNoticeStore, type NoticeStore } from '../support/noticeStore';

let store: NoticeStore;
beforeEach(async () => {
  store = await openNoticeStore();
});
afterEach(() => store.db.destroy());

const change = (dates: Parameters<typeof forgeScheme>[0]) =>
  store.schemes.set('aides/forge', forgeScheme(dates));

it('tells 30 and 7 days before the closing date, and when it has closed, once each', async () => {
  await store.watch();
  const told: [string, number][] = [];
  for (const day of [
    '2027-01-09',
    '2027-01-10',
    '2027-01-11',
    '2027-02-01',
    '2027-02-02',
    '2027-02-09',
    '2027-02-10',
    '2027-02-11',
  ]) {
    for (let round = 0; round < 3; round += 1) told.push([day, await store.on(day)]);
  }
  expect(told.filter(([, count]) => count > 0)).toEqual([
    ['2027-01-10', 1],
    ['2027-02-02', 1],
    ['2027-02-10', 1],
  ]);
  expect(await store.notices()).toEqual(['closesSoon', 'closesSoon', 'closed']);
});

it('tells only the nearest day after the service stood still, and nothing that the visitor knew', async () => {
  await store.watch();
  expect(await store.on('2027-02-05')).toBe(1);
  expect(await store.on('2027-02-06')).toBe(0);
  const late = await openNoticeStore(forgeScheme({ closesOn: '2026-12-01' }));
  await late.watch();
  // Seven days are left when it is confirmed: the page said so.
  expect(await late.on('2026-11-30')).toBe(0);
  expect(await late.on('2026-12-02')).toBe(1);
  expect(await late.notices()).toEqual(['closed']);
  await late.db.destroy();
});

it('tells of a new closing date, and counts the days to it anew', async () => {
  await store.watch();
  await store.on('2027-01-10');
  change({ closesOn: '2027-04-30' });
  expect(await store.on('2027-01-11')).toBe(1);
  expect(await store.on('2027-02-10')).toBe(0);
  expect(await store.on('2027-03-31')).toBe(1);
  expect(await store.notices()).toEqual(['closesSoon', 'changed', 'closesSoon']);
});

it('tells when it opens again', async () => {
  await store.watch();
  await store.on('2027-02-10');
  change({ opensOn: '2027-05-03', closesOn: '2027-09-30' });
  await store.on('2027-03-01');
  await store.on('2027-05-03');
  expect(await store.notices()).toEqual(['closed', 'changed', 'opened']);
});

it('tells each watcher for themselves', async () => {
  await store.watch();
  await store.watch('paul@example.fr');
  await store.ask('not.confirmed@example.fr');
  expect(await store.on('2027-02-10')).toBe(2);
  expect((await store.waiting()).filter((line) => line.startsWith('closed')).sort()).toEqual([
    'closed ada.martin@example.fr',
    'closed paul@example.fr',
  ]);
});

it('says nothing of a scheme whose page has gone, and goes on when it is back', async () => {
  await store.watch();
  store.schemes.clear();
  expect(await store.on('2027-01-10')).toBe(0);
  change({ closesOn: '2027-02-09' });
  expect(await store.on('2027-01-11')).toBe(1);
});

it('a letter that was written by another process in between is not written twice', async () => {
  await store.watch();
  const [watch] = await store.watches.confirmed();
  const told = { kind: 'closed' } as const;
  expect(await store.watches.tell(watch!, told, undefined)).toBe(true);
  expect(await store.watches.tell(watch!, told, undefined)).toBe(false);
  expect(await store.on('2027-02-10')).toBe(0);
});
