import { sql } from 'kysely';
import type { Delivery, DeliverySubject } from '../../src/delivery/delivery';
import { createDispatcher, type DispatcherDeps } from '../../src/delivery/dispatcher';
import { days, hours, seconds } from '../../src/shared/time';
import { answering, delivered, gate, trouble } from '../support/deliveries';
import { fakeClock, type FakeClock } from '../support/fakeClock';
import { openLeadStore, type LeadStore } from '../support/leadStore';
import { logLines } from '../support/logLines';
import { jeannesDraft, jeannesEntry, jeannesStep } from '../support/people';
import { tempFolder } from '../support/tempFolder';

let store: LeadStore;
let time: FakeClock;
let lines: ReturnType<typeof logLines>;
beforeEach(async () => {
  time = fakeClock();
  lines = logLines();
  store = await openLeadStore(tempFolder(), time.clock);
});
afterEach(() => store.db.destroy());

const dispatcherWith = (delivery: Delivery, changes: Partial<DispatcherDeps> = {}) =>
  createDispatcher({
    ...store,
    deliveries: [delivery],
    clock: time.clock,
    log: lines.log,
    random: () => 0.5,
    periodMs: hours(1),
    ...changes,
  });
const submit = (n = 1) =>
  store.submit({ submissionId: `form-${n}`, draft: jeannesDraft({ email: undefined }) });

it('delivers at once when it is woken, and says so without a word of the visitor', async () => {
  const done = gate();
  const { delivery, given } = answering(() => (done.open(), delivered));
  const dispatcher = dispatcherWith(delivery);
  dispatcher.start();
  await submit();
  dispatcher.wake();
  await done.passed;
  await dispatcher.stop();
  expect(given).toHaveLength(1);
  expect(lines.codes()).toEqual(['LEAD_DELIVERED']);
  expect(lines.text()).not.toMatch(/Jeanne|Dupont|example|\+33|terrain/);
  expect(await dispatcher.stats()).toEqual({ oldestUndeliveredSeconds: undefined, waiting: 0, dead: 0 });
});

it('delivers at its start what an earlier run has left', async () => {
  await submit();
  const done = gate();
  const { delivery } = answering(() => (done.open(), delivered));
  const dispatcher = dispatcherWith(delivery);
  dispatcher.start();
  await done.passed;
  await dispatcher.stop();
  expect(await dispatcher.stats()).toMatchObject({ waiting: 0 });
});

it('looks again at every period without being woken', async () => {
  const done = gate();
  const { delivery } = answering(() => (done.open(), delivered));
  const dispatcher = dispatcherWith(delivery, { periodMs: 10 });
  dispatcher.start();
  await submit();
  await done.passed;
  await dispatcher.stop();
});

it('tries again after growing waits, and counts the age of what waits', async () => {
  await submit();
  const { delivery, given } = answering(() => (given.length < 3 ? trouble : delivered));
  const dispatcher = dispatcherWith(delivery);
  expect(await dispatcher.runOnce()).toBe(1);
  time.advance(seconds(9));
  expect(await dispatcher.runOnce()).toBe(0);
  time.advance(seconds(1));
  expect(await dispatcher.runOnce()).toBe(1);
  expect(await dispatcher.stats()).toEqual({ oldestUndeliveredSeconds: 10, waiting: 1, dead: 0 });
  time.advance(seconds(30));
  expect(await dispatcher.runOnce()).toBe(1);
  expect(lines.codes()).toEqual(['DELIVERY_RETRY', 'DELIVERY_RETRY', 'LEAD_DELIVERED']);
  expect(lines.text()).toContain('"detail":"ECONNREFUSED"');
});

it('gives up after three days, loudly', async () => {
  await submit();
  const { delivery, given } = answering(() => trouble);
  const dispatcher = dispatcherWith(delivery);
  for (let hour = 0; hour <= 73; hour += 1) {
    await dispatcher.runOnce();
    time.advance(hours(1));
  }
  expect(given.length).toBeGreaterThan(20);
  expect(lines.codes().at(-1)).toBe('DELIVERY_DEAD');
  expect(lines.text()).toContain('"level":"error"');
  expect(await dispatcher.stats()).toEqual({ oldestUndeliveredSeconds: undefined, waiting: 0, dead: 1 });
  time.advance(days(30));
  expect(await dispatcher.runOnce()).toBe(0);
});

it('does not try a refused entry again', async () => {
  await submit();
  const { delivery } = answering(() => ({ kind: 'refused', code: 'DELIVERY_REFUSED', detail: 'SMTP 550' }));
  const dispatcher = dispatcherWith(delivery);
  await dispatcher.runOnce();
  time.advance(days(1));
  expect(await dispatcher.runOnce()).toBe(0);
  expect(lines.codes()).toEqual(['DELIVERY_REFUSED']);
  expect(await dispatcher.stats()).toMatchObject({ waiting: 0, dead: 1 });
});

it('is not held up by a bug or by a lead that it cannot read', async () => {
  await submit(1);
  await submit(2);
  await sql`update leads set content = '{}' where submission_id = 'form-1'`.execute(store.db);
  let thrown = 0;
  const { delivery } = answering(() => {
    if (thrown > 0) return delivered;
    thrown += 1;
    throw new RangeError('Jeanne Dupont');
  });
  const dispatcher = dispatcherWith(delivery);
  expect(await dispatcher.runOnce()).toBe(2);
  expect(lines.codes()).toEqual(['DELIVERY_RETRY', 'DELIVERY_RETRY']);
  expect(lines.text()).toContain('LEAD_UNREADABLE');
  expect(lines.text()).not.toContain('Jeanne');
  time.advance(seconds(10));
  await dispatcher.runOnce();
  expect(lines.codes()).toContain('LEAD_DELIVERED');
});

it('keeps going when the database fails for a while', async () => {
  await submit();
  const done = gate();
  const { delivery } = answering(() => (done.open(), delivered));
  await sql`pragma query_only = 1`.execute(store.db);
  const failed = gate();
  const log = { ...lines.log, error: () => failed.open() };
  const dispatcher = dispatcherWith(delivery, { periodMs: 10, log });
  dispatcher.start();
  await failed.passed;
  await sql`pragma query_only = 0`.execute(store.db);
  await done.passed;
  await dispatcher.stop();
  expect(await dispatcher.stats()).toMatchObject({ waiting: 0 });
});

it('carries of an erased lead only the request to delete the mail, with its reference and nothing else', async () => {
  const { reference } = await submit();
  const { lead } = (await store.leads.list({}))[0]!;
  const step = jeannesStep({ id: 'erased', leadId: lead.id, number: 2, kind: 'erased' });
  const entry = jeannesEntry({ leadId: lead.id, occasion: 'erased', state: 'due', attempts: 0 });
  await store.leads.erase(lead.id, step, [
    { ...entry, message: 'erasure' },
    { ...entry, id: 'entry-2', message: 'reminder' },
  ]);
  const subjects: DeliverySubject[] = [];
  const delivery: Delivery = {
    kind: 'email',
    deliver: (_entry, subject) => (subjects.push(subject), Promise.resolve(delivered)),
  };
  expect(await dispatcherWith(delivery).runOnce()).toBe(2);
  expect(subjects).toEqual([{ reference, file: undefined }]);
  expect(lines.codes()).toEqual(['LEAD_DELIVERED', 'DELIVERY_REFUSED']);
});
