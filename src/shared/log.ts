import pino, { type DestinationStream } from 'pino';

/** The levels that `LOG_LEVEL` accepts, quietest first. */
export const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

/**
 * What may stand in a log line: codes, ids, counts, durations. Never a visitor's words, name, e-mail or phone.
 * `code` is an `ErrorCode` or an event in capitals such as `LEAD_RECORDED`.
 */
export interface LogFields {
  readonly code: string;
  readonly [field: string]: string | number | boolean | undefined;
}

/** The log as every room sees it: one line of JSON per call. */
export interface Log {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
}

/**
 * A pino log without process id and host name (they are the operator's, not the reader's concern).
 * @param destination where lines go; standard output by default. Tests pass a stream that collects them.
 */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return destination ? pino(options, destination) : pino(options);
}
