import type { FollowOutcome } from '../../src/leads/leadServices';
import type { Actor, LeadOutcome } from '../../src/leads/leadFile';
import type { LeadAct } from '../../src/leads/leadLinks';
import { minutes, seconds } from '../../src/shared/time';
import { fakeClock, type FakeClock } from '../support/fakeClock';
import { openLeadStore, told, type LeadStore } from '../support/leadStore';
import { claireDurand, jeannesDraft, paulMartin } from '../support/people';
import { tempFolder } from '../support/tempFolder';

let store: LeadStore;
let time: FakeClock;
let leadId: string;
beforeEach(async () => {
  time = fakeClock();
  store = await openLeadStore(tempFolder(), time.clock, [paulMartin, claireDurand]);
  await store.submit({ submissionId: 'form-1', draft: jeannesDraft() });
  leadId = (await store.leads.list({}))[0]!.lead.id;
});
afterEach(() => store.db.destroy());

const paul: Actor = { kind: 'recipient', id: 'contact' };
const claire: Actor = { kind: 'recipient', id: 'claire' };
const olga: Actor = { kind: 'recipient', id: 'olga' };
const company: Actor = { kind: 'company' };
const operator: Actor = { kind: 'operator' };

const act = (actor: Actor, what: LeadAct) => store.follow(leadId, actor, what);
const take = (actor: Actor = paul) => act(actor, { kind: 'take' });
const close = (actor: Actor = paul, outcome: LeadOutcome = 'helped', note?: string) =>
  act(actor, { kind: 'close', outcome, note });
/** Why an act was refused, else how it went. */
const answer = async (outcome: Promise<FollowOutcome>) => {
  const said = await outcome;
  return said.kind === 'refused' ? said.because : said.kind;
};
/** Whom the last step tells what, and when. */
const news = async () => {
  const file = await store.leads.file(leadId);
  const last = file?.steps.at(-1)?.id;
  return told((await store.outbox.of(leadId)).filter((entry) => entry.occasion === last));
};

describe('taking', () => {
  it('makes one recipient follow the lead, and tells the company after the undo minute', async () => {
    const outcome = await take();
    expect(outcome).toMatchObject({
      kind: 'done',
      file: { state: 'taken', assigneeId: 'contact', version: 2 },
      undoUntil: new Date(time.clock().getTime() + minutes(1)),
    });
    expect(outcome.kind === 'done' && outcome.file).toEqual(await store.leads.file(leadId));
    const [entry] = (await store.outbox.of(leadId)).filter(({ message }) => message === 'taken');
    expect(entry).toMatchObject({
      kind: 'email',
      recipient: { id: 'company', email: 'jeanne.dupont@example.fr' },
      dueAt: new Date(time.clock().getTime() + minutes(1)),
    });
  });

  it('is done once by a double click', async () => {
    await take();
    expect(await answer(take())).toBe('alreadyDone');
    expect((await store.leads.file(leadId))?.version).toBe(2);
  });

  it('is refused to another while somebody follows it, and to whoever never got it', async () => {
    await take();
    expect(await answer(take(claire))).toBe('takenByOther');
    expect(await answer(close(claire))).toBe('takenByOther');
    expect(await answer(take(olga))).toBe('notYours');
    expect(await answer(take(company))).toBe('notYours');
  });

  it('goes to one of two who take it at the same moment', async () => {
    const outcomes = await Promise.all([answer(take(paul)), answer(take(claire))]);
    expect(outcomes.sort()).toEqual(['done', 'takenByOther']);
  });

  it('tells nobody by mail when the company gave a phone number only', async () => {
    await store.submit({
      submissionId: 'form-2',
      draft: jeannesDraft({ email: undefined, conversationId: 'c2' }),
    });
    leadId = (await store.leads.list({ conversationId: 'c2' }))[0]!.lead.id;
    await take();
    expect(await news()).toEqual([]);
  });
});

describe('declining', () => {
  it('leaves the lead to the others', async () => {
    expect(await act(paul, { kind: 'decline' })).toMatchObject({
      file: { state: 'new', recipientIds: ['claire'] },
    });
    expect(await news()).toEqual([]);
    expect(await answer(take(paul))).toBe('notYours');
  });

  it('sends it to the others again when it had been taken', async () => {
    await take();
    const outcome = await act(paul, { kind: 'decline', note: 'Congés.' });
    expect(outcome).toMatchObject({ file: { state: 'new', assigneeId: undefined } });
    expect(await news()).toEqual(['callSheet claire']);
  });

  it('sends it to the stand-in of last resort when nobody is left', async () => {
    await act(paul, { kind: 'decline' });
    const outcome = await act(claire, { kind: 'decline' });
    expect(outcome).toMatchObject({ file: { recipientIds: ['olga'] } });
    expect(await news()).toEqual(['escalation olga']);
    expect(await answer(take(olga))).toBe('done');
  });

  it('never leaves a lead with nobody: the last resort keeps it, and the operator is told', async () => {
    await act(paul, { kind: 'decline' });
    await act(claire, { kind: 'decline' });
    const outcome = await act(olga, { kind: 'decline' });
    expect(outcome).toMatchObject({ file: { recipientIds: ['olga'] } });
    expect(await news()).toEqual(['alert operator', 'escalation olga']);
  });
});

describe('handing over', () => {
  it('puts the colleague in the place of the actor while nobody follows it', async () => {
    const outcome = await act(paul, { kind: 'handOver', to: 'olga' });
    expect(outcome).toMatchObject({ file: { state: 'new', recipientIds: ['claire', 'olga'] } });
    expect(await news()).toEqual(['callSheet olga']);
  });

  it('makes the colleague follow it when it was taken, and tells the company who calls', async () => {
    await take();
    const outcome = await act(paul, { kind: 'handOver', to: 'olga', note: 'Sa commune.' });
    expect(outcome).toMatchObject({ file: { state: 'taken', assigneeId: 'olga' } });
    expect(await news()).toEqual(['callSheet olga', 'taken company']);
    expect(await answer(act(paul, { kind: 'handOver', to: 'olga' }))).toBe('alreadyDone');
    expect(await answer(close(olga))).toBe('done');
  });

  it('is refused to somebody unknown, and to oneself', async () => {
    await take();
    expect(await answer(act(paul, { kind: 'handOver', to: 'nobody' }))).toBe('unknownRecipient');
    expect(await answer(act(paul, { kind: 'handOver', to: 'contact' }))).toBe('invalid');
  });
});

describe('closing', () => {
  it('writes down how it ended, and tells the company', async () => {
    await take();
    expect(await close()).toMatchObject({ file: { state: 'closed', outcome: 'helped' } });
    expect(await news()).toEqual(['closed company']);
    expect(await answer(close())).toBe('alreadyDone');
    expect(await answer(close(paul, 'unreachable'))).toBe('alreadyClosed');
    expect(await answer(take(claire))).toBe('alreadyClosed');
  });

  it('asks to whom a company was redirected', async () => {
    expect(await answer(close(paul, 'redirected', ' '))).toBe('invalid');
    expect(await answer(close(paul, 'redirected', 'La chambre.'))).toBe('done');
  });

  it('can be done by the operator whoever follows it', async () => {
    await take();
    expect(await answer(close(operator))).toBe('done');
  });

  it('is taken back by reopening it, for whoever followed it', async () => {
    await take();
    await close();
    time.advance(minutes(60));
    const outcome = await act(claire, { kind: 'reopen', note: 'Nouvelle question.' });
    expect(outcome).toMatchObject({ file: { state: 'taken', assigneeId: 'contact', outcome: undefined } });
    expect(await news()).toEqual(['callSheet contact']);
    expect(await answer(act(claire, { kind: 'reopen' }))).toBe('alreadyDone');
  });
});

describe('undoing', () => {
  it('brings everything back within the minute, and nobody is told', async () => {
    const before = await store.leads.file(leadId);
    await take();
    time.advance(seconds(59));
    const outcome = await act(paul, { kind: 'undo' });
    expect(outcome).toMatchObject({ kind: 'done', undoUntil: undefined });
    expect(await store.leads.file(leadId)).toMatchObject({
      state: 'new',
      assigneeId: undefined,
      recipientIds: before?.recipientIds,
      steps: [{ kind: 'recorded' }, { kind: 'taken' }, { kind: 'undone', undoes: 2 }],
    });
    expect(told(await store.outbox.of(leadId))).toEqual([
      'callSheet claire',
      'callSheet contact',
      'receipt company',
    ]);
    expect(await answer(act(paul, { kind: 'undo' }))).toBe('alreadyDone');
    expect(await answer(take())).toBe('done');
  });

  it('gives a declined lead back', async () => {
    await act(paul, { kind: 'decline' });
    expect(await act(paul, { kind: 'undo' })).toMatchObject({
      file: { recipientIds: ['contact', 'claire'] },
    });
  });

  it('gives a reopened lead its outcome back', async () => {
    await close(paul, 'unreachable');
    await act(paul, { kind: 'reopen' });
    expect(await act(paul, { kind: 'undo' })).toMatchObject({
      file: { state: 'closed', outcome: 'unreachable' },
    });
  });

  it('comes too late after the minute, after another’s act, and where nothing was done', async () => {
    expect(await answer(act(paul, { kind: 'undo' }))).toBe('tooLate');
    await take();
    expect(await answer(act(claire, { kind: 'undo' }))).toBe('tooLate');
    time.advance(minutes(1));
    expect(await answer(act(paul, { kind: 'undo' }))).toBe('tooLate');
  });

  it('passes over a note written in between', async () => {
    await take();
    await act(paul, { kind: 'note', note: 'Rappelle demain.' });
    expect(await answer(act(paul, { kind: 'undo' }))).toBe('done');
  });
});

describe('notes', () => {
  it('are kept in every state and tell nobody; an empty or endless one is refused', async () => {
    expect(await answer(act(claire, { kind: 'note', note: ' Vu. ' }))).toBe('done');
    expect(await news()).toEqual([]);
    expect((await store.leads.file(leadId))?.steps.at(-1)).toMatchObject({ kind: 'noted', note: 'Vu.' });
    expect(await answer(act(claire, { kind: 'note', note: 'Vu.' }))).toBe('alreadyDone');
    expect(await answer(act(claire, { kind: 'note', note: ' ' }))).toBe('invalid');
    expect(await answer(act(claire, { kind: 'note', note: 'x'.repeat(2001) }))).toBe('invalid');
  });
});

describe('the company', () => {
  it('withdraws its request, and whoever might call is told', async () => {
    const outcome = await act(company, { kind: 'withdraw' });
    expect(outcome).toMatchObject({ file: { state: 'closed', outcome: 'withdrawn' } });
    expect(JSON.stringify(await news())).toContain('withdrawn');
    expect(await answer(act(company, { kind: 'withdraw' }))).toBe('alreadyDone');
    expect(await answer(act(paul, { kind: 'withdraw' }))).toBe('notYours');
  });

  it('says how it went once it is closed, from 1 to 5', async () => {
    const rate = (rating: number, note?: string) => answer(act(company, { kind: 'rate', rating, note }));
    expect(await rate(5)).toBe('notClosed');
    await close();
    expect([await rate(0), await rate(6), await rate(2.5)]).toEqual(['invalid', 'invalid', 'invalid']);
    expect(await rate(4, 'Merci.')).toBe('done');
    expect(await rate(4, 'Merci.')).toBe('alreadyDone');
    expect(await rate(5)).toBe('done');
    const row = await store.db.selectFrom('leads').select('rating').executeTakeFirstOrThrow();
    expect(row.rating).toBe(5);
  });
});

it('knows no lead of another id', async () => {
  leadId = 'lead-9';
  expect(await answer(take())).toBe('unknownLead');
});
