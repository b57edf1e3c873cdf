import { sql } from 'kysely';
import type { Delivery } from '../../src/delivery/delivery';
import { createDispatcher, type DispatcherDeps } from '../../src/delivery/dispatcher';
import { hours, systemClock } from '../../src/shared/time';
import { answering, delivered, gate } from '../support/deliveries';
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
      if (renewals === 4) renewed.open();
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
    leaseMs: 900,
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
