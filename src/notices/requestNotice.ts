import type { Ids } from '../shared/ids';
import { hours, type Clock } from '../shared/time';
import type { Letter } from './letter';
import { emailKey, type Watch, type WatchedScheme } from './watch';
import type { WatchRepository } from './watchRepository';

/** A visitor's wish to be told when a scheme closes soon, closes, opens again or changes its dates. */
export interface NoticeWish {
  /** As `readEmail` returns it. */
  readonly email: string;
  readonly schemeId: string;
  readonly language: 'fr' | 'en';
  /** So that "forget me" finds it. */
  readonly conversationId?: string | undefined;
}

/**
 * Records a wish and has the confirmation letter sent; resolves after both are on disk. `asked` is also the answer when the address has this watch
 * already, or has been written to too often: nobody learns from here who watches what. Nothing else is sent before the letter's link is used.
 * @throws what the database throws; nothing is stored then
 */
export type RequestNotice = (wish: NoticeWish) => Promise<'asked' | 'unknownScheme'>;

/** For one address: confirmation letters of one watch at most once in this time… */
const againAfterMs = hours(24);
/** …and of all watches so many in this time, so that nobody's mailbox is filled by strangers. */
const mostUnconfirmed = 5;

/** Builds the way from a wish to its confirmation letter. */
export function createRequestNotice(deps: {
  readonly watches: Pick<WatchRepository, 'ofEmail' | 'add' | 'askAgain'>;
  readonly schemeOf: (schemeId: string) => WatchedScheme | undefined;
  readonly clock: Clock;
  readonly ids: Ids;
}): RequestNotice {
  const { watches, clock, ids } = deps;
  return async ({ email, schemeId, language, conversationId }) => {
    const scheme = deps.schemeOf(schemeId);
    if (!scheme) return 'unknownScheme';
    const now = clock();
    const recently = new Date(now.getTime() - againAfterMs);
    const letterFor = (watchId: string): Letter => ({
      id: ids.uuid(),
      watchId,
      language,
      to: { name: '', email },
      content: { kind: 'confirm', scheme },
      createdAt: now,
    });
    const others = await watches.ofEmail(emailKey(email));
    const waiting = others.filter((watch) => !watch.confirmedAt && watch.askedAt > recently);
    const known = others.find((watch) => watch.schemeId === schemeId);
    if (known?.confirmedAt || (known && known.askedAt > recently) || waiting.length >= mostUnconfirmed) {
      return 'asked';
    }
    if (known) {
      await watches.askAgain(known, now, letterFor(known.id));
      return 'asked';
    }
    const watch: Watch = {
      id: ids.uuid(),
      email,
      schemeId,
      language,
      conversationId,
      askedAt: now,
      confirmedAt: undefined,
      told: undefined,
      version: 1,
    };
    await watches.add(watch, letterFor(watch.id));
    return 'asked';
  };
}
