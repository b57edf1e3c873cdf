import type { Ids } from '../shared/ids';
import type { Tokens } from './tokens';

/** What a page needs to open a conversation. */
export interface IssuedToken {
  readonly token: string;
  readonly conversationId: string;
  readonly userId: string;
  /** The address of the Direct Line that accepts the token. */
  readonly domain: string;
  /** In seconds. */
  readonly expiresIn: number;
}

export type Issuing =
  | { readonly kind: 'issued'; readonly issued: IssuedToken; readonly resumed: boolean }
  /** The service that issues tokens does not answer or refuses. */
  | { readonly kind: 'unavailable'; readonly reason: string };

/** Gives pages their tokens, whoever serves Direct Line. */
export interface TokenIssuer {
  /**
   * @param earlierToken what the page still has from an earlier visit. When it is good enough, the token is for the same
   * conversation; otherwise for a new one.
   */
  issue(request: { readonly baseUrl: string; readonly earlierToken?: string | undefined }): Promise<Issuing>;
}

/** Tokens of our own Direct Line. */
export function createLocalTokenIssuer(tokens: Tokens, ids: Ids): TokenIssuer {
  return {
    async issue({ baseUrl, earlierToken }) {
      const earlier = earlierToken === undefined ? undefined : tokens.mayResume(earlierToken);
      const resumed = earlier?.kind === 'valid';
      // The prefix is what Direct Line asks of user ids that stand in a token.
      const grant = resumed ? earlier.grant : { conversationId: ids.uuid(), userId: `dl_${ids.uuid()}` };
      const { token, expiresInSeconds } = tokens.issue(grant);
      const domain = `${baseUrl}/v3/directline`;
      return { kind: 'issued', issued: { ...grant, token, domain, expiresIn: expiresInSeconds }, resumed };
    },
  };
}
