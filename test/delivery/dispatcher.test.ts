import { sql } from 'kysely';
import type { Delivery } from '../../src/delivery/delivery';
import { createDispatcher, type DispatcherDeps } from '../../src/delivery/dispatcher';
import type { DeliveryOutcome } from '../../src/leads/deliveryOutcome';
import { days, hours, seconds, systemClock } from '../../src/shared/time';
import { fakeClock, type FakeClock } from '../support/fakeClock';
import { openLeadStore, type LeadStore } from '../support/leadStore';
import { logLines } from '../support/logLines';
import { jeannesDraft } from '../support/people';
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

const delivered: DeliveryOutcome = { kind: 'delivered', remoteId: 'remote' };
const trouble: DeliveryOutcome = { kind: 'retryLater', code: 'DELIVERY_RETRY', detail: 'ECONNREFUSED' };

/** A way of delivery that answers what `answer` says and keeps the ids of what it was given. */
function answering(answer: () => DeliveryOutcome | Promise<DeliveryOutcome>) {
  const given: string[] = [];
  const delivery: Delivery = {
    kind: 'email',
    async deliver(entry) {
      given.push(entry.id);
      return answer();
    },
  };
  return { delivery, given };
}
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
const submit = (n = 1) => store.submit({ submissionId: `form-${n}`, draft: jeannesDraft() });

/** A promise that the test resolves itself. */
function gate() {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open: () => open() };
}

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

it('finishes the attempt in hand when it stops, and begins no other', async () => {
  await submit(1);
  await submit(2);
  const begun = gate();
  const accepted = gate();
  const { delivery, given } = answering(async () => {
    begun.open();
    await accepted.passed;
    return delivered;
  });
  const dispatcher = dispatcherWith(delivery, { concurrency: 1 });
  dispatcher.start();
  await begun.passed;
  const stopped = dispatcher.stop();
  dispatcher.wake();
  accepted.open();
  await stopped;
  expect(given).toHaveLength(1);
  expect(await dispatcher.stats()).toMatchObject({ waiting: 1 });
});

it('does not wait for ever for an attempt in hand when it stops', async () => {
  await submit();
  const begun = gate();
  const accepted = gate();
  const { delivery } = answering(async () => {
    begun.open();
    await accepted.passed;
    return delivered;
  });
  const dispatcher = dispatcherWith(delivery);
  dispatcher.start();
  await begun.passed;
  await dispatcher.stop(20);
  expect(await dispatcher.stats()).toMatchObject({ waiting: 1 });
  accepted.open();
});

it('holds the lease for as long as an attempt lasts, and lets other entries pass meanwhile', async () => {
  await submit(1);
  await submit(2);
  const renewed = gate();
  const second = gate();
  let renewals = 0;
  const outbox = {
    ...store.outbox,
    renew: async (...args: Parameters<typeof store.outbox.renew>) => {
      await store.outbox.renew(...args);
      renewals += 1;
      if (renewals === 5) renewed.open();
    },
  };
  const { delivery, given } = answering(async () => {
    if (given.length === 1) await renewed.passed;
    else second.open();
    return delivered;
  });
  const dispatcher = dispatcherWith(delivery, {
    outbox,
    clock: systemClock,
    leaseMs: 300,
    periodMs: 20,
    concurrency: 2,
  });
  // Both leads were recorded by a clock that stands in the past or the future of the machine's.
  await sql`update outbox_entries set due_at = '2000-01-01T00:00:00.000Z'`.execute(store.db);
  dispatcher.start();
  await second.passed;
  await renewed.passed;
  await dispatcher.stop();
  expect(given).toHaveLength(2);
  expect(new Set(given).size).toBe(2);
});
