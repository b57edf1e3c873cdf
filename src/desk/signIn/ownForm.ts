import type { Request } from '../../http/route';
import { isLoopbackAddress } from '../../shared/loopback';

/**
 * Whether a POST may come from a page of ours, as the browser tells. A client that tells nothing passes: it is no browser that another site could use.
 * Pages must not ask for `Referrer-Policy: no-referrer`, or browsers hide where their forms come from.
 * @param publicUrl where people reach the service; undefined: the request's own host is the only known one
 */
export function isFromOwnSite({ headers }: Request, publicUrl: string | undefined): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  const { origin } = headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return site === 'same-origin';
  const sender = new URL(origin);
  return (
    sender.host === headers.host || (publicUrl !== undefined && sender.origin === new URL(publicUrl).origin)
  );
}

/** Who sends a request, as far as it can be told: behind a reverse proxy on this machine, whom the proxy names. */
export function clientOf({ headers, socket }: Request): string {
  const { remoteAddress = '' } = socket;
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  return (isLoopbackAddress(remoteAddress) && forwarded) || remoteAddress;
}
