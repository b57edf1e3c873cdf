import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { composeService } from '../../src/compose';
import { parseConfig } from '../../src/config';
import { systemIds } from '../../src/shared/ids';
import { createLog } from '../../src/shared/log';
import { hours, minutes } from '../../src/shared/time';
import { openDatabase, type OpenDatabase } from '../../src/storage/openDatabase';
import { createOutboxRepository } from '../../src/storage/outboxRepository';
import { deliverAll } from './deliverAll';
import type { KillableSettings } from './killableService';
import { startKillableService } from './killedService';
import { referencesIn, sendRequest } from './leadForm';
import { startSmtpServer, type SmtpBehaviour, type SmtpStep } from './smtpServer';
import { openPage, type OpenPage } from './websiteVisitor';

/** What goes wrong. */
export interface Fault {
  /** What the mail server does to the first mail it is offered; the later ones it accepts. */
  readonly server: SmtpBehaviour;
  /** The statement of the database at which the process kills itself, from the visitor's message on; 0: at none. */
  readonly killAt: number;
  readonly when?: KillableSettings['when'];
  /** The step of the `mail`th mail at which the process is killed from outside. */
  readonly killOn?: { readonly step: SmtpStep; readonly mail: number };
}

/** Where a visitor has filled in the form and sees its recap. */
export interface AtTheRecap {
  readonly dataDir: string;
  readonly token: string;
  readonly knowledgeDir: string;
  readonly webDir: string;
  readonly program: string;
  readonly now: Date;
}

/** What became of one request: in the process that suffered the fault, and after the restart. */
export interface Story {
  readonly killed: boolean;
  readonly statements: number | undefined;
  /** Rows right after the fault: leads, steps and messages of the outbox. */
  readonly rows: readonly [leads: number, steps: number, entries: number];
  /** References that the visitor saw before the fault, and those of them that were in the database right after it. */
  readonly shown: readonly string[];
  readonly shownAndKept: readonly string[];
  /** References on the visitor's page in the end, and those of all leads. */
  readonly seen: readonly string[];
  readonly kept: readonly string[];
  /** States of the outbox in the end. */
  readonly states: readonly string[];
  readonly addresses: readonly string[];
  /** Messages of the outbox that the mail server took, by Message-ID. */
  readonly mails: number;
  /** How many mails came once more. */
  readonly doubles: number;
  /** Mails that the server took from the first process, less the deliveries that this process wrote down. */
  readonly takenUnknown: number;
}

/** The settings of a service on a free port of this machine. */
export const settingsOf = (dataDir: string, knowledgeDir: string, smtpUrl: string) => ({
  DATA_DIR: dataDir,
  KNOWLEDGE_DIR: knowledgeDir,
  SMTP_URL: smtpUrl,
  MAIL_FROM: 'assistant@example.org',
  OPERATOR_EMAIL: 'exploitation@example.org',
  COMPANY_REGISTRY_URL: 'none',
  PORT: '0',
});

const log = createLog('silent');
/** When the service runs again: what was sent before carries an earlier date. */
const restartAfter = hours(20);

/** Lets a process suffer a fault on the way of one request, starts again, and tells what happened. */
export async function suffer(
  place: AtTheRecap,
  folder: string,
  fault: Fault,
  insists: boolean,
): Promise<Story> {
  cpSync(place.dataDir, folder, { recursive: true });
  const { server: behaviour, killAt, when = 'before', killOn } = fault;
  const server = await startSmtpServer();
  try {
    const env = settingsOf(folder, place.knowledgeDir, server.url);
    const impatient = behaviour === 'stallGreeting' || behaviour === 'stallAfterData';
    const { webDir, program } = place;
    const now = place.now.toISOString();
    const first = await startKillableService(program, { env, webDir, now, killAt, when, impatient });
    const page = await openPage(first.url, place.token);
    await first.count();
    let offered = 0;
    server.watch((step) => {
      if (step === 'connected') server.behave((offered += 1) === 1 ? behaviour : 'accept');
      if (killOn?.step === step && killOn.mail === offered) first.kill();
    });
    await page.ask(sendRequest, 'send');
    const { killed, statements } = await first.finish();
    await page.stream.closed;
    const shown = referencesOn(page);
    server.watch(() => undefined);
    server.behave('accept');

    const file = join(folder, 'assistant.db');
    const after = openDatabase(file);
    const rows = await countRows(after);
    const shownAndKept = (await referencesOf(after)).filter((reference) => shown.includes(reference));
    const writtenDown = (await statesOf(after)).filter((state) => state === 'delivered').length;
    await after.destroy();

    let moment = place.now.getTime() + restartAfter;
    const world = { clock: () => new Date(moment), ids: systemIds, log };
    const second = await composeService(parseConfig(env, '/'), webDir, world);
    const again = await openPage((await second.start()).url, page.token);
    // The page sends what it was not told to have arrived; some visitors then press the button once more.
    await again.say(sendRequest, 'send');
    if (insists) await again.say(sendRequest, 'send again');
    await second.stop();
    await again.stream.closed;
    const db = openDatabase(file);
    const deliver = () =>
      deliverAll({ db, smtpUrl: server.url, ...world, pass: () => (moment += minutes(30)) });
    await deliver();
    // What was refused for good waits for a human: `assistant leads retry`.
    for (const { id } of await db.selectFrom('leads').select('id').execute())
      await createOutboxRepository(db).retry(id, world.clock());
    await deliver();
    const states = await statesOf(db);
    const kept = await referencesOf(db);
    await db.destroy();

    const ids = new Set(server.mails.map(({ messageId }) => messageId));
    const early = server.mails.filter(
      ({ date }) => date && date.getTime() < place.now.getTime() + restartAfter,
    );
    return {
      killed,
      statements,
      rows,
      shown,
      shownAndKept,
      seen: referencesOn(page, again),
      kept,
      states,
      addresses: [...new Set(server.mails.flatMap(({ to }) => [to ?? []].flat().map(({ text }) => text)))],
      mails: ids.size,
      doubles: server.mails.length - ids.size,
      takenUnknown: early.length - writtenDown,
    };
  } finally {
    await server.close();
  }
}

/** References that the bot has shown on these pages, each once. */
const referencesOn = (...pages: readonly OpenPage[]): string[] =>
  referencesIn(pages.flatMap((page) => page.heard().map(({ text = '' }) => ({ text }))));

async function countRows(db: OpenDatabase): Promise<[number, number, number]> {
  const leads = await db.selectFrom('leads').select('id').execute();
  const steps = await db.selectFrom('lead_steps').select('lead_id').execute();
  return [leads.length, steps.length, (await statesOf(db)).length];
}

const statesOf = async (db: OpenDatabase): Promise<string[]> =>
  (await db.selectFrom('outbox_entries').select('state').execute()).map(({ state }) => state);

const referencesOf = async (db: OpenDatabase): Promise<string[]> =>
  (await db.selectFrom('leads').select('reference').execute()).map(({ reference }) => reference);
