import type { CompanyDirectory, CompanySearch } from '../leads/companyDirectory';
import { minutes, seconds, type Clock } from '../shared/time';
import { readRegistryAnswer } from './registryAnswer';

/** What looking companies up needs. */
export interface CompanyRegistryDeps {
  /** Base address of the State's "recherche d'entreprises" or of a copy; `none`: nobody is asked. */
  readonly url: string;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  /** In ms, for the whole answer. */
  readonly timeLimit?: number;
}

/** As many as can be offered as buttons. */
const mostFound = 5;
/** The register refuses shorter names. */
const shortestName = 3;
/** After so many failures in a row nobody is made to wait for the register for a while. */
const mostFailures = 3;
const pause = minutes(1);

/** What the register answered, `refused` when it finds the question itself wanting; undefined when it failed. */
type Answer = { readonly kind: 'body'; readonly body: unknown } | { readonly kind: 'refused' } | undefined;

/**
 * The State's public register of companies. Never throws: trouble of the register, its limit on questions and answers in another form are all
 * `unavailable`. Only the query leaves the machine.
 */
export function createCompanyRegistry({
  url,
  fetch,
  clock,
  timeLimit = seconds(3),
}: CompanyRegistryDeps): CompanyDirectory {
  let failures = 0;
  let pausedUntil = 0;

  const fail = (): CompanySearch => {
    failures += 1;
    if (failures >= mostFailures) pausedUntil = clock().getTime() + pause;
    return { kind: 'unavailable' };
  };

  return {
    async search(query) {
      if (url === 'none') return { kind: 'off' };
      const text = query.trim();
      if (text.length < shortestName) return { kind: 'notFound' };
      if (clock().getTime() < pausedUntil) return { kind: 'unavailable' };
      const answer = await ask(fetch, searchUrl(url, text), timeLimit);
      if (!answer) return fail();
      const found =
        answer.kind === 'refused'
          ? []
          : readRegistryAnswer(answer.body, /^\d{14}$/.test(text) ? text : undefined);
      if (!found) return fail();
      failures = 0;
      const [first, ...others] = found.slice(0, mostFound);
      return first ? { kind: 'found', companies: [first, ...others] } : { kind: 'notFound' };
    },
  };
}

function searchUrl(base: string, query: string): URL {
  const url = new URL('search', base.endsWith('/') ? base : `${base}/`);
  url.search = new URLSearchParams({ q: query, page: '1', per_page: String(mostFound) }).toString();
  return url;
}

async function ask(fetch: CompanyRegistryDeps['fetch'], url: URL, timeLimit: number): Promise<Answer> {
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(timeLimit),
    });
    if (response.ok) return { kind: 'body', body: await response.json() };
    await response.body?.cancel();
    return response.status === 400 ? { kind: 'refused' } : undefined;
  } catch {
    // No connection, no answer in time, or no JSON: for the visitor all the same.
    return undefined;
  }
}
