import { companyKeyOf, searchWords } from '../../src/leads/leadWords';
import type { InboxQuery, InboxScope } from '../../src/leads/leadInbox';
import { createLeadFeed } from '../../src/storage/leadFeedRepository';
import { createLeadInbox } from '../../src/storage/leadInboxRepository';
import { days, minutes } from '../../src/shared/time';
import { fakeClock } from '../support/fakeClock';
import { openLeadStore, type LeadStore } from '../support/leadStore';
import { claireDurand, jeannesDraft, paulMartin } from '../support/people';
import { tempFolder } from '../support/tempFolder';

let store: LeadStore;
let time: ReturnType<typeof fakeClock>;
beforeEach(async () => {
  time = fakeClock('2026-11-24T09:00:00.000Z');
  store = await openLeadStore(tempFolder(), time.clock);
});
afterEach(() => store.db.destroy());

const scope = (changes: Partial<InboxScope> = {}): InboxScope => ({
  recipientId: paulMartin.id,
  all: false,
  waitingSince: new Date(time.clock().getTime() - days(2)),
  ...changes,
});
const query = (changes: Partial<InboxQuery> = {}): InboxQuery => ({
  tab: 'all',
  words: [],
  page: 1,
  pageSize: 25,
  ...changes,
});
const submit = async (id: string, company: string, changes = {}) => {
  const outcome = await store.submit({ submissionId: id, draft: jeannesDraft({ company, ...changes }) });
  time.advance(minutes(1));
  const lead = await store.leads.findByReference(outcome.reference);
  return lead!;
};
const companies = async (changes: Partial<InboxQuery>, seenBy = scope()) =>
  (await createLeadInbox(store.db).list(seenBy, query(changes))).files.map(({ lead }) => lead.company);
const paul = { kind: 'recipient', id: paulMartin.id } as const;

it('puts leads into the drawers that say what waits, and counts them', async () => {
  const [first, second, third] = [
    await submit('1', 'Un'),
    await submit('2', 'Deux'),
    await submit('3', 'Trois'),
  ];
  await submit('4', 'Quatre');
  await store.follow(second.id, paul, { kind: 'take' });
  await store.follow(third.id, paul, { kind: 'take' });
  await store.follow(third.id, paul, { kind: 'close', outcome: 'helped' });
  const inbox = createLeadInbox(store.db);
  expect(await inbox.count(scope())).toEqual({ toTake: 2, mine: 1, waiting: 0, closed: 1, all: 4 });
  // The oldest waits longest.
  expect(await companies({ tab: 'toTake' })).toEqual([first.company, 'Quatre']);
  time.advance(days(3));
  expect(await companies({ tab: 'waiting' })).toEqual(['Deux']);
  await store.follow(second.id, paul, { kind: 'note', note: 'appelé' });
  expect(await companies({ tab: 'waiting' })).toEqual([]);
});

it('shows a recipient their own leads only, and owners all of them', async () => {
  await submit('1', 'À Paul');
  const other = await openLeadStore(tempFolder(), time.clock, [claireDurand]);
  await other.db.destroy();
  expect(await companies({}, scope({ recipientId: claireDurand.id }))).toEqual([]);
  expect(await companies({}, scope({ recipientId: undefined }))).toEqual([]);
  expect(await companies({}, scope({ recipientId: undefined, all: true }))).toEqual(['À Paul']);
});

it.each([
  ['the company, without accents', 'mecanique'],
  ['the person', 'Dupont Jeanne'],
  ['a number as people write it', '123 456 789'],
  ['a SIRET', '12345678900011'],
  ['words of the request', 'terrain'],
  ['a phone number as people write it', '01 23 45 67 89'],
  ['a question of the conversation', 'chat'],
])('finds a lead by %s', async (_, typed) => {
  const found = {
    siren: '123456789',
    siret: '12345678900011',
    name: 'MECANIQUE DUPONT',
    active: true,
  };
  await submit('1', 'Mécanique Dupont', {
    companyLookup: 'found',
    companyFacts: found,
    phone: '+33123456789',
  });
  await submit('2', 'Autre', {
    name: 'Luc Roy',
    email: undefined,
    message: 'rien',
    questions: [],
    phone: '+33223456789',
    companyFacts: undefined,
  });
  expect(await companies({ words: searchWords(typed) })).toEqual(['Mécanique Dupont']);
});

it('takes signs of patterns as they are typed', async () => {
  await submit('1', '100% Bois');
  await submit('2', 'Autre');
  expect(await companies({ words: searchWords('100%') })).toEqual(['100% Bois']);
  expect(await companies({ words: searchWords('_') })).toEqual([]);
});

it('knows a company again by its number, or by its name however it is spelled', async () => {
  const one = await submit('1', 'Forges Dupont S.A.');
  await submit('2', 'FORGES DUPONT SA');
  await submit('3', 'Autre');
  const same = await createLeadInbox(store.db).ofSameCompany(scope(), one.id);
  expect(same.map(({ lead }) => lead.company)).toEqual(['FORGES DUPONT SA']);
  expect(companyKeyOf(one)).toBe('forgesdupontsa');
});

it('makes leads of an earlier release findable, and erased ones never again', async () => {
  const lead = await submit('1', 'Ancienne');
  await store.db.updateTable('leads').set({ search_text: null, company_key: null }).execute();
  expect(await companies({ words: ['ancienne'] })).toEqual([]);
  const inbox = createLeadInbox(store.db);
  expect(await inbox.indexOlder()).toBe(1);
  expect(await inbox.indexOlder()).toBe(0);
  expect(await companies({ words: ['ancienne'] })).toEqual(['Ancienne']);
  const file = await store.leads.file(lead.id);
  const step = { ...file!.steps[0]!, id: 'e', number: 2, kind: 'erased' } as const;
  await store.leads.erase(lead.id, step, []);
  const row = await store.db.selectFrom('leads').select(['search_text', 'company_key']).execute();
  expect(row).toEqual([{ search_text: null, company_key: null }]);
});

it('feeds other programs every change once, and tells them what was erased', async () => {
  const feed = createLeadFeed(store.db);
  const one = await submit('1', 'Un');
  await submit('2', 'Deux');
  const first = await feed.read({ limit: 1 });
  expect(first.items).toMatchObject([{ kind: 'lead', file: { lead: { company: 'Un' } } }]);
  await store.follow(one.id, paul, { kind: 'take' });
  const rest = await feed.read({ after: first.next, limit: 10 });
  expect(rest.items).toMatchObject([
    { file: { lead: { company: 'Deux' } } },
    { file: { lead: { company: 'Un' }, state: 'taken' } },
  ]);
  const file = await store.leads.file(one.id);
  time.advance(minutes(1));
  const step = { ...file!.steps[0]!, id: 'e', number: 3, kind: 'erased', at: time.clock() } as const;
  await store.leads.erase(one.id, step, []);
  const last = await feed.read({ after: rest.next, limit: 10 });
  expect(last.items).toEqual([{ kind: 'erased', reference: one.reference, changedAt: time.clock() }]);
  expect((await feed.read({ after: last.next, limit: 10 })).items).toEqual([]);
});
