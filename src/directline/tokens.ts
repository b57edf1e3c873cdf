import jwt from 'jsonwebtoken';
import { z } from 'zod/v4';
import { days, hours, minutes, type Clock } from '../shared/time';

/** What a token allows: to speak as one user in one conversation. */
export interface Grant {
  readonly conversationId: string;
  readonly userId: string;
}

/** What a token turned out to be. */
export type TokenCheck =
  | { readonly kind: 'valid'; readonly grant: Grant }
  /** Signed by us but too old. */
  | { readonly kind: 'expired'; readonly grant: Grant }
  | { readonly kind: 'invalid' };

/** The website's tokens: signed statements, nothing is stored. */
export interface Tokens {
  /** A token for REST calls. */
  issue(grant: Grant): { readonly token: string; readonly expiresInSeconds: number };
  /** A short-lived token that stands in the address of a stream, where addresses may end up in a proxy's log. */
  issueForStream(grant: Grant): string;
  check(token: string): TokenCheck;
  checkForStream(token: string): TokenCheck;
  /** Whether an expired token is young enough to be exchanged for a new one of the same conversation. */
  mayResume(token: string): TokenCheck;
}

/** A laptop may sleep overnight; an expired token ends Web Chat's session for good, so it lives long. */
const tokenLifeMs = hours(24);
const streamTokenLifeMs = minutes(1);
const resumeLifeMs = days(7);

const claims = z.object({
  conversation: z.string().min(1).max(100),
  user: z.string().min(1).max(100),
  use: z.enum(['conversation', 'stream']),
  exp: z.number(),
});

/** @param key at least 32 bytes; see `readSigningKey` */
export function createTokens(key: Buffer, clock: Clock): Tokens {
  const nowSeconds = (): number => Math.floor(clock().getTime() / 1000);

  function sign(grant: Grant, use: 'conversation' | 'stream', lifeMs: number): string {
    const iat = nowSeconds();
    // directlinejs and Web Chat read the `user` claim and ignore any other user id the page names.
    const content = {
      conversation: grant.conversationId,
      user: grant.userId,
      use,
      iat,
      exp: iat + lifeMs / 1000,
    };
    return jwt.sign(content, key, { algorithm: 'HS256' });
  }

  function check(token: string, use: 'conversation' | 'stream', graceMs = 0): TokenCheck {
    let content: unknown;
    try {
      content = jwt.verify(token, key, { algorithms: ['HS256'], ignoreExpiration: true });
    } catch {
      return { kind: 'invalid' };
    }
    const parsed = claims.safeParse(content);
    if (!parsed.success || parsed.data.use !== use) return { kind: 'invalid' };
    const grant = { conversationId: parsed.data.conversation, userId: parsed.data.user };
    return { kind: nowSeconds() < parsed.data.exp + graceMs / 1000 ? 'valid' : 'expired', grant };
  }

  return {
    issue: (grant) => ({
      token: sign(grant, 'conversation', tokenLifeMs),
      expiresInSeconds: tokenLifeMs / 1000,
    }),
    issueForStream: (grant) => sign(grant, 'stream', streamTokenLifeMs),
    check: (token) => check(token, 'conversation'),
    checkForStream: (token) => check(token, 'stream'),
    mayResume: (token) => check(token, 'conversation', resumeLifeMs),
  };
}
