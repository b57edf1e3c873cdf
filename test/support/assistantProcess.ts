import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(__dirname, '../..');
const program = join(root, 'bin/assistant.js');

/** Where a command runs: a folder without `.env`, and settings beside the shipped knowledge and a free port. */
export interface Surroundings {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

const environmentOf = ({ cwd, env = {} }: Surroundings) => ({
  PATH: process.env.PATH ?? '',
  PORT: '0',
  DATA_DIR: join(cwd, 'data'),
  KNOWLEDGE_DIR: join(root, 'knowledge'),
  COMPANY_REGISTRY_URL: 'none',
  ...env,
});

/** Runs one verb of the built program to its end. */
export async function runAssistant(
  args: readonly string[],
  where: Surroundings,
): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> {
  const child = spawn(process.execPath, [program, ...args], { cwd: where.cwd, env: environmentOf(where) });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
}

/** A running service, as an operator sees it. */
export interface ServingProcess {
  readonly url: string;
  /** The lines of its log so far. */
  readonly log: () => string;
  /** Sends the signal and resolves with the exit code (null: killed) and the time it took, in ms. */
  end(signal: NodeJS.Signals): Promise<{ readonly code: number | null; readonly ms: number }>;
}

/** Starts `assistant serve` and resolves when it says that it answers. */
export async function serveAssistant(where: Surroundings): Promise<ServingProcess> {
  const child = spawn(process.execPath, [program, 'serve'], {
    cwd: where.cwd,
    env: environmentOf(where),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const keep = (line: string): void => {
    lines.push(line);
    for (const look of waiting) look();
  };
  createInterface({ input: child.stdout }).on('line', keep);
  createInterface({ input: child.stderr }).on('line', keep);
  const exited = once(child, 'exit') as Promise<[number | null]>;

  const lineWith = async (code: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = lines.find((line) => line.includes(`"code":"${code}"`));
        if (found === undefined) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
      void exited.then(() => reject(new Error(`it ended without ${code}:\n${lines.join('\n')}`)));
    });

  const { url } = JSON.parse(await lineWith('STARTED')) as { url: string };
  return {
    url,
    log: () => lines.join('\n'),
    async end(signal) {
      const started = performance.now();
      child.kill(signal);
      const [code] = await exited;
      return { code, ms: performance.now() - started };
    },
  };
}
