import type { Request, Response } from 'restify';

/** What a handler gets: rooms that answer requests take these from here, so that the server's library stays in this one. */
export type { Request, Response } from 'restify';

/** One address of the service. One file per route makes it; `createServer` mounts it. */
export interface Route {
  readonly method: 'get' | 'post';
  /** As restify writes it: `/v3/directline/conversations/:id`. */
  readonly path: string;
  /** Answers the request. What it throws is logged with its code and answered with 500, without its text. */
  readonly handle: (request: Request, response: Response) => Promise<void>;
}

/** The value of a `:name` in the route's path. */
export function pathParameter(request: Request, name: string): string {
  const params = request.params as Readonly<Record<string, string | undefined>>;
  return params[name] ?? '';
}

/** The value of a query parameter; undefined when absent. */
export function queryParameter(request: Request, name: string): string | undefined {
  return new URLSearchParams(request.getQuery()).get(name) ?? undefined;
}
