import type { Activity } from 'botbuilder-core';
import type { Kysely } from 'kysely';
import { join } from 'node:path';
import type { Incoming } from '../../src/bot/directTurns';
import type { Knowledge } from '../../src/knowledge/knowledge';
import { systemIds } from '../../src/shared/ids';
import { migrateDatabase } from '../../src/storage/migrateDatabase';
import { openDatabase } from '../../src/storage/openDatabase';
import type { Database } from '../../src/storage/schema';
import { cardFaults } from '../support/adaptiveCards';
import { buttonsOf } from '../support/buttons';
import { openConversation } from '../support/conversation';
import { fakeClock } from '../support/fakeClock';
import { logLines } from '../support/logLines';
import { shippedKnowledge } from '../support/shippedKnowledge';
import { tempFolder } from '../support/tempFolder';

const tenant = '3f2504e0-4f89-11d3-9a0c-0305e82c3301';
const bot = { id: '28:assistant', name: 'Assistant' };
const user = { id: '29:ada', name: 'Ada', aadObjectId: 'aad-ada' };

/** An activity as Teams shapes it. */
const fromTeams = (
  of: Partial<Activity>,
  chat: 'personal' | 'groupChat' | 'channel' = 'personal',
): Incoming => ({
  type: 'message',
  from: user,
  recipient: bot,
  conversation: {
    id: `19:${chat}`,
    conversationType: chat,
    isGroup: chat !== 'personal',
    tenantId: tenant,
    name: '',
  },
  channelData: { tenant: { id: tenant } },
  entities: [{ type: 'clientInfo', locale: 'fr-FR', country: 'FR', platform: 'Web' }],
  ...of,
});
const mentioning = (text: string): Partial<Activity> => ({
  text: `<at>Assistant</at> ${text}`,
  entities: [{ type: 'mention', mentioned: bot, text: '<at>Assistant</at>' }],
});

let knowledge: Knowledge;
let db: Kysely<Database>;
beforeAll(() => {
  knowledge = shippedKnowledge();
});
beforeEach(async () => {
  db = openDatabase(join(tempFolder(), 'assistant.db'));
  await migrateDatabase(db);
});
afterEach(() => db.destroy());

function open(allowedTenants: readonly string[] = []) {
  const { clock } = fakeClock('2026-11-24T09:00:00.000Z');
  const log = logLines().log;
  const { turns } = openConversation({
    db,
    knowledge,
    clock,
    ids: systemIds,
    log,
    channel: 'msteams',
    allowedTenants,
  });
  return (activity: Incoming) => turns.send(activity.conversation?.id ?? '', activity);
}
const question = 'Quelles sont les priorités du programme ?';

describe('a personal chat', () => {
  it('is greeted once, when the assistant is installed, in the language chosen in Teams', async () => {
    const send = open();
    const english = { locale: 'en-GB' };
    const installed = await send(fromTeams({ type: 'installationUpdate', action: 'add', ...english }));
    expect(installed).toHaveLength(1);
    expect(installed[0]?.text).toContain('automatic assistant');
    const added = { type: 'conversationUpdate', membersAdded: [bot, user], ...english } as Partial<Activity>;
    expect(await send(fromTeams(added))).toEqual([]);
  });

  it('is told who answers, when it begins with a question', async () => {
    const send = open();
    const [first] = await send(fromTeams({ text: question }));
    expect(first?.text).toMatch(/^Je suis l'assistant automatique.*un robot/);
    const [second] = await send(fromTeams({ text: question }));
    expect(second?.text).not.toContain('un robot');
  });

  it('has its buttons in a card, whose press says their words', async () => {
    const send = open();
    const [reply] = await send(fromTeams({ text: question }));
    expect(reply?.suggestedActions).toBeUndefined();
    const button = buttonsOf(reply).find(({ title }) => title === 'Être rappelé')!;
    const [form] = await send(fromTeams({ value: { verb: 'says', says: button.value } }));
    expect(form?.text).toContain('d’accord');
  });

  it('reads words as they were typed', async () => {
    const send = open();
    const [reply] = await send(fromTeams({ text: 'C&#39;est quoi le pr&ecirc;t vert&nbsp;?' }));
    expect(reply?.text).toContain('Prêt Vert de Bpifrance');
  });

  it('gets a new answer when the last question is edited, and none for an older one', async () => {
    const send = open();
    await send(fromTeams({ id: 'm1', text: question }));
    await send(fromTeams({ id: 'm2', text: "C'est quoi le prêt vert ?" }));
    const edited = {
      type: 'messageUpdate',
      channelData: { tenant: { id: tenant }, eventType: 'editMessage' },
    };
    expect(await send(fromTeams({ ...edited, id: 'm1', text: 'Qui est le chef de projet ?' }))).toEqual([]);
    const [again] = await send(fromTeams({ ...edited, id: 'm2', text: "C'est quoi DECARB FLASH ?" }));
    expect(again?.text).toMatch(/^Vous avez modifié votre question.*\n\n.*DECARB FLASH/s);
  });

  it('forgets a question that is deleted', async () => {
    const send = open();
    await send(fromTeams({ id: 'm1', text: "C'est quoi DECARB FLASH ?" }));
    const deleted = {
      type: 'messageDelete',
      id: 'm1',
      channelData: { tenant: { id: tenant }, eventType: 'softDeleteMessage' },
    };
    expect(await send(fromTeams(deleted))).toEqual([]);
    const [reply] = await send(fromTeams({ text: 'en savoir plus' }));
    expect(reply?.text).not.toContain('EU-ETS');
  });
});

describe.each(['groupChat', 'channel'] as const)('a %s', (chat) => {
  it('is answered only when it mentions the assistant, without the mention in the question', async () => {
    const send = open();
    expect(await send(fromTeams({ text: question }, chat))).toEqual([]);
    const [reply] = await send(fromTeams(mentioning(question), chat));
    expect(reply?.text).toContain('Source');
    const [press] = await send(fromTeams({ value: { verb: 'says', says: 'Être rappelé' } }, chat));
    expect(press?.text).toContain('d’accord');
  });

  it('is greeted when the assistant joins, and not whenever anybody does', async () => {
    const send = open();
    const joins = (who: object) =>
      fromTeams({ type: 'conversationUpdate', membersAdded: [who] } as Partial<Activity>, chat);
    expect(await send(joins(user))).toEqual([]);
    expect(await send(joins(bot))).toHaveLength(1);
  });
});

describe('a search from any chat', () => {
  const search = (words: string, of: Partial<Activity> = {}) =>
    fromTeams({
      type: 'invoke',
      name: 'composeExtension/query',
      value: {
        commandId: 'search',
        parameters: [{ name: words ? 'query' : 'initialRun', value: words || 'true' }],
      },
      ...of,
    });
  interface Results {
    status: number;
    body?: {
      composeExtension: { attachments: { content: object; preview: { content: { title: string } } }[] };
    };
  }
  const resultOf = ([activity]: Partial<Activity>[]) => activity?.value as Results;

  it('finds pages, each with its source, as cards that can be passed on', async () => {
    const send = open();
    const { status, body } = resultOf(await send(search('prêt vert')));
    expect(status).toBe(200);
    const [first] = body!.composeExtension.attachments;
    expect(first?.preview.content.title).toContain('Prêt Vert');
    expect(JSON.stringify(first?.content)).toContain('Source');
    for (const { content } of body!.composeExtension.attachments) expect(cardFaults(content)).toEqual([]);
  });

  it('proposes what is usually asked before anything is typed, and speaks the user’s language', async () => {
    const { body } = resultOf(await open()(search('', { locale: 'en-GB' })));
    expect(body!.composeExtension.attachments.map(({ preview }) => preview.content.title)).toContain(
      "What is the Territoires d'industrie programme for?",
    );
  });

  it.each([
    ['composeExtension/query', { commandId: 'other' }, 400],
    ['task/fetch', {}, 400],
    ['task/submit', {}, 400],
    ['fileConsent/invoke', {}, 501],
    ['adaptiveCard/action', { action: { verb: 'other' } }, 400],
  ])('refuses what it does not know: %s', async (name, value, status) => {
    expect(resultOf(await open()(fromTeams({ type: 'invoke', name, value }))).status).toBe(status);
  });
});

describe('a correction of a page', () => {
  const invoke = (name: string, data: object) => fromTeams({ type: 'invoke', name, value: { data } });
  interface Task {
    readonly body: {
      readonly task: { readonly type: string; readonly value: string & { card: { content: object } } };
    };
  }
  const taskOf = ([activity]: Partial<Activity>[]) => (activity?.value as Task).body.task;
  const letters = () => db.selectFrom('letters').select(['recipient', 'content']).execute();

  it('is proposed in a dialog, and waits as a mail to the project lead before anybody is thanked', async () => {
    const send = open();
    const form = taskOf(
      await send(invoke('task/fetch', { pageId: 'programme/but', title: 'But du programme' })),
    );
    expect(form.type).toBe('continue');
    expect(cardFaults(form.value.card.content)).toEqual([]);
    const thanks = taskOf(
      await send(invoke('task/submit', { pageId: 'programme/but', correction: 'La date a changé.' })),
    );
    expect(thanks).toEqual({ type: 'message', value: expect.stringContaining('Merci') as string });
    const [letter] = await letters();
    expect(letter?.content).toContain('La date a changé.');
    expect(letter?.recipient).toContain(knowledge.corpus.contact.email);
  });

  it.each([
    ['of no page', { pageId: 'nowhere/none', correction: 'x' }, 'n’existe plus'],
    ['without words', { pageId: 'programme/but', correction: ' ' }, 'Il manque'],
    ['of endless words', { pageId: 'programme/but', correction: 'x'.repeat(1001) }, 'trop longue'],
  ])('%s is not sent, and the proposer is told', async (_, data, sentence) => {
    expect(taskOf(await open()(invoke('task/submit', data))).value).toContain(sentence);
    expect(await letters()).toEqual([]);
  });
});

describe('with a list of organisations', () => {
  it.each([
    ['a search', 'composeExtension/query', { commandId: 'search' }],
    [
      'a press on a lead’s card',
      'adaptiveCard/action',
      { action: { verb: 'take', data: { leadId: 'l', version: 1 } } },
    ],
    ['a correction', 'task/submit', { data: { pageId: 'programme/but', correction: 'x' } }],
  ])('refuses %s from another one', async (_, name, value) => {
    const channelData = { tenant: { id: '00000000-0000-4000-8000-000000000000' } };
    const [answer] = await open([tenant])(fromTeams({ type: 'invoke', name, value, channelData }));
    expect(answer?.value).toEqual({ status: 403 });
    expect(await db.selectFrom('letters').selectAll().execute()).toEqual([]);
  });

  it('answers theirs', async () => {
    const [reply] = await open([tenant])(fromTeams({ text: question }));
    expect(reply?.text).toContain('Source');
  });

  it.each([
    ['another', { tenant: { id: '00000000-0000-4000-8000-000000000000' } }],
    ['one that is not told', {}],
  ])('tells %s kindly, and keeps nothing', async (_, channelData) => {
    const send = open([tenant]);
    const conversation = { id: '19:foreign', conversationType: 'personal', isGroup: false, name: '' };
    const [reply] = await send(fromTeams({ text: question, channelData, conversation }));
    expect(reply?.text).toContain("n'est pas ouvert à votre organisation");
    expect(
      await send(fromTeams({ type: 'conversationUpdate', membersAdded: [bot], channelData, conversation })),
    ).toEqual([]);
    expect(await db.selectFrom('questions').selectAll().execute()).toEqual([]);
  });
});
