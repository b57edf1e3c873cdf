import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A value that nobody guesses: 256 bits, in letters, digits, hyphens and underscores. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret: a copy of the database opens nothing. A hash without salt will do, since nobody guesses the secret. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** The token of a session's forms. @param sessionId as `DeskSession` names it */
export const csrfTokenOf = (key: Buffer, sessionId: string): string =>
  createHmac('sha256', key).update(`csrf ${sessionId}`).digest('base64url');

/** Compares in a time that does not tell where two texts differ. */
export function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
