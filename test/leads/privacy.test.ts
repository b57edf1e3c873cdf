import { createPersonalData } from '../../src/leads/personalData';
import { createRetention } from '../../src/leads/retention';
import { createVisitorPrivacy } from '../../src/leads/visitorPrivacy';
import { createWatchPrivacy } from '../../src/notices/watchPrivacy';
import { systemIds } from '../../src/shared/ids';
import { createConversationTraces } from '../../src/storage/conversationTraces';
import { createQuestionRepository } from '../../src/storage/questionRepository';
import { createWatchRepository } from '../../src/storage/watchRepository';
import { fakeClock, type FakeClock } from '../support/fakeClock';
import { openLeadStore, recipient, told, type LeadStore } from '../support/leadStore';
import { jeannesDraft } from '../support/people';
import { tempFolder } from '../support/tempFolder';

let store: LeadStore;
let time: FakeClock;
beforeEach(async () => {
  time = fakeClock();
  store = await openLeadStore(tempFolder(), time.clock);
  await createQuestionRepository(store.db).record({
    id: 'q1',
    at: time.clock(),
    language: 'fr',
    question: 'Quelles aides ?',
    end: 'answered',
    terms: [],
    conversationId: 'conversation-1',
  });
});
afterEach(() => store.db.destroy());

const deps = () => ({
  leads: store.leads,
  traces: createConversationTraces(store.db),
  watches: createWatchPrivacy({
    watches: createWatchRepository(store.db),
    forgetCopies: async () => undefined,
    clock: time.clock,
    keptDays: 365,
  }),
  clock: time.clock,
  ids: systemIds,
  recipient,
});
async function submit(n: number, changes = {}) {
  const { reference } = await store.submit({ submissionId: `form-${n}`, draft: jeannesDraft(changes) });
  const lead = await store.leads.findByReference(reference);
  return { reference, id: lead!.id };
}
const news = async (leadId: string) => told(await store.outbox.of(leadId));

describe('a visitor', () => {
  it('sees what is kept of the conversation, and only of it', async () => {
    const { reference } = await submit(1);
    await submit(2, { conversationId: 'conversation-2' });
    const data = await createVisitorPrivacy(deps()).of('conversation-1');
    expect(data.questions).toBe(1);
    expect(data.leads.map((file) => file.lead.reference)).toEqual([reference]);
  });

  it('has it all erased, with a dated receipt; whoever got the lead is asked to delete the mail', async () => {
    const { reference, id } = await submit(1);
    await store.follow(id, { kind: 'recipient', id: 'contact' }, { kind: 'handOver', to: 'claire' });
    const other = await submit(2, { conversationId: 'conversation-2' });
    const privacy = createVisitorPrivacy(deps());
    expect(await privacy.erase('conversation-1')).toEqual({
      at: time.clock(),
      questions: 1,
      watches: 0,
      references: [reference],
    });
    expect(await privacy.of('conversation-1')).toEqual({ questions: 0, watches: 0, leads: [] });
    expect(await news(id)).toEqual(['erasure claire', 'erasure contact']);
    expect(await store.leads.find(other.id)).toBeDefined();
  });
});

describe('an operator who is asked in writing', () => {
  it.each(['JEANNE.dupont@example.fr', '01.23.45.67.89'])('finds and erases by %s', async (contact) => {
    const { reference } = await submit(1);
    const other = await submit(2, {
      conversationId: 'conversation-2',
      email: 'paul@example.fr',
      phone: '+33612345678',
    });
    const data = createPersonalData(deps());
    expect((await data.find({ kind: 'contact', contact })).map((file) => file.lead.reference)).toEqual([
      reference,
    ]);
    const receipt = await data.erase({ kind: 'contact', contact });
    expect(receipt).toEqual({ at: time.clock(), questions: 1, watches: 0, references: [reference] });
    expect(await data.find({ kind: 'contact', contact })).toEqual([]);
    expect(await store.leads.find(other.id)).toBeDefined();
  });

  it('finds by reference, and nothing by words that are no contact', async () => {
    const { reference } = await submit(1);
    const data = createPersonalData(deps());
    const typed = reference.toLowerCase();
    expect(await data.find({ kind: 'reference', reference: typed })).toHaveLength(1);
    expect(await data.find({ kind: 'contact', contact: 'Dupont' })).toEqual([]);
  });
});

describe('retention', () => {
  const on = (day: string) => createRetention(deps()).runOnce(new Date(`${day}T10:00:00.000Z`));

  it('erases what was closed 24 months ago, without a word to anyone', async () => {
    const { id } = await submit(1);
    await store.follow(id, { kind: 'operator' }, { kind: 'close', outcome: 'helped' });
    expect(await on('2028-03-01')).toBe(0);
    expect(await on('2028-03-03')).toBe(1);
    expect(await store.leads.find(id)).toBeUndefined();
    expect(await on('2028-03-03')).toBe(0);
    expect(await news(id)).not.toContain('erasure contact');
  });

  it('counts from the last closing, and not from the first', async () => {
    const { id } = await submit(1);
    const recipientsAct = { kind: 'recipient', id: 'contact' } as const;
    await store.follow(id, recipientsAct, { kind: 'close', outcome: 'helped' });
    await store.follow(id, recipientsAct, { kind: 'reopen' });
    time.advance(366 * 86_400_000);
    await store.follow(id, recipientsAct, { kind: 'close', outcome: 'unreachable' });
    expect(await on('2028-03-03')).toBe(0);
    expect(await on('2029-03-05')).toBe(1);
  });

  it('erases after 36 months what was never closed', async () => {
    const { id } = await submit(1);
    expect(await on('2029-03-01')).toBe(0);
    expect(await on('2029-03-03')).toBe(1);
    expect(await store.leads.find(id)).toBeUndefined();
  });
});
