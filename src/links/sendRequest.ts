/** What a site answered, or why there was no answer. */
export type Answer =
  | {
      readonly status: number;
      /** Of a redirect. */
      readonly location: string | undefined;
      /** Seconds or a date, as the site wrote it. */
      readonly retryAfter: string | undefined;
      /** Empty unless asked for. */
      readonly text: string;
    }
  /** A code such as `ENOTFOUND`, `CERT_HAS_EXPIRED`, `TimeoutError`. */
  | { readonly trouble: string };

/** Sends one request. Never throws. */
export type SendRequest = (
  url: URL,
  how: { readonly method: 'HEAD' | 'GET'; readonly follow?: boolean; readonly text?: boolean },
) => Promise<Answer>;

/**
 * Builds the sending of single requests. Nothing but the head of an answer is loaded unless its text is asked for.
 * @param deps `userAgent` says honestly who asks; `timeoutMs`: how long one request may take
 */
export function createSendRequest(deps: {
  readonly fetch: typeof fetch;
  readonly userAgent: string;
  readonly timeoutMs: number;
}): SendRequest {
  return async (url, { method, follow = false, text = false }) => {
    try {
      const response = await deps.fetch(url, {
        method,
        redirect: follow ? 'follow' : 'manual',
        signal: AbortSignal.timeout(deps.timeoutMs),
        headers: { 'User-Agent': deps.userAgent, Accept: '*/*', 'Accept-Language': 'fr, en;q=0.8' },
      });
      const body = text ? await response.text() : '';
      if (!text) await response.body?.cancel();
      return {
        status: response.status,
        location: response.headers.get('location') ?? undefined,
        retryAfter: response.headers.get('retry-after') ?? undefined,
        text: body,
      };
    } catch (error) {
      return { trouble: troubleOf(error) };
    }
  };
}

/** The code of what went wrong; fetch hides it in the cause of its error. */
function troubleOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'UNKNOWN';
  if ('cause' in error && typeof error.cause === 'object' && error.cause !== null)
    return troubleOf(error.cause);
  if ('code' in error && typeof error.code === 'string') return error.code;
  // Of several addresses of one host, each refused.
  if ('errors' in error && Array.isArray(error.errors)) return troubleOf(error.errors[0]);
  return 'name' in error && typeof error.name === 'string' ? error.name : 'UNKNOWN';
}
