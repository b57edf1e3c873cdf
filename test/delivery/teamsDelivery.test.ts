import { createTeamsMessenger } from '../../src/bot/teams/messenger';
import { createDispatcher } from '../../src/delivery/dispatcher';
import { createLeadCardActs } from '../../src/delivery/teams/leadCardActs';
import { createSearchLeads } from '../../src/delivery/teams/leadSearch';
import { createTeamsDelivery } from '../../src/delivery/teams/teamsDelivery';
import { createEraseLead } from '../../src/leads/eraseLead';
import { createFollowLead, undoMs } from '../../src/leads/followLead';
import type { RecipientChat } from '../../src/leads/recipientChat';
import { createSubmitLead } from '../../src/leads/submitLead';
import { systemIds } from '../../src/shared/ids';
import { hours, minutes, seconds } from '../../src/shared/time';
import { createRecipientChatRepository } from '../../src/storage/recipientChatRepository';
import { fakeClock } from '../support/fakeClock';
import {
  escalationRecipient,
  openLeadStore,
  recipient,
  recipients,
  type LeadStore,
} from '../support/leadStore';
import { logLines } from '../support/logLines';
import { claireDurand, jeannesLead, paulMartin } from '../support/people';
import { tempFolder } from '../support/tempFolder';
import { startTeamsConnector, type TeamsConnector } from '../support/teamsConnector';

/** Short, since one of these tests has the channel hang. */
const limitMs = 250;

let teams: TeamsConnector;
let store: LeadStore;
let time: ReturnType<typeof fakeClock>;
let log: ReturnType<typeof logLines>;
beforeAll(async () => {
  teams = await startTeamsConnector();
});
afterAll(() => teams.close());
beforeEach(async () => {
  teams.behave(() => 'takes');
  teams.messages.length = 0;
  time = fakeClock('2026-11-24T09:00:00.000Z');
  log = logLines();
  store = await openLeadStore(tempFolder(), time.clock);
});
afterEach(() => store.db.destroy());

/** The lead's way with Teams alone, so that only its entries are there. */
function open() {
  const chats = createRecipientChatRepository(store.db);
  const common = {
    leads: store.leads,
    clock: time.clock,
    ids: systemIds,
    recipient,
    escalationRecipient,
    ways: () => ['teams'] as const,
  };
  const cards = {
    links: {
      recipient: () => 'https://example.org/fiche/X',
      company: () => 'https://example.org/demande/X',
      read: () => undefined,
    },
    contactOf: (id: string | undefined) => ({
      ...(recipient(id ?? '') ?? paulMartin),
      role: { fr: '', en: '' },
    }),
    recipients: () => recipients,
    undoMs,
    titleOf: () => undefined,
    schemeOf: () => undefined,
  };
  const cardHolders = async (leadId: string) =>
    (await chats.holders(leadId)).flatMap((id) => recipient(id) ?? []);
  const followLead = createFollowLead({ ...common, cardHolders });
  const submit = createSubmitLead({
    ...common,
    repository: store.leads,
    recipients: () => [paulMartin, claireDurand],
  });
  const delivery = createTeamsDelivery({
    ...cards,
    chats,
    clock: time.clock,
    messenger: createTeamsMessenger(undefined, limitMs),
    programme: { fr: 'Essai', en: 'Trial' },
    promiseDays: 2,
  });
  const dispatcher = createDispatcher({
    outbox: store.outbox,
    leads: store.leads,
    deliveries: [delivery],
    clock: time.clock,
    log: log.log,
    random: () => 0.5,
  });
  const link = (recipientId: string, kind: RecipientChat['kind'] = 'personal') => {
    const conversation = { id: `19:${recipientId}`, conversationType: kind, isGroup: kind !== 'personal' };
    const reference = { serviceUrl: teams.url, channelId: 'msteams', bot: { id: '28:us' }, conversation };
    return chats.link({
      recipientId,
      userId: `aad-${recipientId}`,
      kind,
      conversationId: conversation.id,
      reference: JSON.stringify(reference),
      linkedAt: time.clock(),
    });
  };
  return {
    chats,
    erase: createEraseLead({ ...common, cardHolders }),
    dispatcher,
    followLead,
    submit,
    link,
    act: createLeadCardActs({
      ...cards,
      chats,
      leads: store.leads,
      followLead,
      relay: { start: async () => 'away' },
      clock: time.clock,
    }),
  };
}
/** Without an e-mail address, so that there is no receipt, which goes by mail. */
const draft = () =>
  jeannesLead({
    company: 'Forges *Dupont* [ici](https://evil.example)',
    email: undefined,
    phone: '+33123456789',
  });
const leadIdOf = async () => (await store.leads.list({}))[0]!.lead.id;
const cardTextOf = (message: TeamsConnector['messages'][number]) =>
  JSON.stringify(message.activity.attachments?.[0]?.content);
const passes = async (dispatcher: ReturnType<typeof open>['dispatcher'], count: number, step: number) => {
  for (let pass = 0; pass < count; pass += 1) {
    await dispatcher.runOnce();
    time.advance(step);
  }
};

/** More than enough for every wait between two attempts that a test provokes. */
const mostPasses = 60;
async function untilNothingWaits(dispatcher: ReturnType<typeof open>['dispatcher']) {
  for (let pass = 0; pass < mostPasses; pass += 1) {
    await dispatcher.runOnce();
    if ((await dispatcher.stats()).waiting === 0) return;
    time.advance(minutes(20));
  }
  throw new Error('something still waits in the outbox');
}

describe('a lead in Teams', () => {
  it('is one card for each recipient, updated in place for all at each step, with a line for who did not do it', async () => {
    const { dispatcher, submit, link, act } = open();
    await link('paul');
    await link(claireDurand.id, 'channel');
    await link(paulMartin.id);
    await submit({ submissionId: 's1', draft: draft() });
    await dispatcher.runOnce();
    expect(teams.messages).toHaveLength(2);
    const [first] = teams.messages;
    expect(cardTextOf(first!)).toContain('Personne n’a encore pris cette demande');
    expect(first!.activity.summary).toContain('Nouvelle demande');
    // Words of the visitor are no Markdown: no block of the card reads it.
    expect(cardTextOf(first!)).not.toContain('"TextBlock"');

    const leadId = await leadIdOf();
    const answer = await act({ userId: `aad-${paulMartin.id}`, leadId, sent: { leadId, kind: 'take' } });
    expect(JSON.stringify(answer)).toContain(`${paulMartin.name} s’occupe de cette demande`);
    await dispatcher.runOnce();
    const cards = teams.messages.filter((message) => message.activity.attachments);
    expect(cards.map(({ updates }) => updates)).toEqual([1, 1]);
    for (const card of cards)
      expect(cardTextOf(card)).toContain(`${paulMartin.name} s’occupe de cette demande`);
    const lines = teams.messages.filter((message) => !message.activity.attachments);
    expect(lines.map(({ activity }) => activity.text)).toEqual([`Prise par ${paulMartin.name}`]);
    // In a channel the line stands in the card's thread.
    const inChannel = cards.find(({ conversationId }) => conversationId === `19:${claireDurand.id}`)!;
    expect(lines[0]!.conversationId).toBe(`19:${claireDurand.id};messageid=${inChannel.id}`);
  });

  it('gives a room no link that lets everybody there act', async () => {
    const { dispatcher, submit, link } = open();
    await link(paulMartin.id);
    await link(claireDurand.id, 'channel');
    await submit({ submissionId: 's1', draft: draft() });
    await dispatcher.runOnce();
    const links = teams.messages.map((message) => [
      message.conversationId,
      cardTextOf(message).includes('/fiche/X'),
    ]);
    expect(Object.fromEntries(links)).toEqual({
      [`19:${paulMartin.id}`]: true,
      [`19:${claireDurand.id}`]: false,
    });
  });

  it('is acted on once by a double click, and an old card shows how it stands', async () => {
    const { dispatcher, submit, link, act } = open();
    await link(paulMartin.id);
    await link(claireDurand.id);
    await submit({ submissionId: 's1', draft: draft() });
    await dispatcher.runOnce();
    const leadId = await leadIdOf();
    const take = (id: string) => act({ userId: `aad-${id}`, leadId, sent: { leadId, kind: 'take' } });
    await Promise.all([take(paulMartin.id), take(paulMartin.id)]);
    const file = await store.leads.file(leadId);
    expect(file!.steps.filter(({ kind }) => kind === 'taken')).toHaveLength(1);
    const late = await take(claireDurand.id);
    expect(late.kind).toBe('card');
    expect(JSON.stringify(late)).toContain('Quelqu’un d’autre a déjà pris cette demande');
    expect(JSON.stringify(late)).toContain(`${paulMartin.name} s’occupe`);
  });

  it.each([
    [
      'somebody who is linked to no recipient',
      'aad-stranger',
      { kind: 'take' },
      'relié à aucun destinataire',
    ],
    ['somebody without an account', '', { kind: 'take' }, 'relié à aucun destinataire'],
    ['an act that does not exist', `aad-${paulMartin.id}`, { kind: 'erase' }, 'Il manque une réponse'],
    ['a closing without its outcome', `aad-${paulMartin.id}`, { kind: 'close' }, 'Il manque une réponse'],
  ])('refuses %s, and changes nothing', async (_, userId, sent, sentence) => {
    const { submit, link, act } = open();
    await link(paulMartin.id);
    await submit({ submissionId: 's1', draft: draft() });
    const leadId = await leadIdOf();
    const answer = await act({ userId, leadId, sent: { ...sent, leadId } });
    expect(answer).toEqual({ kind: 'message', text: expect.stringContaining(sentence) as string });
    expect((await store.leads.file(leadId))!.version).toBe(1);
  });

  it('refuses a recipient of other leads kindly, and shows them nothing', async () => {
    const { submit, link, act } = open();
    await link('olga');
    await submit({ submissionId: 's1', draft: draft() });
    const leadId = await leadIdOf();
    const answer = await act({ userId: 'aad-olga', leadId, sent: { leadId, kind: 'take' } });
    expect(answer).toMatchObject({ kind: 'message' });
    expect(JSON.stringify(answer)).not.toContain('Dupont');
  });

  it.each([
    ['the operator erases it', { kind: 'operator' as const }],
    ['its time is up', { kind: 'system' as const }],
  ])('loses its card’s content when %s', async (_, actor) => {
    const { dispatcher, submit, link, chats, erase } = open();
    await link(paulMartin.id);
    await submit({ submissionId: 's1', draft: draft() });
    await dispatcher.runOnce();
    const leadId = await leadIdOf();
    await erase((await store.leads.file(leadId))!, actor, time.clock());
    await dispatcher.runOnce();
    expect(cardTextOf(teams.messages[0]!)).toContain('données effacées');
    expect(cardTextOf(teams.messages[0]!)).not.toContain('Dupont');
    expect(await chats.holders(leadId)).toEqual([]);
  });

  it('fits in a message of Teams however long the visitor’s words are', async () => {
    const { dispatcher, submit, link } = open();
    await link(paulMartin.id);
    const questions = Array.from({ length: 12 }, () => ({ question: 'é'.repeat(4000) }));
    await submit({ submissionId: 's1', draft: { ...draft(), message: 'à'.repeat(2000), questions } });
    await dispatcher.runOnce();
    expect(Buffer.byteLength(JSON.stringify(teams.messages[0]!.activity))).toBeLessThan(28_000);
    expect(cardTextOf(teams.messages[0]!)).toContain('La suite est dans la fiche');
  });
});

describe('who asked in Teams', () => {
  const asker = {
    serviceUrl: '',
    channelId: 'msteams',
    bot: { id: '28:us' },
    conversation: { id: '19:ada', conversationType: 'personal' },
  };
  const asked = () => ({ ...draft(), chat: JSON.stringify({ ...asker, serviceUrl: teams.url }) });

  it('is told there that somebody took the request, after the undo minute, and how it ended', async () => {
    const { dispatcher, submit, link, act } = open();
    await link(paulMartin.id);
    await submit({ submissionId: 's1', draft: asked() });
    const leadId = await leadIdOf();
    const press = (sent: object) =>
      act({ userId: `aad-${paulMartin.id}`, leadId, sent: { ...sent, leadId } });
    await press({ kind: 'take' });
    await dispatcher.runOnce();
    const told = () =>
      teams.messages
        .filter(({ conversationId }) => conversationId === '19:ada')
        .map(({ activity }) => activity.text);
    expect(told()).toEqual([]);
    time.advance(minutes(2));
    await dispatcher.runOnce();
    expect(told()).toEqual([expect.stringContaining(paulMartin.name)]);
    expect(told()[0]).toContain('https://example.org/demande/X');
    await press({ kind: 'close', outcome: 'helped' });
    time.advance(minutes(2));
    await dispatcher.runOnce();
    expect(told()).toHaveLength(2);
  });
});

describe('a search for leads', () => {
  it('finds a recipient’s own by company, reference or place, without a way to reach anybody', async () => {
    const { submit, link, chats } = open();
    await link(paulMartin.id);
    await link('olga');
    await submit({ submissionId: 's1', draft: draft() });
    const search = createSearchLeads({
      leads: store.leads,
      chats,
      contactOf: () => ({ ...paulMartin, role: { fr: '', en: '' } }),
    });
    const [found] = await search(`aad-${paulMartin.id}`, 'dupont');
    expect(found?.title).toContain('Forges');
    expect(JSON.stringify(found)).not.toContain('123456789');
    expect(await search(`aad-${paulMartin.id}`, 'somebody else')).toEqual([]);
    expect(await search('aad-olga', 'dupont')).toEqual([]);
    expect(await search('aad-stranger', '')).toEqual([]);
  });
});

describe('trouble with Teams', () => {
  it('brings each of 100 leads exactly one card through 429, 412, 502 and silence', async () => {
    const { dispatcher, submit, link } = open();
    await link(paulMartin.id);
    const trouble = [{ status: 429, retryAfter: 7 }, { status: 412 }, 'hangs', { status: 502 }] as const;
    // Every second request fails, each time in another way.
    teams.behave((_, count) => (count % 2 === 0 ? trouble[(count / 2) % trouble.length]! : 'takes'));
    for (let n = 0; n < 100; n += 1) await submit({ submissionId: `s${n}`, draft: draft() });
    await untilNothingWaits(dispatcher);
    const paul = teams.messages.map(cardTextOf);
    expect(paul).toHaveLength(100);
    const references = paul.map((card) => /Demande (\w{4}-\w{4})/.exec(card)?.[1]);
    expect(new Set(references).size).toBe(100);
    // Claire has no chat: each of hers says why not.
    const rows = await store.db.selectFrom('outbox_entries').select(['recipient_id', 'state']).execute();
    const states = (id: string) => [
      ...new Set(rows.filter((row) => row.recipient_id === id).map(({ state }) => state)),
    ];
    expect(states(paulMartin.id)).toEqual(['delivered']);
    expect(states(claireDurand.id)).toEqual(['refused']);
  }, 60_000);

  it('waits as long as Teams asks', async () => {
    const { dispatcher, submit, link } = open();
    await link(paulMartin.id);
    teams.behave((_, count) => (count === 0 ? { status: 429, retryAfter: 3600 } : 'takes'));
    await submit({ submissionId: 's1', draft: draft() });
    await passes(dispatcher, 3, minutes(15));
    expect(teams.messages).toEqual([]);
    time.advance(hours(1));
    await dispatcher.runOnce();
    expect(teams.messages).toHaveLength(1);
  });

  it.each([
    [403, 'BOT_REMOVED'],
    [404, 'CHAT_GONE'],
  ])('%i is for good, and is told as %s', async (status, detail) => {
    const { dispatcher, submit, link } = open();
    await link(paulMartin.id);
    teams.behave(() => ({ status }));
    await submit({ submissionId: 's1', draft: draft() });
    await dispatcher.runOnce();
    const attempts = await store.db.selectFrom('delivery_attempts').select('detail').execute();
    expect(attempts.map((attempt) => attempt.detail)).toContain(detail);
    const before = teams.requests();
    await passes(dispatcher, 2, seconds(60));
    expect(teams.requests()).toBe(before);
  });
});
