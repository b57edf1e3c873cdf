import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'restify';
import type { PageNames } from '../../leads/callSheet';
import type { FeedPosition, LeadFeed } from '../../leads/leadFeed';
import type { Clock } from '../../shared/time';
import { respondError, respondJson } from '../respond';
import type { Route } from '../route';
import { createTriesLimit } from '../triesLimit';
import { leadPage, leadQuery, toApiItem } from './apiSchema';
import { openApiDocument } from './openApi';

/** What the API needs. */
export interface ApiDeps {
  readonly feed: LeadFeed;
  readonly names: PageNames;
  /** What every request bears. */
  readonly token: string;
  readonly publicUrl: string;
  readonly clock: Clock;
}

/** `/api/v1/…`: leads for another program of the operator's, such as a CRM. Read only; every request bears the token. */
export function apiRoutes(deps: ApiDeps): readonly Route[] {
  const wrongTokens = createTriesLimit({ clock: deps.clock });
  const expected = digest(deps.token);

  const guarded = (path: string, answer: (request: Request, response: Response) => Promise<void>): Route => ({
    method: 'get',
    path,
    async handle(request, response) {
      const client = request.socket.remoteAddress ?? '';
      const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
      if (wrongTokens.isReached(client)) {
        respondError(response, 429, 'REQUEST_REFUSED', 'too many wrong tokens; try again in an hour');
      } else if (token === undefined || !timingSafeEqual(digest(token), expected)) {
        if (token !== undefined) wrongTokens.failed(client);
        response.setHeader('WWW-Authenticate', 'Bearer');
        respondError(response, 401, 'REQUEST_REFUSED', 'send the header Authorization: Bearer <API_TOKEN>');
      } else await answer(request, response);
    },
  });

  return [
    guarded('/api/v1/leads', async (request, response) => {
      const asked = leadQuery.safeParse(Object.fromEntries(new URLSearchParams(request.getQuery())));
      const after = asked.data?.after === undefined ? undefined : readPosition(asked.data.after);
      if (!asked.success || (asked.data.after !== undefined && !after)) {
        const issue = asked.error?.issues[0];
        const place = issue ? `${issue.path.join('.')}: ${issue.message}` : 'after: not one of ours';
        respondError(response, 400, 'REQUEST_INVALID', `${place}; see /api/v1/openapi.json`);
        return;
      }
      const { since, limit } = asked.data;
      const { items, next } = await deps.feed.read({
        since: since ? new Date(since) : undefined,
        after,
        limit,
      });
      response.setHeader('Cache-Control', 'no-store');
      const page = {
        items: items.map((item) => toApiItem(item, deps.names)),
        next: next && writePosition(next),
      };
      respondJson(response, 200, leadPage.parse(page));
    }),
    guarded('/api/v1/openapi.json', async (_request, response) => {
      respondJson(response, 200, openApiDocument(deps.publicUrl));
    }),
  ];
}

const digest = (token: string): Buffer => createHash('sha256').update(token).digest();

const writePosition = ({ changedAt, leadId }: FeedPosition): string =>
  Buffer.from(`${changedAt.toISOString()}|${leadId}`).toString('base64url');

function readPosition(text: string): FeedPosition | undefined {
  const [at = '', leadId] = Buffer.from(text, 'base64url').toString('utf8').split('|');
  const changedAt = new Date(at);
  return leadId && !Number.isNaN(changedAt.getTime()) ? { changedAt, leadId } : undefined;
}
