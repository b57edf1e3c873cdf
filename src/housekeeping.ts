import { codeOf } from './shared/errors';
import type { Log } from './shared/log';
import { hours } from './shared/time';

/** One thing that is to be done again and again. */
export interface Chore {
  /** The code under which its failure is logged; it has a heading in docs/errors.md. */
  readonly failure: 'RETENTION_FAILED' | 'REMINDERS_FAILED' | 'NOTICES_FAILED';
  readonly run: () => Promise<unknown>;
}

/** What the service does beside answering: reminding, and deleting what is too old. */
export interface Housekeeping {
  /** Does everything once, then every hour. Returns when the first round is over. */
  start(): Promise<void>;
  stop(): void;
}

/** A chore that fails is logged and does not hold up the others; the next round tries again. */
export function createHousekeeping(chores: readonly Chore[], log: Log): Housekeeping {
  let timer: NodeJS.Timeout | undefined;
  const round = async (): Promise<void> => {
    for (const { failure, run } of chores) {
      try {
        await run();
      } catch (error) {
        log.error(
          { code: failure, reason: codeOf(error) },
          'a regular chore failed and is tried again within the hour',
        );
      }
    }
  };
  return {
    async start() {
      await round();
      timer = setInterval(() => void round(), hours(1));
    },
    stop() {
      clearInterval(timer);
    },
  };
}
