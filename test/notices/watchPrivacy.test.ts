import { days } from '../../src/shared/time';
import { openNoticeStore, type NoticeStore } from '../support/noticeStore';

let store: NoticeStore;
beforeEach(async () => {
  store = await openNoticeStore();
});
afterEach(() => store.db.destroy());

const left = async () =>
  (await store.db.selectFrom('watches').select('email').orderBy('email').execute()).map((row) => row.email);

it('a stop deletes the watch, what waits to be sent, and copies', async () => {
  const id = await store.watch();
  await store.on('2027-02-10');
  await store.desk.stop(id);
  expect(await left()).toEqual([]);
  expect(await store.waiting()).toEqual([]);
  expect(store.forgotten).toEqual([id]);
  await store.desk.stop(id);
  expect(await store.desk.find(id)).toBeUndefined();
});

it('what was never confirmed is deleted after seven days', async () => {
  await store.ask();
  await store.watch('paul@example.fr');
  store.advance(days(7));
  expect(await store.privacy.forgetOld()).toBe(0);
  store.advance(1);
  expect(await store.privacy.forgetOld()).toBe(1);
  expect(await left()).toEqual(['paul@example.fr']);
  expect((await store.waiting()).join()).not.toContain('ada');
});

it('what was confirmed is deleted when its time is over', async () => {
  await store.watch();
  store.advance(days(365) + 1);
  expect(await store.privacy.forgetOld()).toBe(1);
  expect(await left()).toEqual([]);
});

it('is erased by conversation, and by the address however it is written', async () => {
  await store.ask('ada@example.fr', { conversationId: 'one' });
  await store.ask('paul@example.fr', { conversationId: 'two' });
  await store.ask('zoe@example.fr', { conversationId: 'two' });
  expect(await store.privacy.count('two')).toBe(2);
  expect(await store.privacy.erase('one')).toBe(1);
  expect(await store.privacy.ofEmail('PAUL@example.fr')).toMatchObject([{ email: 'paul@example.fr' }]);
  expect(await store.privacy.eraseEmail(' Paul@Example.fr ')).toBe(1);
  expect(await left()).toEqual(['zoe@example.fr']);
});

it('loses its link to the conversation, and nothing else, when conversations are deleted', async () => {
  await store.ask('ada@example.fr', { conversationId: 'one' });
  await store.watches.detachBefore(store.clock());
  expect(await store.privacy.count('one')).toBe(1);
  store.advance(1);
  await store.watches.detachBefore(store.clock());
  expect(await store.privacy.count('one')).toBe(0);
  expect(await left()).toEqual(['ada@example.fr']);
});
