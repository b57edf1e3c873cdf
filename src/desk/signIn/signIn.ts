import type { Request, Response } from '../../http/route';
import type { Log } from '../../shared/log';
import type { DeskAccount } from './account';
import { browserName } from './browserName';
import type { Sessions } from './sessions';
import type { SignedCookies } from './signedCookies';

/** The cookie of a session. */
export const sessionCookie = { name: 'suivi', path: '/suivi' } as const;

/** Lets an account in and out on a browser. All throw what the database throws. */
export interface SignIn {
  /** Begins a session and tells the browser; an earlier session of this browser ends. */
  enter(request: Request, response: Response, account: DeskAccount, way: 'link' | 'oidc'): Promise<void>;
  /** Makes the browser forget its session. The session itself is ended elsewhere. */
  leave(request: Request, response: Response): void;
}

/** Joins sessions with the cookie that carries them. */
export function createSignIn(deps: {
  readonly sessions: Sessions;
  readonly cookies: SignedCookies;
  readonly log: Log;
}): SignIn {
  const { sessions, cookies, log } = deps;
  return {
    async enter(request, response, account, way) {
      const before = cookies.read(request, sessionCookie);
      const earlier = before === undefined ? undefined : await sessions.find(before);
      if (earlier) await sessions.end(earlier);
      const { secret, endsAt } = await sessions.begin(account, browserName(request.headers['user-agent']));
      cookies.write(request, response, sessionCookie, secret, endsAt);
      log.info({ code: 'DESK_SIGNED_IN', way }, 'somebody signed in at the desk');
    },
    leave: (request, response) => cookies.clear(request, response, sessionCookie),
  };
}
