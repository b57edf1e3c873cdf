import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Activity } from 'botbuilder-core';
import { sql, type Kysely } from 'kysely';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import type { Knowledge } from '../../src/knowledge/knowledge';
import { systemIds, type Ids } from '../../src/shared/ids';
import { minutes } from '../../src/shared/time';
import { createLeadRepository } from '../../src/storage/leadRepository';
import { migrateDatabase } from '../../src/storage/migrateDatabase';
import { openDatabase } from '../../src/storage/openDatabase';
import { createQuestionRepository } from '../../src/storage/questionRepository';
import type { Database } from '../../src/storage/schema';
import { cardFaults } from '../support/adaptiveCards';
import { buttonsOf, isButtons } from '../support/buttons';
import { openConversation } from '../support/conversation';
import { fakeClock } from '../support/fakeClock';
import { logLines } from '../support/logLines';
import { shippedKnowledge } from '../support/shippedKnowledge';
import { tempFolder } from '../support/tempFolder';

const texts = z.array(z.string()).default([]);
const someone = z.string().default('the visitor');
const turnSchema = z.union([
  /** Says it, `times` times in one message. */
  z.strictObject({ visitor: z.string(), times: z.number().default(1), as: someone }),
  /** Presses the button of this title under the assistant's last message. */
  z.strictObject({ press: z.string(), as: someone }),
  /** Opens the page, in this locale. */
  z.strictObject({ joins: z.string(), as: someone }),
  /** Fills in fields of the card in the assistant's last message and sends it. */
  z.strictObject({ fills: z.record(z.string(), z.string()), as: someone }),
  /** The contact acts on the lead of this reference. */
  z.strictObject({ contact: z.enum(['takes', 'closes']), lead: z.string() }),
  /** What the one message that answers says, suggests as buttons, and must not say. */
  z.strictObject({
    /** `card`: what stands in the card; without it there must be none. `neverSuggests`: buttons. */
    bot: z.strictObject({ says: texts, suggests: texts, neverSuggests: texts, never: texts, card: texts }),
  }),
]);
const storySchema = z.strictObject({
  story: z.string(),
  given: z
    .strictObject({
      database: z.literal('refuses').optional(),
      /** The registry of companies: there by default; `down` does not answer, `off` is switched off. */
      registry: z.enum(['up', 'down', 'off']).default('up'),
      /** Where it takes place, in the Bot Framework's words; the website by default. */
      channel: z.string().default('directline'),
    })
    .prefault({}),
  turns: z.array(turnSchema),
  /** Leads by their reference's order, field by field; codes of the log's lines; questions kept for editors, and what must not stand there. */
  then: z
    .strictObject({
      leads: z.array(z.record(z.string(), z.unknown())).default([]),
      log: z.array(z.string()).default([]),
      kept: z.array(z.strictObject({ page: z.string(), useful: z.boolean().optional() })).default([]),
      neverKept: texts,
    })
    .prefault({}),
});
type Story = z.infer<typeof storySchema>;

const folder = join(__dirname, '../transcripts');
const stories = readdirSync(folder).map((file): [string, Story] => {
  const story = storySchema.parse(parse(readFileSync(join(folder, file), 'utf8')));
  return [story.story, story];
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

/** References in a known order; the rest from the system. */
function foreseeableIds(): Ids {
  const references = ['ACDE-FGHJ', 'KMNP-QRTW', 'WXY3-4679'];
  return { uuid: () => systemIds.uuid(), reference: () => references.shift() ?? systemIds.reference() };
}

/** The assistant as it runs, over the story's own database. */
function openBot({ channel, registry }: Story['given']) {
  const time = fakeClock('2026-11-24T09:00:00.000Z');
  const log = logLines();
  const ids = foreseeableIds();
  const conversation = openConversation({ db, knowledge, ids, log: log.log, channel, registry, ...time });
  return { ...conversation, log, advance: (ms: number) => time.advance(ms) };
}

type Bot = ReturnType<typeof openBot>;

/** What Teams takes at most, the channel with the narrowest limit. */
const maxMessageBytes = 28_000;

interface CardInMessage {
  readonly body: readonly { readonly id?: string; readonly value?: string }[];
  readonly actions: readonly { readonly data: object }[];
}
const cardOf = (activity: Partial<Activity> | undefined) =>
  activity?.attachments?.map(({ content }) => content as CardInMessage).find((card) => !isButtons(card));

/** Plays a story to its end and returns all that visitors typed. */
async function play({ turns, followLead, leads, advance }: Bot, story: Story): Promise<string[]> {
  const typed: string[] = [];
  const last = new Map<string, Partial<Activity>>();
  let heard: Partial<Activity>[] = [];
  const say = async (text: string, as: string): Promise<void> => {
    typed.push(text);
    heard = await turns.say(as, text, 'fr-FR');
    if (heard[0]) last.set(as, heard[0]);
  };
  for (const turn of story.turns) {
    if ('visitor' in turn) await say(turn.visitor.repeat(turn.times), turn.as);
    else if ('press' in turn) {
      const button = buttonsOf(last.get(turn.as)).find(({ title }) => title === turn.press);
      if (!button)
        throw new Error(`no button "${turn.press}" under: ${last.get(turn.as)?.text ?? 'nothing'}`);
      await say(button.value, turn.as);
    } else if ('joins' in turn) {
      heard = await turns.send(turn.as, {
        type: 'conversationUpdate',
        locale: turn.joins,
        membersAdded: [{ id: 'visitor', name: '' }],
      });
    } else if ('fills' in turn) {
      const card = cardOf(last.get(turn.as));
      if (!card) throw new Error('no card in the last message');
      const shown = Object.fromEntries(card.body.map(({ id, value }) => [id ?? '', value ?? '']));
      heard = await turns.send(turn.as, {
        type: 'message',
        value: { ...shown, ...turn.fills, ...card.actions[0]?.data },
      });
      if (heard[0]) last.set(turn.as, heard[0]);
    } else if ('contact' in turn) {
      const lead = await leads.findByReference(turn.lead);
      const act =
        turn.contact === 'takes'
          ? { kind: 'take' as const }
          : { kind: 'close' as const, outcome: 'helped' as const };
      const { contact } = knowledge.corpus;
      await followLead(lead?.id ?? '', { kind: 'recipient', id: contact.id }, act);
      // Nobody is told before the undo minute is over.
      advance(minutes(2));
    } else {
      expect(heard).toHaveLength(1);
      for (const { content } of heard[0]?.attachments ?? []) {
        expect(cardFaults(content as object)).toEqual([]);
      }
      expect(Buffer.byteLength(JSON.stringify(heard[0]))).toBeLessThan(maxMessageBytes);
      const text = heard[0]?.text ?? '';
      const buttons = buttonsOf(heard[0]).map(({ title }) => title);
      for (const phrase of turn.bot.says) expect(`${typed.at(-1)} → ${text}`).toContain(phrase);
      for (const phrase of turn.bot.never) expect(text).not.toContain(phrase);
      expect(buttons).toEqual(expect.arrayContaining(turn.bot.suggests));
      for (const title of turn.bot.neverSuggests) expect(buttons).not.toContain(title);
      const card = JSON.stringify(cardOf(heard[0]) ?? '');
      expect(card === '""').toBe(turn.bot.card.length === 0);
      for (const phrase of turn.bot.card) expect(card).toContain(phrase);
    }
  }
  return typed;
}

async function recordedLeads(): Promise<Record<string, unknown>[]> {
  const repository = createLeadRepository(db);
  const rows = await db.selectFrom('leads').select('reference').orderBy('reference').execute();
  const leads = await Promise.all(rows.map(({ reference }) => repository.findByReference(reference)));
  // Erased leads are there for statistics only.
  return leads.flatMap((lead) => (lead ? [{ ...lead, consentAt: lead.consentAt.toISOString() }] : []));
}

it.each(stories)('%s', async (_, story) => {
  const bot = openBot(story.given);
  const { log } = bot;
  if (story.given.database === 'refuses') {
    await sql`create trigger full_disk before insert on leads begin select raise(abort, 'disk is full'); end`.execute(
      db,
    );
  }

  const typed = await play(bot, story);

  const leads = await recordedLeads();
  expect(leads).toMatchObject(story.then.leads);
  const sheets = db.selectFrom('outbox_entries').select('state').where('message', '=', 'callSheet');
  expect(await sheets.execute()).toEqual(leads.map(() => ({ state: 'due' })));
  expect(log.codes()).toEqual(story.then.log);
  const kept = await createQuestionRepository(db).since(new Date(0));
  expect(kept.map(({ pageId, useful }) => ({ page: pageId, useful }))).toEqual(
    expect.arrayContaining(story.then.kept),
  );
  for (const phrase of story.then.neverKept) expect(JSON.stringify(kept)).not.toContain(phrase);
  const words = typed
    .flatMap((text) => [text, ...text.split(/[\s,;.!?'’«»()]+/)])
    .filter((word) => word.trim().length > 4);
  const logged = log.text().toLowerCase();
  expect(words.filter((word) => logged.includes(word.toLowerCase()))).toEqual([]);
});

it('tells each story once', () => {
  expect(new Set(stories.map(([name]) => name)).size).toBe(stories.length);
});
