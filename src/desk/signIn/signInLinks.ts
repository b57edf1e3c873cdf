import { minutes, type Clock } from '../../shared/time';
import type { DeskAccessRepository } from './deskAccessRepository';
import { hashOf, newSecret } from './secrets';

/** How long a link can be used, in minutes. */
export const linkMinutes = 15;

/** The keys of links by which people sign in: each works once. All throw what the database throws. */
export interface SignInLinks {
  /** A new key. Earlier ones of the account stay good until their time is up. */
  issue(email: string): Promise<string>;
  /** Costs as much as issuing and keeping a letter, and leads nowhere: what the time of an answer tells is the same for unknown addresses. */
  pretend(): Promise<void>;
  /** Whether `take` would succeed now. Changes nothing. */
  isOpen(key: string): Promise<boolean>;
  /** @returns the address to which the link was sent; undefined: used, expired or not ours */
  take(key: string): Promise<string | undefined>;
  endAll(email: string): Promise<void>;
  forgetOld(): Promise<void>;
}

/** Links in a repository that knows the hashes of their keys only. */
export function createSignInLinks(deps: {
  readonly kept: DeskAccessRepository['links'];
  readonly clock: Clock;
}): SignInLinks {
  const { kept, clock } = deps;
  const add = (email: string, key: string): Promise<void> =>
    kept.add({
      keyHash: hashOf(key),
      email,
      expiresAt: new Date(clock().getTime() + minutes(linkMinutes)),
    });
  return {
    async issue(email) {
      const key = newSecret();
      await add(email, key);
      return key;
    },
    async pretend() {
      const key = newSecret();
      await add('', key);
      await kept.remove(hashOf(key));
    },
    isOpen: (key) => kept.isOpen(hashOf(key), clock()),
    take: (key) => kept.take(hashOf(key), clock()),
    endAll: (email) => kept.removeOf(email),
    forgetOld: () => kept.removeExpired(clock()),
  };
}
