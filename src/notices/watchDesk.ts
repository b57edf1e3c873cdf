import { dayIn, type Clock } from '../shared/time';
import { toldStateOf } from './dueNotice';
import type { Watch, WatchedScheme } from './watch';
import type { WatchRepository } from './watchRepository';

/** A watch with its scheme, as pages show it. */
export interface ShownWatch {
  readonly watch: Watch;
  /** Undefined: its page has gone. */
  readonly scheme: WatchedScheme | undefined;
}

/** What whoever holds a letter's link may do. Doing it twice is doing it once. */
export interface WatchDesk {
  /** Undefined: stopped, or never confirmed in time. */
  find(id: string): Promise<ShownWatch | undefined>;
  /** From then on changes are told. @returns undefined when the watch has gone */
  confirm(id: string): Promise<ShownWatch | undefined>;
  /** Deletes the watch, its letters and its copies. */
  stop(id: string): Promise<void>;
}

/** Builds the acts of letters' links. @param deps `forgetCopies` deletes mail files that the service itself keeps of a watch */
export function createWatchDesk(deps: {
  readonly watches: Pick<WatchRepository, 'find' | 'confirm' | 'delete'>;
  readonly schemeOf: (schemeId: string) => WatchedScheme | undefined;
  readonly forgetCopies: (watchId: string) => Promise<void>;
  readonly clock: Clock;
  readonly timeZone: string;
}): WatchDesk {
  const { watches, schemeOf, clock, timeZone } = deps;
  const find = async (id: string): Promise<ShownWatch | undefined> => {
    const watch = await watches.find(id);
    return watch && { watch, scheme: schemeOf(watch.schemeId) };
  };
  return {
    find,
    async confirm(id) {
      const shown = await find(id);
      if (!shown || shown.watch.confirmedAt) return shown;
      const now = clock();
      const { scheme } = shown;
      // What the visitor sees today is known to them: only what changes from here on is told.
      const told = scheme && toldStateOf(scheme.dates, dayIn(timeZone, now));
      await watches.confirm(shown.watch, now, told);
      return find(id);
    },
    async stop(id) {
      await watches.delete(id);
      await deps.forgetCopies(id);
    },
  };
}
