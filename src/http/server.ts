import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import restify, { type Request, type Response } from 'restify';
import type { StreamServer } from '../directline/streamServer';
import type { Streams } from '../directline/streams';
import { AppError, codeOf } from '../shared/errors';
import type { Log } from '../shared/log';
import { seconds } from '../shared/time';
import { commonHeaders } from './contentSecurity';
import { crossOrigin } from './crossOrigin';
import type { Origins } from './origins';
import { respondError } from './respond';
import type { Route } from './route';

export interface ServerDeps {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly publicUrl: string | undefined;
  readonly origins: Origins;
  readonly routes: readonly Route[];
  readonly streamServer: StreamServer;
  readonly streams: Streams;
  /** Refuses new turns and resolves when the running ones have ended. */
  readonly finishTurns: () => Promise<void>;
  readonly log: Log;
}

/** The HTTP server of everything. */
export interface Server {
  /** @throws AppError PORT_UNAVAILABLE */
  listen(): Promise<{ readonly port: number; readonly url: string }>;
  /** Takes nothing new, lets running turns end and their replies go out, then closes. At most 9 seconds. */
  stop(): Promise<void>;
}

const turnsDeadlineMs = seconds(7);
const connectionsDeadlineMs = seconds(2);

/** Mounts the routes on restify. Listens only when told to. */
export function createServer(deps: ServerDeps): Server {
  const { origins, log } = deps;
  const server = restify.createServer({ name: 'assistant', ignoreTrailingSlash: true });
  const headers = Object.entries(commonHeaders(deps.publicUrl));
  server.pre((request, response, next) => {
    if (isAddressable(request)) {
      next();
      return;
    }
    response.setHeader('Connection', 'close');
    respondError(response, 400, 'REQUEST_INVALID', 'the address or the host of the request cannot be read');
    next(false);
  });
  server.pre((_request, response, next) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    next();
  });
  server.pre(crossOrigin(origins));
  for (const route of deps.routes) {
    server[route.method](route.path, guarded(route, log));
    if (route.method === 'get') server.head(route.path, guarded(route, log));
  }
  server.on('restifyError', (request: Request, response: Response, error: unknown, done: () => void) => {
    respondToRoutingError(request, response, error, log);
    done();
  });
  server.server.on('upgrade', (request, socket, head) => {
    deps.streamServer.upgrade(request, socket, head);
  });

  return {
    async listen() {
      await new Promise<void>((resolve, reject) => {
        // On restify's own object: it passes its server's errors on and would throw one that nobody listens to.
        server.on('error', (error: Error) => {
          reject(portUnavailable(deps, error));
        });
        server.listen(deps.port, deps.host, resolve);
      });
      const { port } = server.server.address() as AddressInfo;
      const name = deps.host.includes(':') ? `[${deps.host}]` : deps.host;
      return { port, url: deps.publicUrl ?? `http://${name === '127.0.0.1' ? 'localhost' : name}:${port}` };
    },

    async stop() {
      const http = server.server;
      const closed = new Promise<void>((resolve) => {
        http.close(() => resolve());
      });
      http.closeIdleConnections();
      await within(turnsDeadlineMs, deps.finishTurns());
      deps.streams.stop();
      http.closeIdleConnections();
      await within(connectionsDeadlineMs, closed);
      http.closeAllConnections();
    },
  };
}

/** Whether address and host can be read at all: restify throws, outside of any handler, at some that cannot. */
function isAddressable(request: IncomingMessage): boolean {
  const { url = '', headers } = request;
  const host = headers.host ?? 'localhost';
  return (
    url.startsWith('/') &&
    URL.canParse(url, 'http://localhost') &&
    /^[\w.:[\]-]+$/.test(host) &&
    URL.canParse(`http://${host}`)
  );
}

/** A route's handler whose faults are told to the operator by code and to the client without detail. */
function guarded(route: Route, log: Log): (request: Request, response: Response) => Promise<void> {
  return async (request, response) => {
    try {
      await route.handle(request, response);
    } catch (error) {
      // A client that has gone away is no fault of ours.
      if (request.destroyed && !request.complete) return;
      const fields = {
        code: 'REQUEST_FAILED',
        route: `${route.method} ${route.path}`,
        reason: codeOf(error),
      };
      log.error(fields, 'a request failed');
      if (response.headersSent) response.destroy();
      else
        respondError(response, 500, 'REQUEST_FAILED', 'the service could not do this; it has been reported');
    }
  };
}

/** Whatever restify refuses before a route is reached: unknown addresses, wrong methods, malformed paths. */
function respondToRoutingError(request: Request, response: Response, error: unknown, log: Log): void {
  const given =
    error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
      ? error.statusCode
      : 500;
  if (given === 404) {
    respondError(response, 404, 'REQUEST_INVALID', `there is nothing at this address`);
  } else if (given === 405) {
    respondError(
      response,
      405,
      'REQUEST_INVALID',
      `this address does not take ${request.method ?? 'this method'}`,
    );
  } else if (given < 500) {
    respondError(response, given, 'REQUEST_INVALID', 'the request cannot be understood');
  } else {
    log.error({ code: 'REQUEST_FAILED', route: 'routing', reason: codeOf(error) }, 'a request failed');
    respondError(response, 500, 'REQUEST_FAILED', 'the service could not do this; it has been reported');
  }
}

function portUnavailable(deps: { host: string; port: number }, cause: Error): AppError {
  const code = codeOf(cause);
  const why =
    code === 'EADDRINUSE'
      ? 'another program uses it: stop that one, or set PORT to a free port'
      : code === 'EACCES'
        ? 'this user may not open it: set PORT to 1024 or more'
        : 'check HOST: it must be an address of this machine';
  return new AppError('PORT_UNAVAILABLE', `cannot listen on ${deps.host}:${deps.port} (${code}); ${why}`, {
    cause,
  });
}

/** Waits for the promise, but not longer than the given time. */
async function within(limitMs: number, promise: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, limitMs);
  });
  await Promise.race([promise, limit]);
  clearTimeout(timer);
}
