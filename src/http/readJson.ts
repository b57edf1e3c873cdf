import type { Request, Response } from 'restify';
import { respondError } from './respond';

/** The most that any request may carry, in bytes; Direct Line's own limit for an activity. */
export const maxBodyBytes = 256 * 1024;
/** How much of a body that is too large is still read, so that the client hears the refusal instead of a broken pipe. */
const maxDiscardedBytes = 16 * 1024 * 1024;

/**
 * Reads a request's JSON. Answers the request itself when there is none to be had: 413, 415 or 400.
 * @returns the value, or undefined when the request has been answered
 */
export async function readJson(
  request: Request,
  response: Response,
): Promise<{ value: unknown } | undefined> {
  const type = request.headers['content-type'] ?? '';
  const body = await readBody(request);
  if (body === 'tooLarge') {
    response.setHeader('Connection', 'close');
    respondError(response, 413, 'REQUEST_TOO_LARGE', `the body is larger than ${maxBodyBytes} bytes`);
    return undefined;
  }
  if (body.length === 0) return { value: {} };
  // A page of another site can send anything but JSON without asking first.
  if (!/^application\/([\w.+-]+\+)?json\b/i.test(type)) {
    respondError(response, 415, 'REQUEST_INVALID', 'expected a body of type application/json');
    return undefined;
  }
  try {
    return { value: JSON.parse(body.toString('utf8')) };
  } catch {
    respondError(response, 400, 'REQUEST_INVALID', 'the body is not valid JSON');
    return undefined;
  }
}

async function readBody(request: Request): Promise<Buffer | 'tooLarge'> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= maxBodyBytes) chunks.push(chunk);
    else chunks.length = 0;
    if (bytes > maxDiscardedBytes) break;
  }
  return bytes > maxBodyBytes ? 'tooLarge' : Buffer.concat(chunks);
}
