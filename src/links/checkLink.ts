import type { Clock } from '../shared/time';
import { minutes } from '../shared/time';
import type { HostGate, Wait } from './hostGate';
import type { LinkResult } from './linkResult';
import type { RulesUnknown, SiteRules } from './robots';
import type { Answer, SendRequest } from './sendRequest';

/** Looks at one address. Never throws. */
export type CheckLink = (url: string) => Promise<LinkResult>;

/** Redirects that are followed. */
const mostRedirects = 8;
/** The longest wait that a site's Retry-After is granted, in ms; a longer one ends the look. */
const longestRetryMs = minutes(2);

const deadStatuses = [404, 410];
const refusingStatuses = [401, 403, 406, 429, 451];
/** The name does not exist; EAI_AGAIN is trouble of our own resolver. */
const deadTroubles = ['ENOTFOUND'];

/**
 * Builds the look at one address: HEAD, then GET where that is refused, redirects one by one, each host's robots.txt obeyed and its Retry-After waited for
 * once.
 */
export function createCheckLink(deps: {
  readonly send: SendRequest;
  readonly rulesOf: (url: URL) => Promise<SiteRules | RulesUnknown>;
  readonly gate: HostGate;
  readonly wait: Wait;
  readonly clock: Clock;
}): CheckLink {
  const { send, rulesOf, gate, wait, clock } = deps;

  const ask = async (url: URL, pauseMs: number): Promise<Answer> => {
    const head = await gate.run(url, () => send(url, { method: 'HEAD' }), pauseMs);
    const telling =
      'trouble' in head
        ? deadTroubles.includes(head.trouble)
        : head.status < 400 || head.status === 429 || head.retryAfter !== undefined;
    // Many servers answer HEAD wrongly, or not at all; only GET is what people do.
    return telling ? head : gate.run(url, () => send(url, { method: 'GET' }), pauseMs);
  };

  const askPatiently = async (url: URL, pauseMs: number): Promise<Answer> => {
    const first = await ask(url, pauseMs);
    if ('trouble' in first || ![429, 503].includes(first.status)) return first;
    const wanted = retryAfterMs(first.retryAfter, clock());
    if (wanted === undefined || wanted > longestRetryMs) return first;
    await wait(wanted);
    return gate.run(url, () => send(url, { method: 'GET' }), pauseMs);
  };

  return async (address) => {
    let url = new URL(address);
    let movedTo: string | undefined;
    let permanent = true;
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
      const rules = await rulesOf(url);
      if ('reason' in rules) {
        return { url: address, state: 'trouble', reason: `robots.txt ${rules.reason}` };
      }
      if (!rules.allows(url)) return { url: address, state: 'refusesRobots', reason: 'robots.txt' };
      const answer = await askPatiently(url, rules.pauseMs);
      if ('trouble' in answer) {
        const state = deadTroubles.includes(answer.trouble) ? 'dead' : 'trouble';
        return { url: address, state, reason: answer.trouble };
      }
      const { status, location } = answer;
      if (status < 300 || status >= 400 || location === undefined || !URL.canParse(location, url.href)) {
        return ended(address, status, movedTo);
      }
      url = new URL(location, url.href);
      permanent &&= status === 301 || status === 308;
      // Beyond a redirect for the time being, the address before it is still the one to keep.
      if (permanent) movedTo = url.href;
    }
    return { url: address, state: 'trouble', reason: 'too many redirects' };
  };
}

function ended(url: string, status: number, movedTo: string | undefined): LinkResult {
  const reason = String(status);
  if (deadStatuses.includes(status)) return { url, state: 'dead', reason };
  if (refusingStatuses.includes(status)) return { url, state: 'refusesRobots', reason };
  if (status >= 300) return { url, state: 'trouble', reason };
  // Back where it began, as some sites do after setting a cookie.
  return movedTo === undefined || movedTo === url ? { url, state: 'ok' } : { url, state: 'moved', movedTo };
}

/** The wait of a Retry-After header, seconds or a date, in ms; undefined: there is none that can be read. */
function retryAfterMs(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const until = Date.parse(header);
  return Number.isNaN(until) ? undefined : Math.max(0, until - now.getTime());
}
