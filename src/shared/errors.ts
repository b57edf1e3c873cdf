/**
 * Every fault the service can name. Each code has a heading in `docs/errors.md` that tells an operator what to do; a
 * test holds the two together. What may normally happen is not here: that is a tagged union where it happens.
 */
export const errorCodes = [
  'CONFIG_INVALID',
  'KNOWLEDGE_INVALID',
  'COMMAND_INVALID',
  'DATABASE_UNAVAILABLE',
  'DATABASE_MIGRATION_FAILED',
  'PORT_UNAVAILABLE',
  'TURN_FAILED',
  'BOT_STATE_CONFLICT',
  'ACTIVITY_INVALID',
  'REQUEST_INVALID',
  'REQUEST_TOO_LARGE',
  'REQUEST_REFUSED',
  'PAGE_LEFT_OUT',
  'PUBLICATION_FAILED',
  'SERVICE_URL_REFUSED',
  'LEAD_NOT_STORED',
  'LEAD_UNREADABLE',
  'LEAD_BUSY',
  'DELIVERY_RETRY',
  'DELIVERY_REFUSED',
  'DELIVERY_DEAD',
  'DISPATCH_FAILED',
  'QUESTION_NOT_KEPT',
  'STEP_NOT_COUNTED',
  'RETENTION_FAILED',
  'REMINDERS_FAILED',
  'NOTICES_FAILED',
  'DIRECT_LINE_UNAVAILABLE',
  'TURN_QUEUE_FULL',
  'SERVICE_STOPPING',
  'REQUEST_FAILED',
  'WEB_ASSETS_MISSING',
  'TEAMS_PACKAGE_INVALID',
  'SIGN_IN_UNAVAILABLE',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/**
 * A fault with a stable code. The message says what failed, with the value, where, and what to do; it is for operators
 * and may reach a log, so it never holds a visitor's words or personal data.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(`${code}: ${message}`, options);
  }
}

/** The end of a switch over a union: does not compile while a case is missing. */
export function assertNever(value: never): never {
  throw new TypeError(`unexpected case: ${JSON.stringify(value)}`);
}

/** The code of any thrown thing, for a log line that must not carry its text. */
export function codeOf(error: unknown): string {
  if (error instanceof AppError) return error.code;
  if (typeof error !== 'object' || error === null) return 'UNKNOWN';
  // By form, not by class: errors of Node's own modules are not instances of the Error that a test file sees.
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'name' in error && typeof error.name === 'string' ? error.name : 'UNKNOWN';
}
