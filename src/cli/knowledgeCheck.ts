import { join } from 'node:path';
import { timeZone } from '../composeRouting';
import { parseConfig } from '../config';
import { checkCorpus } from '../knowledge/checkCorpus';
import { formatFaults } from '../knowledge/fault';
import { communesFile, readIntercommunalities } from '../knowledge/intercommunalities';
import { dayIn, systemClock } from '../shared/time';
import { communeFaults } from '../territory/communeFaults';
import type { CommandWorld } from './program';

/** Prints every fault of the knowledge folders, in French, with file and line; exit code 1 when one is an error. */
export function knowledgeCheck({ env, cwd }: CommandWorld): void {
  const folders = parseConfig(env, cwd).knowledgeDirs;
  const [main = ''] = folders;
  const { faults: pageFaults, pages } = checkCorpus(folders, dayIn(timeZone, systemClock()));
  const communes = communeFaults(join(main, communesFile), readIntercommunalities(main).names);
  const faults = [
    ...pageFaults,
    ...communes.map((fault) => ({ file: communesFile, level: 'erreur' as const, ...fault })),
  ];
  if (faults.length > 0) process.stdout.write(`${formatFaults(faults)}\n`);
  const errors = faults.filter((fault) => fault.level === 'erreur').length;
  process.stdout.write(`${pages} pages, ${errors} erreur(s), ${faults.length - errors} avertissement(s)\n`);
  if (errors > 0) process.exitCode = 1;
}
