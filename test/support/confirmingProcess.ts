/**
 * A process of its own in which a visitor confirms the form and the mails go out, killed by itself on the way:
 * `<database> <knowledge> <smtpUrl> <shown> <killAt>`. Before statement number `killAt` of the database, counted from the visitor's message on, it
 * kills itself; 0: never. References are appended to the file `shown` when the visitor sees them. It prints how many statements there were.
 */
import { appendFileSync } from 'node:fs';
import Libsql from 'libsql';
import { createDispatcher } from '../../src/delivery/dispatcher';
import { createSmtpDelivery } from '../../src/delivery/smtpDelivery';
import { readKnowledge } from '../../src/knowledge/knowledge';
import { systemIds } from '../../src/shared/ids';
import { createLog } from '../../src/shared/log';
import { systemClock } from '../../src/shared/time';
import { createLeadRepository } from '../../src/storage/leadRepository';
import { openDatabase } from '../../src/storage/openDatabase';
import { createOutboxRepository } from '../../src/storage/outboxRepository';
import { openConversation } from './conversation';
import { referencesIn, sendRequest } from './leadForm';
import { testMail } from './mails';

const [path = '', knowledgeFolder = '', smtpUrl = '', shown = '', killAt = '0'] = process.argv.slice(2);
const clock = systemClock;
const log = createLog('silent');

let statements = 0;
let counting = false;
const prepare: Libsql.Database['prepare'] = Reflect.get(Libsql.prototype, 'prepare');
Libsql.prototype.prepare = function (this: Libsql.Database, text: string) {
  if (counting && (statements += 1) === Number(killAt)) process.kill(process.pid, 'SIGKILL');
  return prepare.call(this, text);
} as Libsql.Database['prepare'];

async function main(): Promise<void> {
  const db = openDatabase(path);
  const knowledge = readKnowledge([knowledgeFolder]);
  const { turns } = openConversation({ db, knowledge, clock, ids: systemIds, log });
  const dispatcher = createDispatcher({
    outbox: createOutboxRepository(db),
    leads: createLeadRepository(db),
    deliveries: [createSmtpDelivery({ smtpUrl, mail: testMail({}, 'example.org'), clock })],
    clock,
    log,
  });
  counting = true;
  const heard = await turns.say('conversation', sendRequest, 'fr-FR');
  for (const reference of referencesIn(heard)) appendFileSync(shown, `${reference}\n`, { flush: true });
  await dispatcher.runOnce();
  process.stdout.write(`${statements}\n`);
  await db.destroy();
}

void main();
