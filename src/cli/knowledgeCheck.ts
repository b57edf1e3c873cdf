import { parseConfig } from '../config';
import { checkCorpus } from '../knowledge/checkCorpus';
import { formatFaults } from '../knowledge/fault';
import type { CommandWorld } from './program';

/** Prints every fault of the knowledge folders, in French, with file and line; exit code 1 when one is an error. */
export function knowledgeCheck({ env, cwd }: CommandWorld): void {
  const { faults, pages } = checkCorpus(parseConfig(env, cwd).knowledgeDirs);
  if (faults.length > 0) process.stdout.write(`${formatFaults(faults)}\n`);
  const errors = faults.filter((fault) => fault.level === 'erreur').length;
  process.stdout.write(`${pages} pages, ${errors} erreur(s), ${faults.length - errors} avertissement(s)\n`);
  if (errors > 0) process.exitCode = 1;
}
