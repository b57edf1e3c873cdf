import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The built program as a user starts it. */
export interface RunningAssistant {
  readonly url: string;
  readonly dataDir: string;
  /** The link to the desk that it printed at start. */
  deskLink(): string;
  /** Ends it as a service manager would; resolves with its exit code. */
  stop(): Promise<number | null>;
  /** Removes its data. */
  clean(): void;
}

/** Starts `assistant serve` on a free port with data of its own; resolves when it answers. */
export async function startAssistant(
  env: Record<string, string> = {},
  dataDir = mkdtempSync(join(tmpdir(), 'assistant-run-')),
): Promise<RunningAssistant> {
  const program = join(__dirname, '../../bin/assistant.js');
  const child = spawn(process.execPath, [program, 'serve'], {
    env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const started = /"code":"STARTED","url":"([^"]+)"/.exec(output);
      if (started?.[1] !== undefined) resolve(started[1]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void exited.then((code) => {
      reject(new Error(`the assistant ended with ${code} before it answered:\n${output}`));
    });
  });
  return {
    url,
    dataDir,
    deskLink: () => /http:\S+\/suivi\/entrer\?cle=\S+/.exec(output)![0],
    async stop() {
      // It must still be there: a service that has fallen over says why.
      if (child.exitCode !== null) throw new Error(`the assistant had ended by itself:\n${output}`);
      child.kill('SIGTERM');
      return exited;
    },
    clean() {
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
