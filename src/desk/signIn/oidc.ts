import type { Configuration } from 'openid-client';
import { codeOf } from '../../shared/errors';
import { isLoopbackUrl } from '../../shared/loopback';
import { provedEmail } from './oidcEmail';

/** What one attempt to sign in must remember until the provider sends the person back. */
export interface OidcAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** How an attempt ended. `unproved`: the provider knows the person, but vouches for no address. */
export type OidcOutcome =
  | { readonly kind: 'proved'; readonly email: string }
  | { readonly kind: 'unproved' }
  /** @property reason a code, without anything personal */
  | { readonly kind: 'failed'; readonly reason: string };

/** Signing in through an OpenID Connect provider, by the code flow with PKCE. */
export interface OidcSignIn {
  /** Where to send the person; `failed`: the provider does not answer, or not as it should. */
  begin(
    redirectUri: string,
  ): Promise<
    | { readonly kind: 'begun'; readonly url: URL; readonly attempt: OidcAttempt }
    | { readonly kind: 'failed'; readonly reason: string }
  >;
  /** @param returned the whole address to which the provider sent the person back */
  finish(returned: URL, attempt: OidcAttempt): Promise<OidcOutcome>;
}

/** The seconds that the provider has for an answer. */
const timeoutSeconds = 10;

/** Nothing is loaded or asked before the first person signs in this way; what the provider says of itself is then kept. */
export function createOidcSignIn(settings: {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}): OidcSignIn {
  const { issuer, clientId, clientSecret } = settings;
  let known: Promise<Configuration> | undefined;

  async function discover(): Promise<Configuration> {
    const client = await library();
    return client.discovery(new URL(issuer), clientId, clientSecret, undefined, {
      timeout: timeoutSeconds,
      execute: [
        client.enableNonRepudiationChecks,
        // The settings allow http on this machine only.
        ...(isLoopbackUrl(issuer) ? [allowHttp(client)] : []),
      ],
    });
  }

  /** A failure is not kept: the next person tries again. */
  async function provider(): Promise<Configuration> {
    known ??= discover();
    try {
      return await known;
    } catch (error) {
      known = undefined;
      throw error;
    }
  }

  return {
    async begin(redirectUri) {
      try {
        const [client, configuration] = [await library(), await provider()];
        const attempt = {
          state: client.randomState(),
          nonce: client.randomNonce(),
          codeVerifier: client.randomPKCECodeVerifier(),
        };
        const url = client.buildAuthorizationUrl(configuration, {
          redirect_uri: redirectUri,
          scope: 'openid email profile',
          state: attempt.state,
          nonce: attempt.nonce,
          code_challenge: await client.calculatePKCECodeChallenge(attempt.codeVerifier),
          code_challenge_method: 'S256',
        });
        return { kind: 'begun', url, attempt };
      } catch (error) {
        return { kind: 'failed', reason: reasonOf(error) };
      }
    },

    async finish(returned, { state, nonce, codeVerifier }) {
      try {
        const [client, configuration] = [await library(), await provider()];
        const tokens = await client.authorizationCodeGrant(configuration, returned, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: codeVerifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (!claims) return { kind: 'unproved' };
        let email = provedEmail(claims, issuer);
        if (email === undefined && configuration.serverMetadata().userinfo_endpoint !== undefined) {
          // Many providers tell the address there only.
          const more = await client.fetchUserInfo(configuration, tokens.access_token, claims.sub);
          email = provedEmail({ ...more, ...claims }, issuer);
        }
        return email === undefined ? { kind: 'unproved' } : { kind: 'proved', email };
      } catch (error) {
        return { kind: 'failed', reason: reasonOf(error) };
      }
    },
  };
}

type Library = typeof import('openid-client');

const library = (): Promise<Library> => import('openid-client');

/** The library marks it as deprecated so that nobody uses it without thinking. */
// eslint-disable-next-line @typescript-eslint/no-deprecated
const allowHttp = (client: Library): ((configuration: Configuration) => void) => client.allowInsecureRequests;

/** The provider's own word where it gives one (`access_denied`, `invalid_client`), else the library's code. */
function reasonOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'error' in error && typeof error.error === 'string') {
    return error.error;
  }
  return codeOf(error);
}
