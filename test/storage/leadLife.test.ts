import { sql } from 'kysely';
import type { LeadChange } from '../../src/leads/leadRepository';
import { days } from '../../src/shared/time';
import { fakeClock, type FakeClock } from '../support/fakeClock';
import { openLeadStore, type LeadStore } from '../support/leadStore';
import { jeannesEntry, jeannesFile, jeannesLead, jeannesStep, paulMartin } from '../support/people';
import { tempFolder } from '../support/tempFolder';

let store: LeadStore;
let time: FakeClock;
beforeEach(async () => {
  time = fakeClock();
  store = await openLeadStore(tempFolder(), time.clock);
  const due = jeannesEntry({ state: 'due', attempts: 0 });
  await store.leads.record(jeannesLead(), 'form-1', jeannesStep(), ['contact'], [due]);
});
afterEach(() => store.db.destroy());

const taken = (changes: Partial<LeadChange> = {}): LeadChange => ({
  step: jeannesStep({
    id: 'step-2',
    number: 2,
    kind: 'taken',
    actor: { kind: 'recipient', id: 'contact' },
    state: 'taken',
    assigneeId: 'contact',
    note: 'Vu.',
  }),
  state: 'taken',
  assigneeId: 'contact',
  outcome: undefined,
  recipientIds: ['contact'],
  entries: [jeannesEntry({ id: 'entry-2', message: 'taken', occasion: 'step-2', state: 'due', attempts: 0 })],
  ...changes,
});
const entries = async () => (await store.outbox.of('lead-1')).map((entry) => entry.id);

it('writes a step with what it changes and whom it tells', async () => {
  const change = taken();
  expect(await store.leads.change('lead-1', 1, change)).toBe('changed');
  expect(await store.leads.file('lead-1')).toEqual(
    jeannesFile({
      state: 'taken',
      assigneeId: 'contact',
      version: 2,
      steps: [jeannesStep(), change.step],
    }),
  );
  expect(await entries()).toEqual(['entry-1', 'entry-2']);
});

it('writes nothing when another step was written since', async () => {
  await store.leads.change('lead-1', 1, taken());
  const late = taken({
    step: jeannesStep({ id: 'step-3', number: 2, kind: 'closed' }),
    state: 'closed',
    entries: [],
  });
  expect(await store.leads.change('lead-1', 1, late)).toBe('stale');
  expect(await store.leads.change('lead-9', 1, late)).toBe('stale');
  expect((await store.leads.file('lead-1'))?.steps).toHaveLength(2);
});

it('writes nothing when one of its messages cannot be written', async () => {
  const twice = taken({ entries: [jeannesEntry({ id: 'entry-1' })] });
  await expect(store.leads.change('lead-1', 1, twice)).rejects.toThrow();
  expect(await store.leads.file('lead-1')).toEqual(jeannesFile());
});

it('takes back the messages of a step that are still waiting, and no others', async () => {
  await store.leads.change('lead-1', 1, taken());
  const undone = taken({
    step: jeannesStep({ id: 'step-3', number: 3, kind: 'undone', undoes: 2 }),
    state: 'new',
    assigneeId: undefined,
    entries: [],
    withdrawOccasion: 'step-2',
  });
  expect(await store.leads.change('lead-1', 2, undone)).toBe('changed');
  expect(await entries()).toEqual(['entry-1']);
  expect(await store.leads.file('lead-1')).toMatchObject({ state: 'new', assigneeId: undefined, version: 3 });
});

it('sends the same message to the same recipient again on another occasion only', async () => {
  const again = jeannesEntry({ id: 'entry-3', occasion: 'step-2', state: 'due' });
  await store.leads.change('lead-1', 1, taken({ entries: [again] }));
  expect(await entries()).toEqual(['entry-1', 'entry-3']);
  const twice = taken({
    step: jeannesStep({ id: 'step-3', number: 3 }),
    entries: [{ ...again, id: 'entry-4' }],
  });
  await expect(store.leads.change('lead-1', 2, twice)).rejects.toMatchObject({
    code: 'SQLITE_CONSTRAINT_UNIQUE',
  });
});

it('lists leads youngest first, by state, age and conversation', async () => {
  const later = new Date('2026-03-04T09:00:00.000Z');
  const second = jeannesLead({
    id: 'lead-2',
    reference: 'AAAA-AAAA',
    conversationId: 'conversation-2',
    createdAt: later,
  });
  await store.leads.record(second, 'form-2', jeannesStep({ id: 'other', leadId: 'lead-2' }), [], []);
  await store.leads.change('lead-1', 1, taken());
  const ids = async (filter: Parameters<typeof store.leads.list>[0]) =>
    (await store.leads.list(filter)).map((file) => file.lead.id);
  expect(await ids({})).toEqual(['lead-2', 'lead-1']);
  expect(await ids({ limit: 1 })).toEqual(['lead-2']);
  expect(await ids({ states: ['taken', 'closed'] })).toEqual(['lead-1']);
  expect(await ids({ before: later })).toEqual(['lead-1']);
  expect(await ids({ conversationId: 'conversation-2' })).toEqual(['lead-2']);
  expect((await store.leads.list({ states: ['taken'] }))[0]?.steps).toHaveLength(2);
});

describe('an erased lead', () => {
  const erased = jeannesStep({
    id: 'step-3',
    number: 3,
    kind: 'erased',
    state: 'taken',
    actor: { kind: 'company' },
  });
  const farewell = jeannesEntry({
    id: 'entry-9',
    message: 'erasure',
    occasion: 'step-3',
    state: 'due',
    attempts: 0,
    dueAt: new Date('2026-03-03T09:00:00.000Z'),
  });
  beforeEach(async () => {
    await store.leads.change('lead-1', 1, taken());
    const entry = await store.outbox.claim({ kinds: ['email'], now: time.clock(), leaseMs: 1000 });
    await store.outbox.record(entry!, {
      outcome: { kind: 'delivered', remoteId: 'jeanne.dupont' },
      state: 'delivered',
      dueAt: time.clock(),
      finishedAt: time.clock(),
    });
    await store.leads.erase('lead-1', erased, [farewell]);
  });

  it('is found no more, except by its reference alone', async () => {
    expect(await store.leads.find('lead-1')).toBeUndefined();
    expect(await store.leads.findByReference('ACDE-FGHJ')).toBeUndefined();
    expect(await store.leads.list({})).toEqual([]);
    expect(await store.leads.change('lead-1', 3, taken())).toBe('stale');
    expect(await store.leads.referenceOf('lead-1')).toBe('ACDE-FGHJ');
  });

  it('leaves no personal data in any table', async () => {
    const tables = ['leads', 'lead_steps', 'delivery_attempts'] as const;
    const rows = await Promise.all(tables.map((table) => store.db.selectFrom(table).selectAll().execute()));
    expect(JSON.stringify(rows)).not.toMatch(/Jeanne|jeanne|Dupont|terrain|\+33|Vu|conversation-1|Paul/);
    const left = await store.outbox.of('lead-1');
    expect(left.map(({ id, recipient }) => [id, recipient.email])).toEqual([
      ['entry-1', ''],
      ['entry-9', paulMartin.email],
    ]);
  });

  it('keeps what statistics need', async () => {
    const row = await store.db.selectFrom('leads').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({
      state: 'taken',
      language: 'fr',
      channel_id: 'directline',
      schemes: '["aides-machine"]',
      created_at: '2026-03-02T09:00:00.000Z',
    });
  });

  it('is not made again by the same form, and not erased twice', async () => {
    const again = await store.submit({ submissionId: 'form-1', draft: jeannesLead() });
    expect(again).toEqual({ kind: 'alreadyRecorded', reference: 'ACDE-FGHJ' });
    time.advance(days(1));
    const twice = { ...erased, id: 'step-4', number: 4 };
    await store.leads.erase('lead-1', twice, []);
    expect(await store.db.selectFrom('lead_steps').select('id').orderBy('number').execute()).toHaveLength(3);
  });
});

it('names a lead whose history it cannot read', async () => {
  await sql`update leads set state = 'lost'`.execute(store.db);
  await expect(store.leads.file('lead-1')).rejects.toThrow(/^LEAD_UNREADABLE: the history of lead lead-1 /);
});
