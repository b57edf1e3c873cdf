import type { Next, Request, Response } from 'restify';
import type { Origins } from './origins';
import { respondError } from './respond';

/** The paths that pages of allowed sites may call. */
const shared = /^\/(v3\/directline|api\/webchat)\//;

/**
 * Answers browsers' questions before calls from another origin, and marks the answers that such pages may read. Runs
 * before routing, because restify itself answers OPTIONS with 405.
 */
export function crossOrigin(origins: Origins): (request: Request, response: Response, next: Next) => void {
  return (request, response, next) => {
    const { origin, host } = request.headers;
    if (origin === undefined || !shared.test(request.getPath())) {
      next();
      return;
    }
    response.setHeader('Vary', 'Origin');
    const allowed = origins.allows(origin, host);
    if (allowed) {
      // directlinejs sends credentials with one of its calls, so the origin is named instead of `*`.
      response.setHeader('Access-Control-Allow-Origin', origin);
      response.setHeader('Access-Control-Allow-Credentials', 'true');
    }
    if (request.method !== 'OPTIONS') {
      next();
      return;
    }
    if (allowed) {
      response.setHeader('Access-Control-Allow-Methods', 'GET, POST, OPTIONS');
      response.setHeader(
        'Access-Control-Allow-Headers',
        'authorization, content-type, x-ms-bot-agent, x-requested-with',
      );
      response.setHeader('Access-Control-Max-Age', '600');
      response.sendRaw(204, '');
    } else respondError(response, 403, 'REQUEST_REFUSED', 'this site is not in ALLOWED_ORIGINS');
    next(false);
  };
}
