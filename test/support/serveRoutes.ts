import { createOrigins } from '../../src/http/origins';
import type { Route } from '../../src/http/route';
import { createServer } from '../../src/http/server';
import { createStreams } from '../../src/directline/streams';
import { logLines } from './logLines';

/** Some of the service's addresses on a real server of their own, with everything that the server itself does. */
export async function serveRoutes(
  routes: readonly Route[],
): Promise<{ readonly url: string; readonly logged: () => string; close(): Promise<void> }> {
  const { log, text } = logLines();
  const server = createServer({
    host: '127.0.0.1',
    port: 0,
    publicUrl: undefined,
    origins: createOrigins(undefined, []),
    routes,
    streams: createStreams(),
    streamServer: { upgrade: (_request, socket) => void socket.destroy() },
    finishTurns: async () => undefined,
    log,
  });
  const { port } = await server.listen();
  return {
    url: `http://127.0.0.1:${port}`,
    logged: text,
    close: () => server.stop(),
  };
}
