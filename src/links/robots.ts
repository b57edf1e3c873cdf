import robotsParser from 'robots-parser';
import { seconds } from '../shared/time';
import type { SendRequest } from './sendRequest';

/** What a site allows programs. */
export interface SiteRules {
  readonly allows: (url: URL) => boolean;
  /** The pause that the site asks for, in ms; 0: none. */
  readonly pauseMs: number;
}

/** A site whose robots.txt cannot be had for the time being: RFC 9309 then forbids everything. */
export interface RulesUnknown {
  /** Such as `503`. */
  readonly reason: string;
}

/** The longest pause between two requests that is granted to a site, in ms. */
const longestPauseMs = seconds(30);
/** The largest robots.txt that is read, in characters; RFC 9309 asks for 500 KiB at least. */
const longestFile = 512_000;

/**
 * Builds the reading of sites' robots.txt, each once. A site without one allows everything; so does one that cannot be reached at all, since the request
 * itself will then tell.
 * @param robot the name by which rules may speak of this program
 */
export function createRobots(deps: {
  readonly send: SendRequest;
  readonly robot: string;
}): (url: URL) => Promise<SiteRules | RulesUnknown> {
  const known = new Map<string, Promise<SiteRules | RulesUnknown>>();
  const everything: SiteRules = { allows: () => true, pauseMs: 0 };

  const read = async (origin: string): Promise<SiteRules | RulesUnknown> => {
    const address = new URL('/robots.txt', origin);
    const answer = await deps.send(address, { method: 'GET', follow: true, text: true });
    if ('trouble' in answer) return everything;
    if (answer.status >= 500) return { reason: String(answer.status) };
    if (answer.status >= 400) return everything;
    const rules = robotsParser(address.href, answer.text.slice(0, longestFile));
    const delay = rules.getCrawlDelay(deps.robot) ?? 0;
    return {
      allows: (url) => rules.isAllowed(url.href, deps.robot) ?? true,
      pauseMs: Math.min(delay * 1000, longestPauseMs),
    };
  };

  return ({ origin }) => {
    const rules = known.get(origin) ?? read(origin);
    known.set(origin, rules);
    return rules;
  };
}
