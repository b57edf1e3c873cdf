import type { ReminderDays } from '../../src/leads/reminders';
import { createReminders } from '../../src/leads/reminders';
import { systemIds } from '../../src/shared/ids';
import { days } from '../../src/shared/time';
import { fakeClock, type FakeClock } from '../support/fakeClock';
import { escalationRecipient, openLeadStore, recipient, told, type LeadStore } from '../support/leadStore';
import { jeannesDraft } from '../support/people';
import { tempFolder } from '../support/tempFolder';

let store: LeadStore;
let time: FakeClock;
let leadId: string;
beforeEach(async () => {
  time = fakeClock();
  store = await openLeadStore(tempFolder(), time.clock);
  await store.submit({ submissionId: 'form-1', draft: jeannesDraft() });
  leadId = (await store.leads.list({}))[0]!.lead.id;
});
afterEach(() => store.db.destroy());

/** One round on a day so many days after now; every day is a working day here. */
async function round(daysLater: number, numbers?: ReminderDays): Promise<number> {
  time.advance(days(daysLater));
  const reminders = createReminders({
    leads: store.leads,
    ids: systemIds,
    workingDaysBetween: (from, to) => Math.floor((to.getTime() - from.getTime()) / days(1)),
    recipient,
    escalationRecipient,
    days: numbers,
  });
  return reminders.runOnce(time.clock());
}
const news = async () =>
  told(await store.outbox.of(leadId)).filter((line) => !/^(callSheet|receipt|taken)/.test(line));
const kinds = async () => (await store.leads.file(leadId))?.steps.map((step) => step.kind);

it('reminds the recipients after two working days, once', async () => {
  expect(await round(1)).toBe(0);
  expect(await round(1)).toBe(1);
  expect(await round(0)).toBe(0);
  expect(await news()).toEqual(['reminder contact']);
});

it('escalates after five to the stand-in of last resort, who can then take it', async () => {
  await round(2);
  await round(3);
  expect(await news()).toEqual(['escalation olga', 'reminder contact']);
  const outcome = await store.follow(leadId, { kind: 'recipient', id: 'olga' }, { kind: 'take' });
  expect(outcome.kind).toBe('done');
});

it('tells the company the truth after ten', async () => {
  for (let day = 0; day < 10; day += 1) await round(1);
  expect(await news()).toEqual(['delay company', 'escalation olga', 'reminder contact']);
  expect(await round(30)).toBe(0);
});

it('makes up for what it missed while the service stood still', async () => {
  expect(await round(11)).toBe(3);
  expect(await kinds()).toEqual(['recorded', 'reminded', 'escalated', 'delayTold']);
});

it('leaves taken and closed leads alone, and counts anew when one is given back', async () => {
  await store.follow(leadId, { kind: 'recipient', id: 'contact' }, { kind: 'take' });
  expect(await round(20)).toBe(0);
  await store.follow(leadId, { kind: 'recipient', id: 'contact' }, { kind: 'decline' });
  expect(await round(1)).toBe(0);
  expect(await round(1)).toBe(1);
  expect(await news()).toEqual(['escalation olga', 'reminder olga']);
});

it('follows the numbers that it is given', async () => {
  expect(await round(1, { remind: 1, escalate: 9, tellDelay: 9 })).toBe(1);
});

it('writes nothing over a step made at the same moment', async () => {
  time.advance(days(2));
  const reminders = createReminders({
    leads: { ...store.leads, change: async () => 'stale' },
    ids: systemIds,
    workingDaysBetween: () => 2,
    recipient,
    escalationRecipient,
  });
  expect(await reminders.runOnce(time.clock())).toBe(0);
  expect(await kinds()).toEqual(['recorded']);
});
