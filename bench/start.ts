import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, ms, print, ratio, table } from './figures';

declare const ROOT: string;

const rounds = 9;

/** What one start took, in ms; `startProbe` measures it in a process of its own. */
interface Start {
  readonly libraries: number;
  readonly knowledge: number;
  readonly firstQuestion: number;
  readonly secondQuestion: number;
}

/** `npm run bench -- start`: what the shipped knowledge adds to a start, with and without the copy that an earlier start has kept. */
export function start(probe: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'bench-start-'));
  const once = (copy: string): Start => {
    const args = [probe, join(ROOT, 'dist/assistant.js'), join(ROOT, 'knowledge'), copy];
    return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Start;
  };
  const kept = join(folder, 'knowledge.bin');
  once(kept);
  const ways = { 'with the kept copy': [] as Start[], 'from the pages': [] as Start[] };
  for (let round = 0; round < rounds; round += 1) {
    ways['with the kept copy'].push(once(kept));
    ways['from the pages'].push(once(''));
  }
  rmSync(folder, { recursive: true });
  const rows = Object.entries(ways).map(([name, starts]) => {
    const of = (part: keyof Start): number => median(starts.map((one) => one[part]));
    const added = median(starts.map((one) => one.knowledge));
    return [
      name,
      ms(of('libraries')),
      ms(added),
      ratio(added / of('libraries')),
      ms(of('firstQuestion')),
      ms(median(starts.map((one) => one.knowledge + one.firstQuestion))),
      ms(of('secondQuestion')),
    ];
  });
  print(
    `\nA start, ms, medians of ${rounds}, each in a process of its own; budget: 150 ms added with the kept copy\n`,
  );
  const head = ['', 'libraries', 'knowledge adds', 'ratio', 'first question', 'both', 'second question'];
  print(table(head, rows));
}
