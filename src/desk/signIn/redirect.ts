import type { Response } from '../../http/route';

/** Sends the browser on by GET, whatever it did before. @param to an address, or a path of this service */
export function redirect(response: Response, to: string): void {
  response.sendRaw(303, '', { Location: to, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
}
