import { days, minutes, type Clock } from '../../shared/time';
import { accountOf, type DeskAccount } from './account';
import type { DeskAccessRepository, KeptSession } from './deskAccessRepository';
import { csrfTokenOf, hashOf, newSecret } from './secrets';
import type { DeskSession } from './session';

/** How long a session lasts at most, and without being used, in ms. */
const longestMs = days(30);
const longestIdleMs = days(7);
/** How exactly it is known when a session was last used: writing at every request would slow each page. */
const seenEveryMs = minutes(1);

/** Who is signed in. All throw what the database throws. */
export interface Sessions {
  /** @param browser in a few words @returns the secret that the browser keeps, and when the session ends at the latest */
  begin(account: DeskAccount, browser: string): Promise<{ readonly secret: string; readonly endsAt: Date }>;
  /** The session of a secret, which counts as being used; undefined: there is none, it is over, or its account is no longer listed. */
  find(secret: string): Promise<DeskSession | undefined>;
  /** Those of an account, the one used last first. */
  of(account: DeskAccount): Promise<readonly KeptSession[]>;
  end(session: DeskSession): Promise<void>;
  endOthers(session: DeskSession): Promise<void>;
  endAll(email: string): Promise<void>;
  /** Deletes sessions that are over, and those of accounts that are no longer listed. */
  forgetOld(): Promise<void>;
}

/** @param deps.accounts whoever may be signed in at this moment */
export function createSessions(deps: {
  readonly kept: DeskAccessRepository['sessions'];
  readonly accounts: () => readonly DeskAccount[];
  readonly key: Buffer;
  readonly clock: Clock;
}): Sessions {
  const { kept, accounts, key, clock } = deps;
  const ago = (ms: number): Date => new Date(clock().getTime() - ms);

  return {
    async begin({ email }, browser) {
      const secret = newSecret();
      const now = clock();
      await kept.add({ idHash: hashOf(secret), email, signedInAt: now, lastSeenAt: now, browser });
      return { secret, endsAt: new Date(now.getTime() + longestMs) };
    },
    async find(secret) {
      const id = hashOf(secret);
      const found = await kept.find(id);
      if (!found) return undefined;
      const account = accountOf(accounts(), found.email);
      if (!account || found.signedInAt <= ago(longestMs) || found.lastSeenAt <= ago(longestIdleMs)) {
        await kept.remove(id);
        return undefined;
      }
      if (found.lastSeenAt <= ago(seenEveryMs)) await kept.seen(id, clock());
      return { id, account, csrfToken: csrfTokenOf(key, id), signedInAt: found.signedInAt };
    },
    of: ({ email }) => kept.of(email),
    end: ({ id }) => kept.remove(id),
    endOthers: ({ id, account }) => kept.removeOf(account.email, id),
    endAll: (email) => kept.removeOf(email),
    async forgetOld() {
      await kept.removeOld({ signedIn: ago(longestMs), lastSeen: ago(longestIdleMs) });
      for (const email of await kept.emails()) {
        if (!accountOf(accounts(), email)) await kept.removeOf(email);
      }
    },
  };
}
