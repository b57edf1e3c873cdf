import { z } from 'zod/v4';
import type { TokenIssuer } from '../../directline/tokenIssuer';
import type { Log } from '../../shared/log';
import type { Origins } from '../origins';
import { readJson } from '../readJson';
import { respondError, respondJson } from '../respond';
import type { Route } from '../route';

const body = z.object({ token: z.string().max(8192).optional().catch(undefined) }).catch({});

/**
 * `POST /api/webchat/token`: what a page needs to talk, `{ token, conversationId, userId, domain, expiresIn }`. A page
 * that still has a token sends it as `{ token }` and so resumes its conversation, also shortly after it has expired.
 */
export function webchatTokenRoute(deps: {
  readonly issuer: TokenIssuer;
  readonly origins: Origins;
  readonly log: Log;
}): Route {
  const { issuer, origins, log } = deps;
  return {
    method: 'post',
    path: '/api/webchat/token',
    async handle(request, response) {
      const { origin, host } = request.headers;
      if (!origins.allows(origin, host)) {
        respondError(response, 403, 'REQUEST_REFUSED', 'this site is not in ALLOWED_ORIGINS');
        return;
      }
      const json = await readJson(request, response);
      if (!json) return;
      const issuing = await issuer.issue({
        baseUrl: origins.baseUrl(host),
        earlierToken: body.parse(json.value).token,
      });
      if (issuing.kind === 'unavailable') {
        log.error({ code: 'DIRECT_LINE_UNAVAILABLE', reason: issuing.reason }, 'no token could be had');
        respondError(response, 502, 'DIRECT_LINE_UNAVAILABLE', 'the chat is not available at the moment');
        return;
      }
      respondJson(response, 200, issuing.issued);
    },
  };
}
