import type { Ids } from './ids';
import type { Log } from './log';
import type { Clock } from './time';

/** What every part needs from outside. */
export interface World {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
}
