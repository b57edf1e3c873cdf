import type { Clock } from '../shared/time';
import { createCheckLink } from './checkLink';
import { createHostGate, type Wait } from './hostGate';
import type { LinkResult } from './linkResult';
import { createRobots } from './robots';
import { createSendRequest } from './sendRequest';

/** How addresses are looked at. */
export interface LinkCheckOptions {
  /** The name by which a robots.txt may speak of this program; `userAgent` begins with it. */
  readonly robot: string;
  readonly userAgent: string;
  /** Pause between two requests to one host, in ms; a longer one that its robots.txt asks for counts. */
  readonly delayMs: number;
  /** Hosts at a time. */
  readonly hosts: number;
  /** How long one request may take, in ms. */
  readonly timeoutMs: number;
}

/**
 * Looks at many addresses, politely: one request at a time to each host, several hosts at a time.
 * @param onChecked called after each address
 * @returns one result for each address, in their order
 */
export async function checkLinks(
  urls: readonly string[],
  options: LinkCheckOptions,
  world: { readonly fetch: typeof fetch; readonly wait: Wait; readonly clock: Clock },
  onChecked: (result: LinkResult) => void = () => undefined,
): Promise<readonly LinkResult[]> {
  const { wait, clock } = world;
  const gate = createHostGate({ delayMs: options.delayMs, wait });
  const send = createSendRequest({ ...options, fetch: world.fetch });
  const rulesOf = createRobots({
    robot: options.robot,
    send: (url, how) => gate.run(url, () => send(url, how)),
  });
  const checkLink = createCheckLink({ send, rulesOf, gate, wait, clock });

  const waiting = [...byHost(urls).values()];
  const results = new Map<string, LinkResult>();
  const worker = async (): Promise<void> => {
    for (let mine = waiting.shift(); mine; mine = waiting.shift()) {
      for (const url of mine) {
        const result = await checkLink(url);
        results.set(url, result);
        onChecked(result);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, options.hosts) }, worker));
  return urls.flatMap((url) => results.get(url) ?? []);
}

function byHost(urls: readonly string[]): Map<string, string[]> {
  const hosts = new Map<string, string[]>();
  for (const url of new Set(urls)) {
    const { host } = new URL(url);
    hosts.set(host, [...(hosts.get(host) ?? []), url]);
  }
  return hosts;
}
