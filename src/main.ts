import { resolve } from 'node:path';
import { config as readDotEnv } from 'dotenv';
import { runCommand } from './cli/program';
import { AppError } from './shared/errors';

/**
 * The process: arguments and environment in, one verb run, exit code out.
 * @param args what follows `assistant` on the command line
 */
export async function main(args: readonly string[]): Promise<void> {
  const fromFile: Record<string, string> = {};
  readDotEnv({ path: resolve('.env'), processEnv: fromFile, quiet: true });
  try {
    await runCommand(args, { env: { ...fromFile, ...process.env }, cwd: process.cwd() });
  } catch (error) {
    // An AppError is written for the operator; anything else is a fault of the program and needs its place.
    process.stderr.write(`${error instanceof AppError ? error.message : describe(error)}\n`);
    process.exitCode = 1;
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
