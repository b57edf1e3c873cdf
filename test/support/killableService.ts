/**
 * The whole service in a process of its own, which kills itself on the way of a request. Its one argument is a `KillableSettings` as JSON. It says
 * `{ url }` to its parent when it answers, counts statements of the database from the parent's `count` on, and after `finish` stops the
 * service, delivers what still waits while its clock jumps ahead, and says `{ statements }`.
 */
import { join } from 'node:path';
import Libsql from 'libsql';
import { composeService } from '../../src/compose';
import { parseConfig } from '../../src/config';
import { systemIds } from '../../src/shared/ids';
import { createLog } from '../../src/shared/log';
import { minutes, seconds } from '../../src/shared/time';
import { openDatabase } from '../../src/storage/openDatabase';
import { deliverAll } from './deliverAll';

/** What the process is told. */
export interface KillableSettings {
  readonly env: Readonly<Record<string, string>>;
  readonly webDir: string;
  /** ISO 8601; it stands still while the service runs. */
  readonly now: string;
  /** The statement at which it kills itself, from 1; 0: at none. */
  readonly killAt: number;
  readonly when: 'before' | 'after';
  /** Waits of 10 s and more, such as the time limits of a mail, last a 40th of that. */
  readonly impatient: boolean;
}

/** What the process says to its parent. */
export type KillableMessage =
  { readonly url: string } | { readonly counting: true } | { readonly statements: number };

const { env, webDir, now, killAt, when, impatient } = JSON.parse(process.argv[2] ?? '') as KillableSettings;
let moment = new Date(now).getTime();
const world = { clock: () => new Date(moment), ids: systemIds, log: createLog('silent') };

let statements = 0;
let counting = false;
const dieAt = (place: KillableSettings['when']): void => {
  if (place === when && statements === killAt) process.kill(process.pid, 'SIGKILL');
};
function counted<A extends unknown[], R>(execute: (...args: A) => R): (...args: A) => R {
  return (...args) => {
    if (!counting) return execute(...args);
    statements += 1;
    dieAt('before');
    const result = execute(...args);
    dieAt('after');
    return result;
  };
}
const prepare: Libsql.Database['prepare'] = Reflect.get(Libsql.prototype, 'prepare');
Libsql.prototype.prepare = function (this: Libsql.Database, text: string) {
  const statement = prepare.call(this, text);
  statement.all = counted(statement.all.bind(statement));
  statement.run = counted(statement.run.bind(statement));
  return statement;
} as Libsql.Database['prepare'];

if (impatient) {
  const wait = globalThis.setTimeout;
  const sooner = (act: () => void, ms = 0) => wait(act, ms >= seconds(10) ? ms / 40 : ms);
  globalThis.setTimeout = sooner as typeof setTimeout;
}

const tell = (message: KillableMessage): unknown => process.send?.(message);

async function main(): Promise<void> {
  const config = parseConfig(env, '/');
  const service = await composeService(config, webDir, world);
  process.on('message', (message) => {
    if (message === 'finish') return void finish();
    counting = true;
    tell({ counting: true });
  });
  // Also when the parent has ended without a word.
  process.on('disconnect', () => process.exit());
  tell(await service.start());

  async function finish(): Promise<void> {
    await service.stop();
    const db = openDatabase(join(config.dataDir, 'assistant.db'));
    await deliverAll({
      db,
      smtpUrl: config.mail.smtpUrl ?? '',
      ...world,
      pass: () => (moment += minutes(30)),
    });
    await db.destroy();
    tell({ statements });
    process.disconnect();
  }
}

void main();
