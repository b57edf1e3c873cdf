import { codeOf } from '../shared/errors';
import type { Log } from '../shared/log';
import { seconds } from '../shared/time';

/** How due work is fetched and done. */
export interface LanesDeps {
  /** Claims one thing that is due and does it. @returns false when nothing is due */
  readonly next: () => Promise<boolean>;
  /** What the work is called in the log: `outbox`. */
  readonly name: string;
  readonly log: Log;
  /** How often it is looked for without being woken, in ms; 2,000 by default. */
  readonly periodMs?: number | undefined;
  /** Done at a time, so that one slow server does not hold up the others; 4 by default. */
  readonly concurrency?: number | undefined;
}

/** Does what is due, again and again. */
export interface Lanes {
  /** Looks now, and then at every period. */
  start(): void;
  /** Looks now: call it after something was recorded. Returns at once; without effect after `stop`. */
  wake(): void;
  /**
   * One pass by itself: one thing after the other, until nothing is due.
   * @returns how many were done
   * @throws what the database threw
   */
  runOnce(): Promise<number>;
  /**
   * Claims nothing more and waits for what is in hand.
   * @param graceMs how long it waits at most, in ms; 8,000 by default. What lasts longer is left alone: its lease ends by itself and it is tried again
   * after the next start
   */
  stop(graceMs?: number): Promise<void>;
}

/** Builds the lanes. A fault of the database is logged as DISPATCH_FAILED and ends the pass; the next period tries again. */
export function createLanes(deps: LanesDeps): Lanes {
  const { next, name, log, periodMs = seconds(2), concurrency = 4 } = deps;
  const lanes = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let stopping = false;
  let wokenWhileBusy = false;

  const runOnce = async (): Promise<number> => {
    let done = 0;
    while (!stopping) {
      if (await next()) done += 1;
      else if (wokenWhileBusy) wokenWhileBusy = false;
      else break;
    }
    return done;
  };

  const lane = async (): Promise<void> => {
    try {
      await runOnce();
    } catch (error) {
      log.error(
        { code: 'DISPATCH_FAILED', of: name, cause: codeOf(error) },
        'The dispatcher could not read or write what is to be sent; it tries again at the next period.',
      );
    }
  };

  const wake = (): void => {
    if (stopping) return;
    if (lanes.size >= concurrency) {
      wokenWhileBusy = true;
      return;
    }
    const running = lane().finally(() => lanes.delete(running));
    lanes.add(running);
  };

  return {
    start() {
      timer ??= setInterval(wake, periodMs);
      wake();
    },
    wake,
    runOnce,
    async stop(graceMs = seconds(8)) {
      stopping = true;
      clearInterval(timer);
      let grace: NodeJS.Timeout | undefined;
      const tooLong = new Promise<void>((resolve) => {
        grace = setTimeout(resolve, graceMs);
      });
      await Promise.race([Promise.all(lanes), tooLong]);
      clearTimeout(grace);
    },
  };
}
