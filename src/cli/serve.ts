import { join } from 'node:path';
import { composeService } from '../compose';
import { parseConfig } from '../config';
import { systemIds } from '../shared/ids';
import { createLog } from '../shared/log';
import { systemClock } from '../shared/time';
import type { CommandWorld } from './program';

/** Serves until SIGTERM or SIGINT, then stops in order and exits 0. */
export async function serve({ env, cwd }: CommandWorld): Promise<void> {
  const config = parseConfig(env, cwd);
  const log = createLog(config.logLevel);
  const service = await composeService(config, join(__dirname, 'web'), {
    clock: systemClock,
    ids: systemIds,
    log,
  });
  await service.start();
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
  await service.stop();
  // A mail server that stalls would keep its socket, and so the process, alive beyond the time a supervisor allows.
  process.exit(0);
}
