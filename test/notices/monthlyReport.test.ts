import { createMonthlyReport } from '../../src/notices/monthlyReport';
import type { UpkeepReport } from '../../src/notices/upkeepReport';
import { systemIds } from '../../src/shared/ids';
import { createReportMonths } from '../../src/storage/reportMonths';
import { openNoticeStore, timeZone, type NoticeStore } from '../support/noticeStore';

let store: NoticeStore;
beforeEach(async () => {
  store = await openNoticeStore();
});
afterEach(() => store.db.destroy());

const nothing: UpkeepReport = { overdue: [], importedOverdue: 0, closing: [], closed: [], links: [] };
const something: UpkeepReport = {
  ...nothing,
  overdue: [{ title: 'Combien de forges ?', file: 'economie/forges.md', on: '2026-11-30' }],
};

/** One round at an hour of a day, with everything built anew, as after a restart. */
async function round(at: string, report: UpkeepReport = something): Promise<boolean> {
  const chore = createMonthlyReport({
    months: createReportMonths(store.db),
    to: () => ({ name: 'Paul Martin', email: 'paul.martin@example.org' }),
    report: () => report,
    ids: systemIds,
    timeZone,
  });
  return chore.runOnce(new Date(at));
}
const firstRun = () => round('2026-11-24T09:00:00Z');

it('leaves out the month in which the service first runs', async () => {
  expect(await firstRun()).toBe(false);
  expect(await round('2026-11-30T09:00:00Z')).toBe(false);
  expect(await store.waiting()).toEqual([]);
});

it('is sent on the first working day of the month, once, also after a restart', async () => {
  await firstRun();
  // 1 January 2027 is a holiday, a Friday; Monday 4 is the first working day. December had its own.
  expect(await round('2026-11-30T22:59:00Z')).toBe(false);
  expect(await round('2026-11-30T23:01:00Z')).toBe(true);
  expect(await round('2026-12-01T09:00:00Z')).toBe(false);
  for (const day of ['2027-01-01', '2027-01-02', '2027-01-03']) {
    expect(await round(`${day}T09:00:00Z`)).toBe(false);
  }
  expect(await round('2027-01-04T09:00:00Z')).toBe(true);
  expect(await round('2027-01-04T10:00:00Z')).toBe(false);
  expect(await store.waiting()).toEqual(['upkeep paul.martin@example.org', 'upkeep paul.martin@example.org']);
});

it('is made up for when the service stood still on that day', async () => {
  await firstRun();
  expect(await round('2026-12-17T09:00:00Z')).toBe(true);
});

it('is not sent when there is nothing to confirm, nor later in that month', async () => {
  await firstRun();
  expect(await round('2026-12-01T09:00:00Z', nothing)).toBe(false);
  expect(await round('2026-12-09T09:00:00Z')).toBe(false);
  expect(await round('2027-01-04T09:00:00Z')).toBe(true);
});

it('two processes send one', async () => {
  await firstRun();
  const sent = await Promise.all([round('2026-12-01T09:00:00Z'), round('2026-12-01T09:00:00Z')]);
  expect(sent.filter(Boolean)).toHaveLength(1);
  expect(await store.waiting()).toHaveLength(1);
});
