import type { Request, Response } from 'restify';
import { respondError } from './respond';

/** The most that a form may carry, in bytes: some short fields and a note. */
export const maxFormBytes = 16 * 1024;

/**
 * Reads a form as browsers send it. Answers the request itself when there is none to be had: 413 or 415.
 * @param maxBytes `maxFormBytes` by default
 * @returns the first value of each field, or undefined when the request has been answered
 */
export async function readForm(
  request: Request,
  response: Response,
  maxBytes = maxFormBytes,
): Promise<ReadonlyMap<string, string> | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) break;
    chunks.push(chunk);
  }
  if (bytes > maxBytes) {
    response.setHeader('Connection', 'close');
    respondError(response, 413, 'REQUEST_TOO_LARGE', `the form is larger than ${maxBytes} bytes`);
    return undefined;
  }
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '')) {
    respondError(
      response,
      415,
      'REQUEST_INVALID',
      'expected a body of type application/x-www-form-urlencoded',
    );
    return undefined;
  }
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(Buffer.concat(chunks).toString('utf8'))) {
    // Browsers end lines of a text area by CR LF.
    if (!fields.has(name)) fields.set(name, value.replace(/\r\n?/g, '\n'));
  }
  return fields;
}
