import { randomBytes } from 'node:crypto';
import type { Origins } from './origins';

/** A fresh value for each page, which its own style and script elements bear. */
export function newNonce(): string {
  return randomBytes(16).toString('base64');
}

/** Web Chat inserts this hash's (empty) style element before it has been told the nonce. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/**
 * The policy of the chat page: everything from the service itself, framed by the allowed sites only.
 * @param directLineUrls where Direct Line is, when it is not on the page's own origin
 */
export function chatPolicy(page: {
  readonly nonce: string;
  readonly host: string | undefined;
  readonly origins: Origins;
  readonly directLineUrls: readonly string[];
}): string {
  const base = new URL(page.origins.baseUrl(page.host));
  const lines = [base.origin, ...page.directLineUrls.map((url) => new URL(url).origin)];
  const connect = new Set(["'self'", ...lines, ...lines.map((line) => line.replace(/^http/, 'ws'))]);
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${page.nonce}' ${emptyStyle}`,
    `connect-src ${[...connect].join(' ')}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "manifest-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    `frame-ancestors ${["'self'", ...page.origins.embedding].join(' ')}`,
  ].join('; ');
}

/** The policy of our ordinary pages: no script but our own, framed by nobody, framing only the chat. */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "frame-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The headers that every answer bears. */
export function commonHeaders(publicUrl: string | undefined): Readonly<Record<string, string>> {
  return {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
    ...(publicUrl?.startsWith('https:') ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  };
}
