import type { Kysely } from 'kysely';
import { createRelayDispatcher } from '../../src/delivery/relayDispatcher';
import type { DeliveryOutcome } from '../../src/leads/deliveryOutcome';
import { createLiveRelay } from '../../src/leads/liveRelay';
import type { RecipientChat } from '../../src/leads/recipientChat';
import type { Knowledge } from '../../src/knowledge/knowledge';
import { systemIds } from '../../src/shared/ids';
import { minutes, seconds } from '../../src/shared/time';
import { createRecipientChatRepository } from '../../src/storage/recipientChatRepository';
import { createRelayRepository } from '../../src/storage/relayRepository';
import type { Database } from '../../src/storage/schema';
import { openConversation } from '../support/conversation';
import { fakeClock } from '../support/fakeClock';
import { openLeadStore, type LeadStore } from '../support/leadStore';
import { logLines } from '../support/logLines';
import { jeannesLead, paulMartin } from '../support/people';
import { shippedKnowledge } from '../support/shippedKnowledge';
import { tempFolder } from '../support/tempFolder';

const conversationId = 'web-1';
const chat: RecipientChat = {
  recipientId: paulMartin.id,
  userId: 'aad-paul',
  kind: 'personal',
  conversationId: '19:paul',
  reference: '{"to":"paul"}',
  linkedAt: new Date('2026-11-24T08:00:00.000Z'),
};

let store: LeadStore;
let time: ReturnType<typeof fakeClock>;

let present: boolean;
let outcome: DeliveryOutcome;
let visitor: string[];
let paul: string[];
let writingShownTo: string[];
beforeEach(async () => {
  time = fakeClock('2026-11-24T09:00:00.000Z');
  store = await openLeadStore(tempFolder(), time.clock);
  present = true;
  outcome = { kind: 'delivered', remoteId: 'm' };
  visitor = [];
  paul = [];
  writingShownTo = [];
  await createRecipientChatRepository(store.db).link(chat);
  await store.submit({
    submissionId: 's',
    draft: jeannesLead({ channelId: 'directline', conversationId, name: 'Ada Martin' }),
  });
});
afterEach(() => store.db.destroy());

/** The relay as a process has it; another call is another process over the same database. */
function open(db: Kysely<Database> = store.db) {
  const relays = createRelayRepository(db);
  const relay = createLiveRelay({
    relays,
    isPresent: () => present,
    showWriting: async (_, to) => void writingShownTo.push(to),
    nameOf: () => paulMartin.name,
    followLead: store.follow,
    clock: time.clock,
    ids: systemIds,
    wake: () => undefined,
  });
  const dispatcher = createRelayDispatcher({
    relays,
    relay,
    chats: createRecipientChatRepository(db),
    messenger: {
      async post(_, { text }) {
        if (outcome.kind === 'delivered') paul.push(text);
        return outcome;
      },
    },
    toVisitor: async (_, { text }) => void visitor.push(text),
    clock: time.clock,
    log: logLines().log,
  });
  return { relays, relay, dispatcher };
}
const file = async () => (await store.leads.list({}))[0]!;

it('tells both sides who is there, and passes what they write in order', async () => {
  const { relay, dispatcher } = open();
  expect(await relay.start(await file(), chat)).toBe('started');
  await dispatcher.runOnce();
  expect(visitor).toEqual([
    expect.stringContaining(`**${paulMartin.name}** vous répond maintenant en direct`),
  ]);
  expect(paul).toEqual([expect.stringContaining('en direct avec Ada Martin')]);
  for (const text of ['un', 'deux', 'trois'])
    expect(await relay.fromVisitor(conversationId, text)).toBe(true);
  expect(await relay.fromRecipient('aad-paul', 'Bonjour !')).toBe(true);
  await dispatcher.runOnce();
  expect(paul.slice(1)).toEqual(['Ada Martin : un', 'Ada Martin : deux', 'Ada Martin : trois']);
  expect(visitor.slice(1)).toEqual([`**${paulMartin.name}** : Bonjour !`]);
});

it('shows each side that the other is writing, only while the exchange lasts, and breaks no silence with it', async () => {
  const { relay } = open();
  await relay.writing({ conversationId });
  expect(writingShownTo).toEqual([]);
  await relay.start(await file(), chat);
  await relay.writing({ conversationId });
  await relay.writing({ userId: 'aad-paul' });
  await relay.writing({ userId: 'aad-somebody-else' });
  expect(writingShownTo).toEqual(['recipient', 'visitor']);
  time.advance(minutes(9));
  await relay.writing({ conversationId });
  time.advance(minutes(2));
  await relay.watch();
  await relay.writing({ conversationId });
  expect(writingShownTo).toEqual(['recipient', 'visitor', 'recipient']);
});

it.each([
  ['the visitor', (relay: ReturnType<typeof open>['relay']) => relay.fromVisitor(conversationId, 'Terminer')],
  ['the recipient', (relay: ReturnType<typeof open>['relay']) => relay.fromRecipient('aad-paul', 'terminer')],
])('is ended by %s, for both, and kept with the lead', async (_, end) => {
  const { relay, relays, dispatcher } = open();
  await relay.start(await file(), chat);
  await relay.fromVisitor(conversationId, 'Quel est le taux ?');
  await relay.fromRecipient('aad-paul', 'Jusqu’à 70 %.');
  await end(relay);
  await dispatcher.runOnce();
  expect(visitor.at(-1)).toContain('L’assistant vous répond de nouveau');
  expect(paul.at(-1)).toContain('gardé avec la demande');
  expect((await file()).steps.at(-1)).toMatchObject({
    kind: 'noted',
    note: `Échange en direct\nAda Martin : Quel est le taux ?\n${paulMartin.name} : Jusqu’à 70 %.`,
  });
  expect(await relay.fromVisitor(conversationId, 'encore ?')).toBe(false);
  expect(await relay.fromRecipient('aad-paul', 'encore ?')).toBe(false);
  // Nothing of it stays elsewhere.
  expect(await store.db.selectFrom('relay_messages').selectAll().execute()).toEqual([]);
  expect(await relays.ofConversation(conversationId)).toBeUndefined();
});

it('gives the conversation back after ten minutes of silence, not before', async () => {
  const { relay, dispatcher } = open();
  await relay.start(await file(), chat);
  time.advance(minutes(9));
  await relay.fromVisitor(conversationId, 'Vous êtes là ?');
  time.advance(minutes(9));
  await dispatcher.runOnce();
  expect(await relay.fromVisitor(conversationId, 'Allô ?')).toBe(true);
  time.advance(minutes(10));
  await dispatcher.runOnce();
  expect(await relay.fromVisitor(conversationId, 'Allô ?')).toBe(false);
  expect(visitor.at(-1)).toContain('Plus de message depuis dix minutes');
  expect(paul.at(-1)).toContain('Plus de message depuis dix minutes');
});

it('tells the recipient when the visitor leaves the page and returns, not when it is only loaded again', async () => {
  const { relay, dispatcher } = open();
  await relay.start(await file(), chat);
  await dispatcher.runOnce();
  const look = async (later: number) => {
    time.advance(later);
    await dispatcher.runOnce();
    // What a look found is sent at the next one at the latest.
    await dispatcher.runOnce();
    return paul.at(-1);
  };
  present = false;
  await look(0);
  expect(await look(seconds(5))).toContain('en direct avec');
  expect(await look(seconds(20))).toContain('Ada Martin a quitté la page');
  present = true;
  expect(await look(seconds(2))).toContain('Ada Martin est de retour');
});

it('loses nothing when the recipient’s side is down or the process ends, and keeps the order', async () => {
  const before = open();
  await before.relay.start(await file(), chat);
  outcome = { kind: 'retryLater', code: 'DELIVERY_RETRY', detail: 'HTTP 502' };
  for (const text of ['un', 'deux']) await before.relay.fromVisitor(conversationId, text);
  await before.dispatcher.runOnce();
  expect(paul).toEqual([]);
  outcome = { kind: 'delivered', remoteId: 'm' };
  const after = open();
  await after.relay.fromVisitor(conversationId, 'trois');
  for (let pass = 0; pass < 5; pass += 1) {
    time.advance(seconds(61));
    await after.dispatcher.runOnce();
  }
  expect(paul).toEqual([
    expect.stringContaining('en direct'),
    'Ada Martin : un',
    'Ada Martin : deux',
    'Ada Martin : trois',
  ]);
});

it('keeps a long exchange in as many notes as it needs', async () => {
  const { relay } = open();
  await relay.start(await file(), chat);
  for (let n = 0; n < 6; n += 1) await relay.fromVisitor(conversationId, String(n).repeat(900));
  await relay.fromVisitor(conversationId, 'terminer');
  const notes = (await file()).steps.flatMap(({ note }) => note ?? []);
  expect(notes.map((note) => note.split('\n')[0])).toEqual(
    ['(1/3)', '(2/3)', '(3/3)'].map((part) => `Échange en direct ${part}`),
  );
  for (let n = 0; n < 6; n += 1)
    expect(notes.join('').split(String(n)).length - 1).toBeGreaterThanOrEqual(900);
});

it('keeps an exchange that was ended by a process which did not live to write it down', async () => {
  const { relay, relays, dispatcher } = open();
  await relay.start(await file(), chat);
  await relay.fromVisitor(conversationId, 'Quel est le taux ?');
  const { id } = (await relays.ofConversation(conversationId))!;
  await relays.end(id, time.clock(), []);
  await dispatcher.runOnce();
  await dispatcher.runOnce();
  expect((await file()).steps.at(-1)?.note).toContain('Ada Martin : Quel est le taux ?');
  // What waited to be sent still bears the name of who wrote it.
  expect(paul).toContain('Ada Martin : Quel est le taux ?');
  expect(paul.at(-1)).toContain('gardé avec la demande');
  expect(await store.db.selectFrom('relays').selectAll().execute()).toEqual([]);
});

it('does not begin when the visitor has left, came by another way, or either side is taken', async () => {
  const { relay } = open();
  const lead = await file();
  present = false;
  expect(await relay.start(lead, chat)).toBe('away');
  present = true;
  expect(await relay.start({ ...lead, lead: { ...lead.lead, channelId: 'msteams' } }, chat)).toBe('away');
  expect(await relay.start(lead, chat)).toBe('started');
  expect(await relay.start(lead, chat)).toBe('busy');
});

it('silences the assistant on the website until it ends', async () => {
  const knowledge: Knowledge = shippedKnowledge();
  const { relay } = open();
  await relay.start(await file(), chat);
  const { turns } = openConversation({
    db: store.db,
    knowledge,
    ids: systemIds,
    log: logLines().log,
    clock: time.clock,
  });
  expect(await turns.say(conversationId, "C'est quoi le prêt vert ?")).toEqual([]);
  expect(await turns.say('another', "C'est quoi le prêt vert ?")).toHaveLength(1);
  expect(await turns.say(conversationId, 'terminer')).toEqual([]);
  expect(await turns.say(conversationId, "C'est quoi le prêt vert ?")).toHaveLength(1);
});
