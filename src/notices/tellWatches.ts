import type { Ids } from '../shared/ids';
import { dayIn, days } from '../shared/time';
import { dueNotice, toldStateOf } from './dueNotice';
import type { Letter } from './letter';
import type { ToldState, Watch, WatchedScheme } from './watch';
import type { WatchRepository } from './watchRepository';

/** Tells watchers what has become of their schemes. */
export interface TellWatches {
  /**
   * Writes a letter for everything that is to be told by now, once each. May run at any time and as often as one likes. A scheme whose page has gone
   * says nothing.
   * @returns how many letters were written
   * @throws what the database throws; what was written until then stays
   */
  runOnce(now: Date): Promise<number>;
}

/** Builds the chore. @param deps `keptDays`: how long a watch lasts after it was confirmed */
export function createTellWatches(deps: {
  readonly watches: Pick<WatchRepository, 'confirmed' | 'tell'>;
  readonly schemeOf: (schemeId: string) => WatchedScheme | undefined;
  readonly ids: Ids;
  readonly timeZone: string;
  readonly keptDays: number;
}): TellWatches {
  const { watches, schemeOf, ids, timeZone, keptDays } = deps;

  const letterOf = (watch: Watch, content: Letter['content'], createdAt: Date): Letter => ({
    id: ids.uuid(),
    watchId: watch.id,
    language: watch.language,
    to: { name: '', email: watch.email },
    content,
    createdAt,
  });

  const tell = async (watch: Watch, scheme: WatchedScheme, now: Date): Promise<boolean> => {
    const state = toldStateOf(scheme.dates, dayIn(timeZone, now));
    const kind = watch.told && dueNotice(watch.told, state);
    if (kind === undefined && watch.told && isSame(watch.told, state)) return false;
    const endsOn = dayIn(timeZone, new Date((watch.confirmedAt ?? watch.askedAt).getTime() + days(keptDays)));
    const letter = kind && letterOf(watch, { kind, scheme, state, endsOn }, now);
    // Another process that was faster has written the same letter.
    return (await watches.tell(watch, state, letter)) && letter !== undefined;
  };

  return {
    async runOnce(now) {
      let written = 0;
      for (const watch of await watches.confirmed()) {
        const scheme = schemeOf(watch.schemeId);
        if (scheme && (await tell(watch, scheme, now))) written += 1;
      }
      return written;
    },
  };
}

const isSame = (one: ToldState, other: ToldState): boolean =>
  one.kind === other.kind &&
  one.opensOn === other.opensOn &&
  one.closesOn === other.closesOn &&
  one.reached === other.reached;
