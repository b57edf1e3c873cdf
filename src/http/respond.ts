import type { Response } from 'restify';

/** Answers with JSON. Never cached: what the service says in JSON is true at that moment only. */
export function respondJson(response: Response, status: number, body: unknown): void {
  if (body === undefined) {
    response.sendRaw(status, '', { 'Cache-Control': 'no-store' });
    return;
  }
  response.sendRaw(status, JSON.stringify(body), {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
  });
}

/** Answers with a refusal in the one shape that all routes share, which is also Direct Line's. */
export function respondError(response: Response, status: number, code: string, message: string): void {
  respondJson(response, status, { error: { code, message } });
}

/** Answers with a page. */
export function respondHtml(
  response: Response,
  status: number,
  html: string,
  headers: Record<string, string>,
): void {
  response.sendRaw(status, html, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-cache',
    ...headers,
  });
}
