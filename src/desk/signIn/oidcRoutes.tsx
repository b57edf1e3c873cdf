import { z } from 'zod/v4';
import type { Response, Route } from '../../http/route';
import type { Log } from '../../shared/log';
import { minutes, type Clock } from '../../shared/time';
import { accountOf, type DeskAccount } from './account';
import type { OidcAttempt, OidcSignIn } from './oidc';
import { redirect } from './redirect';
import type { RenderDeskPage } from './renderPage';
import type { SignedCookies } from './signedCookies';
import type { SignIn } from './signIn';
import { Refused } from './signInPages';

/** What signing in through a provider needs. */
export interface OidcRouteDeps {
  readonly oidc: OidcSignIn;
  readonly accounts: () => readonly DeskAccount[];
  readonly signIn: SignIn;
  readonly cookies: SignedCookies;
  /** Where people reach the service. */
  readonly baseUrl: () => string;
  readonly clock: Clock;
  readonly log: Log;
  readonly renderPage: RenderDeskPage;
}

/** Keeps an attempt in the browser that began it, so that nobody finishes another one's. */
const attemptCookie = { name: 'suivi_oidc', path: '/suivi/oidc' } as const;
/** How long the provider may take with a person, in ms. */
const attemptMs = minutes(10);

const keptAttempt = z.object({
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  /** In ms since 1970. */
  until: z.number(),
});

/** `/suivi/oidc` and `/suivi/oidc/retour`: to the provider and back. */
export function oidcRoutes(deps: OidcRouteDeps): readonly Route[] {
  const { oidc, accounts, signIn, cookies, baseUrl, clock, log, renderPage } = deps;

  function refuse(response: Response, status: number, title: string, why: string): void {
    renderPage(response, status, { title, content: <Refused>{why}</Refused> });
  }

  function readAttempt(value: string | undefined): OidcAttempt | undefined {
    if (value === undefined) return undefined;
    const attempt = keptAttempt.parse(JSON.parse(Buffer.from(value, 'base64url').toString('utf8')));
    return attempt.until > clock().getTime() ? attempt : undefined;
  }

  return [
    {
      method: 'get',
      path: '/suivi/oidc',
      async handle(request, response) {
        const begun = await oidc.begin(`${baseUrl()}/suivi/oidc/retour`);
        if (begun.kind === 'failed') {
          log.error(
            { code: 'SIGN_IN_UNAVAILABLE', reason: begun.reason },
            'the provider of OpenID Connect does not answer as it should',
          );
          refuse(
            response,
            503,
            'Connexion impossible',
            'Le service de connexion de votre organisation ne répond pas. Réessayez dans un moment.',
          );
          return;
        }
        const until = clock().getTime() + attemptMs;
        const value = Buffer.from(JSON.stringify({ ...begun.attempt, until })).toString('base64url');
        cookies.write(request, response, attemptCookie, value, new Date(until));
        redirect(response, begun.url.href);
      },
    },
    {
      method: 'get',
      path: '/suivi/oidc/retour',
      async handle(request, response) {
        const attempt = readAttempt(cookies.read(request, attemptCookie));
        cookies.clear(request, response, attemptCookie);
        const outcome = attempt
          ? await oidc.finish(new URL(`${baseUrl()}${request.url ?? ''}`), attempt)
          : ({ kind: 'failed', reason: 'NO_ATTEMPT' } as const);
        if (outcome.kind === 'failed') {
          log.warn(
            { code: 'DESK_REFUSED', reason: outcome.reason },
            'a sign-in at the desk was not completed',
          );
          refuse(response, 400, 'Connexion interrompue', 'La connexion n’a pas abouti : recommencez.');
          return;
        }
        const account = outcome.kind === 'proved' ? accountOf(accounts(), outcome.email) : undefined;
        if (!account) {
          log.warn(
            { code: 'DESK_REFUSED', reason: outcome.kind === 'proved' ? 'NOT_LISTED' : 'ADDRESS_UNPROVED' },
            'somebody without an account was refused at the desk',
          );
          refuse(
            response,
            403,
            'Accès refusé',
            outcome.kind === 'proved'
              ? 'Ce compte n’a pas accès au suivi. Si c’est une erreur, parlez-en à la personne qui gère le service.'
              : 'Votre organisation ne confirme pas l’adresse de ce compte : demandez plutôt un lien par courriel.',
          );
          return;
        }
        await signIn.enter(request, response, account, 'oidc');
        redirect(response, '/suivi');
      },
    },
  ];
}
