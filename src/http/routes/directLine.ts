import type { Request, Response } from 'restify';
import type { ClientRequest, DirectLine } from '../../directline/directLine';
import { refusals, type ProtocolReply } from '../../directline/protocolReply';
import type { Origins } from '../origins';
import { readJson } from '../readJson';
import { respondJson } from '../respond';
import { pathParameter, queryParameter, type Route } from '../route';

/** `/v3/directline/…`: the calls of Direct Line 3.0. Streams are taken by `StreamServer`. */
export function directLineRoutes(directLine: DirectLine, origins: Origins): readonly Route[] {
  const base = '/v3/directline';
  const conversation = `${base}/conversations/:id`;
  const caller = (request: Request): ClientRequest => ({
    authorization: request.headers.authorization,
    baseUrl: origins.baseUrl(request.headers.host),
  });
  const id = (request: Request) => pathParameter(request, 'id');
  const watermark = (request: Request) => queryParameter(request, 'watermark');

  return [
    route('post', `${base}/tokens/generate`, async () => refusals.notForSale()),
    route('post', `${base}/tokens/refresh`, (request) => directLine.refreshToken(caller(request))),
    withBody(`${base}/conversations`, (request, body) => directLine.startConversation(caller(request), body)),
    route('get', conversation, (request) =>
      directLine.reconnect(caller(request), id(request), watermark(request)),
    ),
    route('get', `${conversation}/activities`, (request) =>
      directLine.getActivities(caller(request), id(request), watermark(request)),
    ),
    withBody(`${conversation}/activities`, (request, body) =>
      directLine.postActivity(caller(request), id(request), body),
    ),
    route('post', `${conversation}/upload`, async (request, response) => {
      // The files are not read: the connection ends with the refusal.
      response.setHeader('Connection', 'close');
      return directLine.upload(caller(request), id(request));
    }),
  ];
}

function route(
  method: 'get' | 'post',
  path: string,
  call: (request: Request, response: Response) => Promise<ProtocolReply>,
): Route {
  return {
    method,
    path,
    async handle(request, response) {
      const { status, body } = await call(request, response);
      respondJson(response, status, body);
    },
  };
}

function withBody(path: string, call: (request: Request, body: unknown) => Promise<ProtocolReply>): Route {
  return {
    method: 'post',
    path,
    async handle(request, response) {
      const json = await readJson(request, response);
      if (!json) return;
      const { status, body } = await call(request, json.value);
      respondJson(response, status, body);
    },
  };
}
