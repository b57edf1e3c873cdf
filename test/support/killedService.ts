import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { KillableMessage, KillableSettings } from './killableService';

const root = join(__dirname, '../..');

/** Bundles the killable service into `folder`. @returns the program's path */
export function buildKillableService(folder: string): string {
  const program = join(folder, 'killableService.js');
  buildSync({
    entryPoints: [join(root, 'test/support/killableService.ts')],
    outfile: program,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    external: ['libsql', 'dtrace-provider', 'esbuild'],
    logLevel: 'error',
  });
  return program;
}

/** A service in a process of its own, which may end at any moment. */
export interface KillableService {
  readonly url: string;
  /** Statements of the database count from now on. */
  count(): Promise<void>;
  kill(): void;
  /** Lets it come to its end, or to the kill that waits for it. */
  finish(): Promise<{
    readonly killed: boolean;
    /** Undefined when it was killed. */
    readonly statements: number | undefined;
  }>;
}

/** Starts the bundled program. */
export async function startKillableService(
  program: string,
  settings: KillableSettings,
): Promise<KillableService> {
  const child = fork(join(root, 'test/support/runCached.js'), [program, JSON.stringify(settings)], {
    env: { PATH: process.env.PATH, NODE_PATH: join(root, 'node_modules') },
    execArgv: [],
  });
  const exited = once(child, 'exit') as Promise<[number | null, string | null]>;
  let statements: number | undefined;
  child.on('message', (message: KillableMessage) => {
    if ('statements' in message) statements = message.statements;
  });
  const [{ url }] = (await Promise.race([once(child, 'message'), endedEarly(exited)])) as [{ url: string }];
  const send = (message: string): void => {
    // Whoever was killed in the meantime hears nothing more.
    if (child.connected) child.send(message, () => undefined);
  };
  return {
    url,
    async count() {
      send('count');
      await Promise.race([once(child, 'message'), endedEarly(exited)]);
    },
    kill: () => void child.kill('SIGKILL'),
    async finish() {
      send('finish');
      const [code, signal] = await exited;
      if (signal !== 'SIGKILL' && code !== 0) throw new Error(`the service ended with ${code ?? signal}`);
      return { killed: signal === 'SIGKILL', statements };
    },
  };
}

async function endedEarly(exited: Promise<[number | null, string | null]>): Promise<never> {
  const [code, signal] = await exited;
  throw new Error(`the service ended with ${code ?? signal} before anything was asked of it`);
}
