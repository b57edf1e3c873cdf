import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { readKnowledge, type Knowledge } from '../knowledge/knowledge';
import { AppError, codeOf } from '../shared/errors';

/**
 * The knowledge as it was last committed, whatever the working copy holds. Neither the working copy nor git's index is touched.
 * @param further folders that are read as they are: what is imported into them was never committed
 * @param environment of the process: git needs PATH and HOME
 * @throws AppError COMMAND_INVALID when the folder is in no git repository or was never committed
 */
export function committedKnowledge(
  folder: string,
  further: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Knowledge {
  const git = (args: readonly string[], env: Readonly<Record<string, string>> = {}): string =>
    execFileSync('git', args, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...environment, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1 << 26,
    });
  const scratch = mkdtempSync(join(tmpdir(), 'assistant-committed-'));
  try {
    const top = git(['rev-parse', '--show-toplevel']).trim();
    const place = relative(top, resolve(folder)) || '.';
    const index = { GIT_INDEX_FILE: join(scratch, 'index') };
    git(['read-tree', 'HEAD'], index);
    git(['-C', top, 'checkout-index', '--all', `--prefix=${join(scratch, 'tree')}/`], index);
    return readKnowledge([join(scratch, 'tree', place), ...further]);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError(
      'COMMAND_INVALID',
      `the committed state of ${folder} cannot be read (${codeOf(cause)}); replay compares with it, so the folder must be in a git repository with a commit`,
      { cause },
    );
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
