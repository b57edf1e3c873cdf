import { createDeadAlert } from '../../src/leads/deadAlert';
import type { AttemptResult } from '../../src/leads/outbox';
import { minutes, seconds } from '../../src/shared/time';
import { fakeClock, type FakeClock } from '../support/fakeClock';
import { systemIds } from '../../src/shared/ids';
import { createOutboxRepository } from '../../src/storage/outboxRepository';
import { openLeadStore, operator, type LeadStore } from '../support/leadStore';
import { jeannesEntry, jeannesLead, jeannesStep, paulMartin } from '../support/people';
import { tempFolder } from '../support/tempFolder';

let store: LeadStore;
let time: FakeClock;
beforeEach(async () => {
  time = fakeClock();
  store = await openLeadStore(tempFolder(), time.clock);
  await store.leads.record(
    jeannesLead(),
    'form-1',
    jeannesStep(),
    ['contact'],
    [jeannesEntry({ state: 'due', attempts: 0 })],
  );
});
afterEach(() => store.db.destroy());

const claim = () => store.outbox.claim({ kinds: ['email'], now: time.clock(), leaseMs: seconds(15) });
const claimed = async () => {
  const entry = await claim();
  if (!entry) throw new Error('nothing was due');
  return entry;
};
const delivered = (): AttemptResult => ({
  outcome: { kind: 'delivered', remoteId: 'remote-1' },
  state: 'delivered',
  dueAt: time.clock(),
  finishedAt: time.clock(),
});
const failed = (waitMs: number): AttemptResult => ({
  outcome: { kind: 'retryLater', code: 'DELIVERY_RETRY', detail: 'ECONNREFUSED' },
  state: 'due',
  dueAt: new Date(time.clock().getTime() + waitMs),
  finishedAt: time.clock(),
});

it('leases a due entry, so that nobody else gets it', async () => {
  expect(await claim()).toEqual(jeannesEntry({ state: 'leased', attempts: 1 }));
  expect(await claim()).toBeUndefined();
});

it('gives the entry again when its lease has ended', async () => {
  await claimed();
  time.advance(seconds(15) - 1);
  expect(await claim()).toBeUndefined();
  time.advance(1);
  expect(await claim()).toMatchObject({ id: 'entry-1', attempts: 2 });
});

it('keeps a renewed lease', async () => {
  const entry = await claimed();
  await store.outbox.renew(entry, new Date(time.clock().getTime() + minutes(1)));
  time.advance(seconds(59));
  expect(await claim()).toBeUndefined();
});

it('gives a failed entry again at its time and not before', async () => {
  await store.outbox.record(await claimed(), failed(seconds(10)));
  time.advance(seconds(9));
  expect(await claim()).toBeUndefined();
  time.advance(seconds(1));
  expect(await claim()).toMatchObject({ id: 'entry-1', attempts: 2 });
});

it('never gives a delivered entry again, and remembers every attempt', async () => {
  await store.outbox.record(await claimed(), failed(0));
  await store.outbox.record(await claimed(), delivered());
  time.advance(minutes(60));
  expect(await claim()).toBeUndefined();
  const attempts = await store.db.selectFrom('delivery_attempts').selectAll().orderBy('number').execute();
  expect(attempts).toMatchObject([
    { number: 1, outcome: 'retryLater', code: 'DELIVERY_RETRY', detail: 'ECONNREFUSED', remote_id: null },
    { number: 2, outcome: 'delivered', code: null, detail: null, remote_id: 'remote-1' },
  ]);
});

it('lets a late failure undo nothing, and a late success count', async () => {
  const late = await claimed();
  time.advance(seconds(15));
  const current = await claimed();
  await store.outbox.record(late, failed(0));
  await store.outbox.renew(late, new Date(0));
  expect(await claim()).toBeUndefined();
  await store.outbox.record(late, delivered());
  await store.outbox.record(current, failed(0));
  time.advance(minutes(1));
  expect(await claim()).toBeUndefined();
});

it('leaves a crash in mid-delivery visible as an attempt without an end', async () => {
  await claimed();
  const attempt = await store.db.selectFrom('delivery_attempts').selectAll().executeTakeFirstOrThrow();
  expect(attempt).toMatchObject({ number: 1, finished_at: null, outcome: null });
});

it('says how old the oldest undelivered entry is, and how many need a human', async () => {
  const claire = { ...paulMartin, id: 'claire' };
  const second = jeannesLead({ id: 'lead-2', reference: 'AAAA-AAAA' });
  const step = jeannesStep({ id: 'step-2', leadId: 'lead-2' });
  await store.leads.record(
    second,
    'form-2',
    step,
    ['contact'],
    [
      jeannesEntry({ id: 'entry-2', leadId: 'lead-2', state: 'dead' }),
      jeannesEntry({ id: 'entry-3', leadId: 'lead-2', state: 'refused', recipient: claire }),
    ],
  );
  time.advance(seconds(90));
  expect(await store.outbox.stats(time.clock())).toEqual({
    oldestUndeliveredSeconds: 90,
    waiting: 1,
    dead: 2,
  });
  await store.outbox.record(await claimed(), delivered());
  expect(await store.outbox.stats(time.clock())).toEqual({
    oldestUndeliveredSeconds: undefined,
    waiting: 0,
    dead: 2,
  });
});

it('tells the operator in the same breath of an entry that is given up, but not of an alert', async () => {
  const outbox = createOutboxRepository(store.db, createDeadAlert({ operator, ids: systemIds }));
  await outbox.record(await claimed(), { ...failed(0), state: 'dead' });
  const alert = await claimed();
  expect(alert).toMatchObject({ message: 'alert', leadId: 'lead-1', recipient: { id: 'operator' } });
  await outbox.record(alert, { ...failed(0), state: 'refused' });
  expect(await claim()).toBeUndefined();
  expect(await store.outbox.stats(time.clock())).toMatchObject({ waiting: 0, dead: 2 });
});

it('sends what was given up on its way again, with all its time', async () => {
  await store.outbox.record(await claimed(), { ...failed(0), state: 'dead' });
  time.advance(minutes(60));
  expect(await store.outbox.retry('lead-1', time.clock())).toBe(1);
  expect(await store.outbox.retry('lead-1', time.clock())).toBe(0);
  expect((await store.outbox.of('lead-1')).find((entry) => entry.id === 'entry-1')).toMatchObject({
    state: 'due',
    attempts: 1,
    createdAt: time.clock(),
    dueAt: time.clock(),
  });
});
