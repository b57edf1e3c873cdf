import { createHmac } from 'node:crypto';
import type { PageNames } from '../leads/callSheet';
import type { DeliveryOutcome } from '../leads/deliveryOutcome';
import type { LeadLinks } from '../leads/leadLinks';
import { AppError, codeOf } from '../shared/errors';
import { seconds, type Clock } from '../shared/time';
import { leadErased, type Delivery } from './delivery';
import { webhookBody } from './webhookBody';

/** How long one attempt may take, in ms. */
const defaultLimitMs = seconds(10);

/** Refusals of a moment, among the answers from 400 to 499. */
const passing: ReadonlySet<number> = new Set([408, 425, 429]);

/**
 * Carries leads to another program, such as a customer database, by a signed POST: docs/webhook.md. Every entry goes to
 * the one address; which recipient it is for stands in the body.
 *
 * 2xx is delivered; 4xx is refused for good, but for 408, 425 and 429; everything else may pass, a redirection included:
 * it is not followed, since the signature is meant for one address, and an operator mends the address meanwhile.
 * @throws AppError CONFIG_INVALID when built with an unusable address or a secret of less than 16 characters
 */
export function createWebhookDelivery(
  deps: PageNames & {
    readonly url: string;
    /** Shared with the receiver, who verifies the signature by it. */
    readonly secret: string;
    readonly links: LeadLinks;
    readonly clock: Clock;
    readonly fetch: typeof fetch;
    readonly limitMs?: number;
  },
): Delivery {
  checkSettings(deps.url, deps.secret);
  return {
    kind: 'webhook',
    async deliver(entry, subject) {
      if (!subject.file && entry.message !== 'erasure' && entry.message !== 'alert') return leadErased;
      const now = deps.clock();
      const body = JSON.stringify(webhookBody(entry, subject, now, deps));
      const timestamp = String(Math.floor(now.getTime() / 1000));
      let response: Response;
      try {
        response = await deps.fetch(deps.url, {
          method: 'POST',
          body,
          redirect: 'manual',
          signal: AbortSignal.timeout(deps.limitMs ?? defaultLimitMs),
          headers: {
            'Content-Type': 'application/json; charset=utf-8',
            'User-Agent': 'assistant-webhook/1',
            'X-Assistant-Delivery': entry.id,
            'X-Assistant-Timestamp': timestamp,
            'X-Assistant-Signature': `v1=${webhookSignature(deps.secret, timestamp, body)}`,
          },
        });
      } catch (error) {
        return { kind: 'retryLater', code: 'DELIVERY_RETRY', detail: networkFault(error) };
      }
      // The answer's own words are of no use here, and may be endless.
      void response.body?.cancel().catch(() => undefined);
      return outcomeOf(response, entry.id, now);
    },
  };
}

/** HMAC-SHA256 over `<timestamp>.<body>` in hexadecimal digits. */
export const webhookSignature = (secret: string, timestamp: string, body: string): string =>
  createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');

function outcomeOf({ status, headers }: Response, entryId: string, now: Date): DeliveryOutcome {
  if (status >= 200 && status < 300) return { kind: 'delivered', remoteId: entryId };
  const detail = `HTTP ${status}`;
  if (status >= 400 && status < 500 && !passing.has(status)) {
    return { kind: 'refused', code: 'DELIVERY_REFUSED', detail };
  }
  const retryAfterMs = retryAfter(headers.get('retry-after'), now);
  return {
    kind: 'retryLater',
    code: 'DELIVERY_RETRY',
    detail,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}

/** The wait that the receiver asks for, in ms: it names seconds or a date. Undefined: neither. */
function retryAfter(header: string | null, now: Date): number | undefined {
  if (header === null) return undefined;
  if (/^\d+$/.test(header)) return seconds(Number(header));
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime());
}

/** `fetch` says only that it failed; the reason stands in the cause. */
function networkFault(error: unknown): string {
  const cause = typeof error === 'object' && error !== null && 'cause' in error ? error.cause : undefined;
  const code = codeOf(cause ?? error);
  return code === 'TimeoutError' ? 'ETIMEDOUT' : code;
}

function checkSettings(url: string, secret: string): void {
  const fault = (what: string): AppError =>
    new AppError('CONFIG_INVALID', `the webhook for leads cannot be used: ${what}. See docs/webhook.md.`);
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw fault('LEAD_WEBHOOK_URL must be an address that begins with https:// or http://');
  }
  const { username, password } = new URL(url);
  if (username || password)
    throw fault('LEAD_WEBHOOK_URL must not hold a user or password; the signature says who sends');
  if (secret.length < 16) {
    throw fault(`LEAD_WEBHOOK_SECRET has ${secret.length} characters, at least 16 are needed`);
  }
}
