import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildSync } from 'esbuild';
import { systemClock } from '../../src/shared/time';
import { openLeadStore } from '../support/leadStore';
import { jeannesDraft } from '../support/people';
import { startSmtpServer, type TestSmtpServer } from '../support/smtpServer';
import { tempFolder } from '../support/tempFolder';

const root = join(__dirname, '../..');
const program = join(tempFolder(), 'leadProcess.js');
const children: ChildProcess[] = [];
let server: TestSmtpServer;

beforeAll(() => {
  buildSync({
    entryPoints: [join(root, 'test/support/leadProcess.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    target: 'node20',
    external: ['libsql'],
    logLevel: 'error',
  });
});
beforeEach(async () => {
  server = await startSmtpServer();
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await server.close();
});

function run(...args: string[]) {
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, NODE_PATH: join(root, 'node_modules') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    /** The next line of its output. */
    line: async () => {
      const next: IteratorResult<string, unknown> = await lines.next();
      if (next.done) throw new Error(`${args.join(' ')} ended without a line`);
      return next.value;
    },
    kill: async () => {
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };
}

it('delivers once, after a restart, the lead of a process killed right after it showed the reference', async () => {
  for (let round = 1; round <= 3; round += 1) {
    const folder = tempFolder();
    const submitting = run('submit', folder, '1');
    const reference = await submitting.line();
    await submitting.kill();

    expect(await run('deliver', folder, server.url).line()).toBe('1');
    expect(await run('deliver', folder, server.url).line()).toBe('0');
    expect(server.mails).toHaveLength(round);
    expect(server.mails.at(-1)?.headers.get('x-lead-reference')).toBe(reference);
  }
});

it('never lets two processes deliver the same entry', async () => {
  const folder = tempFolder();
  const store = await openLeadStore(folder, systemClock);
  for (let n = 0; n < 40; n += 1)
    await store.submit({ submissionId: `form-${n}`, draft: jeannesDraft({ email: undefined }) });
  await store.db.destroy();

  const counts = await Promise.all(
    [1, 2, 3].map(async () => Number(await run('deliver', folder, server.url).line())),
  );
  expect(counts[0]! + counts[1]! + counts[2]!).toBe(40);
  expect(server.mails).toHaveLength(40);
  expect(new Set(server.mails.map((mail) => mail.messageId)).size).toBe(40);
});

it('delivers again what a process killed in mid-delivery may have delivered, recognisably', async () => {
  const folder = tempFolder();
  const store = await openLeadStore(folder, systemClock);
  await store.submit({ submissionId: 'form-1', draft: jeannesDraft({ email: undefined }) });
  server.behave('stallAfterData');
  const first = run('serve', folder, server.url, '1000');
  await server.received(1);
  await first.kill();

  server.behave('accept');
  run('serve', folder, server.url, '1000');
  const mails = await server.received(2);
  expect(mails[1]?.messageId).toBe(mails[0]?.messageId);

  const attempts = await store.db.selectFrom('delivery_attempts').selectAll().orderBy('number').execute();
  expect(attempts[0]).toMatchObject({ number: 1, finished_at: null });
  expect(attempts).toHaveLength(2);
  await store.db.destroy();
});
