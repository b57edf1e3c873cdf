import { respondJson } from '../respond';
import type { Route } from '../route';

/** What `/readyz` tells: whether the service can do its work, and figures to watch. */
export interface Readiness {
  readonly ready: boolean;
  readonly [figure: string]: string | number | boolean | null;
}

/** `GET /healthz`: the process answers. */
export function healthRoute(): Route {
  return {
    method: 'get',
    path: '/healthz',
    handle: async (_request, response) => {
      respondJson(response, 200, { status: 'ok' });
    },
  };
}

/** `GET /readyz`: 200 when the service can do its work, otherwise 503, with figures in both cases. */
export function readyRoute(readiness: () => Promise<Readiness>): Route {
  return {
    method: 'get',
    path: '/readyz',
    handle: async (_request, response) => {
      const state = await readiness();
      respondJson(response, state.ready ? 200 : 503, state);
    },
  };
}
