import { sql } from 'kysely';
import type { Lead } from '../../src/leads/lead';
import type { OutboxEntry } from '../../src/leads/outbox';
import { jeannesDraft, jeannesEntry, jeannesFile, jeannesLead, jeannesStep } from '../support/people';
import { fakeClock } from '../support/fakeClock';
import { openLeadStore, type LeadStore } from '../support/leadStore';
import { tempFolder } from '../support/tempFolder';

let store: LeadStore;
beforeEach(async () => {
  store = await openLeadStore(tempFolder(), fakeClock().clock);
});
afterEach(() => store.db.destroy());

const record = (lead: Lead, submissionId: string, entries: readonly OutboxEntry[]) =>
  store.leads.record(
    lead,
    submissionId,
    jeannesStep({ id: `${lead.id}/1`, leadId: lead.id }),
    ['contact'],
    entries,
  );

const rows = async (table: 'leads' | 'outbox_entries') =>
  Number(
    (
      await store.db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  );

it('keeps the lead and its entry, and finds it by id and by reference', async () => {
  expect(await record(jeannesLead(), 'form-1', [jeannesEntry()])).toEqual({ kind: 'recorded' });
  expect(await store.leads.find('lead-1')).toEqual(jeannesLead());
  expect(await store.leads.findByReference('ACDE-FGHJ')).toEqual(jeannesLead());
  expect(await store.leads.file('lead-1')).toEqual(jeannesFile({ steps: [jeannesStep({ id: 'lead-1/1' })] }));
  expect(await store.leads.find('lead-2')).toBeUndefined();
  expect(await rows('outbox_entries')).toBe(1);
});

it('makes one lead of the same submission given twice, even at the same time', async () => {
  const submission = { submissionId: 'form-1', draft: jeannesDraft({ email: undefined }) };
  const [first, second] = await Promise.all([store.submit(submission), store.submit(submission)]);
  expect(first.kind).toBe('recorded');
  expect(second).toEqual({ kind: 'alreadyRecorded', reference: first.reference });
  expect([await rows('leads'), await rows('outbox_entries')]).toEqual([1, 1]);
});

it('tells a reference that another lead bears', async () => {
  await record(jeannesLead(), 'form-1', []);
  const other = jeannesLead({ id: 'lead-2' });
  expect(await record(other, 'form-2', [jeannesEntry({ leadId: 'lead-2' })])).toEqual({
    kind: 'referenceTaken',
  });
  expect([await rows('leads'), await rows('outbox_entries')]).toEqual([1, 0]);
});

it('keeps 200 leads confirmed at the same time, each under its own reference', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 200 }, (_, n) =>
      store.submit({ submissionId: `form-${n}`, draft: jeannesDraft({ email: undefined }) }),
    ),
  );
  expect(new Set(outcomes.map((outcome) => outcome.reference)).size).toBe(200);
  expect([await rows('leads'), await rows('outbox_entries')]).toEqual([200, 200]);
});

it.each([
  ['read-only', 'query_only = 1', 'query_only = 0', 'SQLITE_READONLY'],
  ['full', 'max_page_count = 1', 'max_page_count = 1000000', 'SQLITE_FULL'],
])('stores nothing and throws LEAD_NOT_STORED when the disk is %s', async (_, broken, mended, code) => {
  const submission = {
    submissionId: 'form-1',
    draft: jeannesDraft({ message: 'Un long message. '.repeat(5000) }),
  };
  await sql`pragma ${sql.raw(broken)}`.execute(store.db);
  await expect(store.submit(submission)).rejects.toMatchObject({ code: 'LEAD_NOT_STORED', cause: { code } });
  expect([await rows('leads'), await rows('outbox_entries')]).toEqual([0, 0]);

  await sql`pragma ${sql.raw(mended)}`.execute(store.db);
  await expect(store.submit(submission)).resolves.toMatchObject({ kind: 'recorded' });
});

it('stores no lead without its entries', async () => {
  const twice = [jeannesEntry(), jeannesEntry()];
  await expect(record(jeannesLead(), 'form-1', twice)).rejects.toThrow();
  expect([await rows('leads'), await rows('outbox_entries')]).toEqual([0, 0]);
});
