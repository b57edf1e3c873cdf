/**
 * What became of an address: `ok` leads somewhere · `moved` leads there by a permanent redirect · `dead` leads nowhere (404, 410, unknown host) ·
 * `refusesRobots` may lead somewhere, and people only may look (401, 403, 406, 429, 451, robots.txt) · `trouble` could not be told today (5xx, no answer in
 * time, TLS, connection).
 */
export const linkStates = ['dead', 'moved', 'trouble', 'refusesRobots', 'ok'] as const;
export type LinkState = (typeof linkStates)[number];

/** One address after it was looked at. */
export interface LinkResult {
  readonly url: string;
  readonly state: LinkState;
  /** Why, for people and programs: `404`, `ENOTFOUND`, `robots.txt`, `TimeoutError`; undefined when all is well. */
  readonly reason?: string | undefined;
  /** The new address of what has moved. */
  readonly movedTo?: string | undefined;
}
