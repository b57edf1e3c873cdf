/** What the server gives a page that wants to talk. */
export interface IssuedToken {
  readonly token: string;
  readonly conversationId: string;
  readonly userId: string;
  readonly domain: string;
}

export type TokenOutcome =
  | { readonly kind: 'issued'; readonly issued: IssuedToken }
  /** The site may not use the assistant; asking again does not help. */
  | { readonly kind: 'refused' }
  /** No network, or the service is down; asking again may help. */
  | { readonly kind: 'unreachable' };

/** Asks for a token, for the same conversation when the page still has an earlier one. */
export async function requestToken(earlierToken: string | undefined): Promise<TokenOutcome> {
  try {
    const response = await fetch('/api/webchat/token', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(earlierToken === undefined ? {} : { token: earlierToken }),
      signal: AbortSignal.timeout(10_000),
    });
    if (response.status === 403) return { kind: 'refused' };
    if (!response.ok) return { kind: 'unreachable' };
    return { kind: 'issued', issued: (await response.json()) as IssuedToken };
  } catch {
    return { kind: 'unreachable' };
  }
}
