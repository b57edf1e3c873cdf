import { createBoundedCache } from '../shared/boundedCache';
import { hours, type Clock } from '../shared/time';

/** How often something may be tried in vain, for each of what is tried. */
export interface TriesLimit {
  /** Whether there have been too many failures to try again now. */
  isReached(key: string): boolean;
  failed(key: string): void;
}

/** How many keys are remembered at most; the one that was tried longest ago is forgotten first. */
const rememberedKeys = 10_000;

/**
 * Counts failures in memory: a restart forgets them.
 * @param deps.most failures allowed in a period; 10 by default
 * @param deps.periodMs from the first failure on; an hour by default
 */
export function createTriesLimit(deps: {
  readonly clock: Clock;
  readonly most?: number;
  readonly periodMs?: number;
}): TriesLimit {
  const { clock, most = 10, periodMs = hours(1) } = deps;
  const tries = createBoundedCache<{ count: number; since: number }>(rememberedKeys);

  function current(key: string): { count: number; since: number } {
    const now = clock().getTime();
    const known = tries.get(key, () => ({ count: 0, since: now }));
    if (now - known.since >= periodMs) Object.assign(known, { count: 0, since: now });
    return known;
  }

  return {
    isReached: (key) => current(key).count >= most,
    failed(key) {
      current(key).count += 1;
    },
  };
}
