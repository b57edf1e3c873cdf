import { createLog, type Log } from '../../src/shared/log';

/** A real log whose lines can be read back, as text and parsed. */
export function logLines(): {
  readonly log: Log;
  readonly text: () => string;
  readonly codes: () => string[];
} {
  const lines: string[] = [];
  return {
    log: createLog('debug', { write: (line: string) => void lines.push(line) }),
    text: () => lines.join(''),
    codes: () => lines.map((line) => (JSON.parse(line) as { code: string }).code),
  };
}
