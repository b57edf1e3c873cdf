import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { sql } from 'kysely';
import { createDispatcher } from '../../src/delivery/dispatcher';
import { createSmtpDelivery } from '../../src/delivery/smtpDelivery';
import { readKnowledge } from '../../src/knowledge/knowledge';
import { systemIds } from '../../src/shared/ids';
import { createLog } from '../../src/shared/log';
import { days, minutes, systemClock } from '../../src/shared/time';
import { createLeadRepository } from '../../src/storage/leadRepository';
import { migrateDatabase } from '../../src/storage/migrateDatabase';
import { openDatabase } from '../../src/storage/openDatabase';
import { createOutboxRepository } from '../../src/storage/outboxRepository';
import { openConversation } from '../support/conversation';
import { knowledgeFolder } from '../support/knowledgeFolder';
import { fillIn, referencesIn, sendRequest } from '../support/leadForm';
import { testMail } from '../support/mails';
import { startSmtpServer, type SmtpBehaviour, type SmtpStep } from '../support/smtpServer';
import { tempFolder } from '../support/tempFolder';

const root = join(__dirname, '../..');
const program = join(tempFolder(), 'confirmingProcess.js');
const folder = knowledgeFolder();
const knowledge = readKnowledge([folder]);
const log = createLog('silent');
const visitor = {
  need: 'Agrandir notre atelier',
  company: 'Forges du Val',
  name: 'Ada Martin',
  email: 'ada.martin@example.fr',
};
/** A database in which a visitor has filled in the form and sees its recap. */
const atTheRecap = join(tempFolder(), 'assistant.db');
const workers = 4;

interface Fault {
  /** Statement of the database before which the process kills itself; 0: it does not. */
  readonly killAt: number;
  readonly server?: SmtpBehaviour;
  /** What a mail has reached when the process is killed from outside. */
  readonly killOn?: SmtpStep;
}
interface Outcome {
  readonly killed: boolean;
  readonly statements: number;
  /** Mails that came twice though the process had written down the first delivery. */
  readonly needlessDoubles: number;
  readonly doubles: number;
  /** Mails that the server had taken before the process ended. */
  readonly takenBefore: number;
}

beforeAll(async () => {
  buildSync({
    entryPoints: [join(root, 'test/support/confirmingProcess.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    target: 'node20',
    external: ['libsql'],
    define: { __dirname: JSON.stringify(join(root, 'test/support')) },
    logLevel: 'error',
  });
  const db = openDatabase(atTheRecap);
  await migrateDatabase(db);
  const { turns } = openConversation({ db, knowledge, clock: systemClock, ids: systemIds, log });
  await fillIn(turns, 'conversation', visitor);
  // So that the file alone is the whole database, and can be copied.
  await sql`pragma wal_checkpoint(truncate)`.execute(db);
  await db.destroy();
});

/** One process with one fault, then everything after the restart, and what must be true at the end of every fault. */
async function suffer({ killAt, server: behaviour = 'accept', killOn }: Fault): Promise<Outcome> {
  const place = tempFolder();
  const path = join(place, 'assistant.db');
  const shownFile = join(place, 'shown');
  copyFileSync(atTheRecap, path);
  const server = await startSmtpServer();
  try {
    server.behave(behaviour);
    const child = spawn(process.execPath, [program, path, folder, server.url, shownFile, String(killAt)], {
      env: { ...process.env, NODE_PATH: join(root, 'node_modules') },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (killOn) server.watch((step) => step === killOn && child.kill('SIGKILL'));
    let output = '';
    child.stdout.on('data', (data) => (output += String(data)));
    const [, signal] = (await once(child, 'close')) as [number | null, string | null];
    const takenBefore = server.mails.length;
    server.watch(() => undefined);
    server.behave('accept');

    const db = openDatabase(path);
    const leads = createLeadRepository(db);
    const entries = () => db.selectFrom('outbox_entries').select(['id', 'state']).execute();
    const writtenDown = (await entries()).filter(({ state }) => state === 'delivered').length;
    const shown = existsSync(shownFile) ? readFileSync(shownFile, 'utf8').trim().split('\n') : [];
    let now = Date.now() + minutes(1);
    const clock = (): Date => new Date(now);
    const { turns } = openConversation({ db, knowledge, clock, ids: systemIds, log });
    // Whoever saw no reference presses the button again; whoever saw one may do so too.
    if (shown.length === 0)
      shown.push(...referencesIn(await turns.say('conversation', sendRequest, 'fr-FR')));
    else await turns.say('conversation', sendRequest, 'fr-FR');
    const dispatcher = createDispatcher({
      outbox: createOutboxRepository(db),
      leads,
      deliveries: [createSmtpDelivery({ smtpUrl: server.url, mail: testMail({}, 'example.org'), clock })],
      clock,
      log,
    });
    for (const end = now + days(1); now < end; now += minutes(30)) await dispatcher.runOnce();

    expect(shown).toHaveLength(1);
    expect((await leads.list({ limit: 9 })).map(({ lead }) => lead.reference)).toEqual(shown);
    expect((await entries()).map(({ state }) => state)).toEqual(['delivered', 'delivered']);
    await db.destroy();
    const ids = server.mails.map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(2);
    const doubles = ids.length - 2;
    // A double is excused only by a mail that the server had and the process had not yet written down.
    return {
      killed: signal === 'SIGKILL',
      statements: Number(output),
      doubles,
      needlessDoubles: Math.max(0, doubles - (takenBefore - writtenDown)),
      takenBefore,
    };
  } finally {
    await server.close();
  }
}

/** Several at a time, in order of the faults. */
async function sufferAll(faults: readonly Fault[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const waiting = [...faults.entries()];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) outcomes[next[0]] = await suffer(next[1]);
  };
  await Promise.all(Array.from({ length: workers }, worker));
  return outcomes;
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, n) => n + 1);

it('keeps every request through a kill at each step between the confirmation and the delivered mails', async () => {
  const undisturbed = await suffer({ killAt: 0 });
  expect(undisturbed).toMatchObject({ killed: false, doubles: 0 });
  const everyStatement = upTo(undisturbed.statements);
  const refusedRun = await suffer({ killAt: 0, server: { refuse: 451 } });
  const droppedRun = await suffer({ killAt: 0, server: 'dropAfterData' });
  const steps: SmtpStep[] = ['connected', 'sender', 'recipient', 'data', 'taken', 'told'];
  const faults: Fault[] = [
    ...everyStatement.map((killAt) => ({ killAt })),
    ...upTo(refusedRun.statements).map((killAt) => ({ killAt, server: { refuse: 451 } as const })),
    ...upTo(droppedRun.statements).map((killAt) => ({ killAt, server: 'dropAfterData' as const })),
    ...steps.map((killOn) => ({ killAt: 0, killOn })),
    { killAt: 0, killOn: 'connected', server: 'stallGreeting' },
    { killAt: 0, killOn: 'taken', server: 'stallAfterData' },
    { killAt: 0, killOn: 'recipient', server: { refuse: 451 } },
  ];
  const outcomes = await sufferAll(faults);

  expect(outcomes.filter(({ killed }) => killed)).toHaveLength(faults.length);
  expect(faults.length).toBeGreaterThanOrEqual(100);
  expect(outcomes.filter(({ needlessDoubles }) => needlessDoubles > 0)).toEqual([]);
  // The kill between the server's yes and ours cannot be told from a lost mail: it must have been met, and come twice.
  expect(outcomes.filter(({ doubles }) => doubles > 0).length).toBeGreaterThan(0);
}, 240_000);

it('gives up loudly what the server refuses for good, and keeps the request', async () => {
  const place = tempFolder();
  const path = join(place, 'assistant.db');
  copyFileSync(atTheRecap, path);
  const server = await startSmtpServer();
  server.behave({ refuse: 550 });
  const child = spawn(process.execPath, [program, path, folder, server.url, join(place, 'shown'), '0'], {
    env: { ...process.env, NODE_PATH: join(root, 'node_modules') },
    stdio: 'ignore',
  });
  await once(child, 'close');
  await server.close();
  const db = openDatabase(path);
  const states = await db.selectFrom('outbox_entries').select('state').execute();
  expect(states.map(({ state }) => state)).toEqual(['refused', 'refused']);
  expect((await createLeadRepository(db).list({ limit: 9 })).map(({ lead }) => lead.reference)).toEqual(
    readFileSync(join(place, 'shown'), 'utf8').trim().split('\n'),
  );
  await db.destroy();
});
