import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import { AppError } from '../shared/errors';

const items = z.array(
  z.union([z.string(), z.looseObject({ text: z.string() }), z.looseObject({ question: z.string() })]),
);

/**
 * Reads a set of questions: JSON Lines with `text`, or a YAML list with `question`; plain strings in both. What else an
 * item carries is left aside.
 * @throws AppError COMMAND_INVALID when the file cannot be read or is no such list
 */
export function readQuestionSet(path: string): string[] {
  try {
    const text = readFileSync(path, 'utf8');
    const read: unknown = /\.ya?ml$/.test(path)
      ? parse(text)
      : text
          .split('\n')
          .filter((line) => line.trim())
          .map((line): unknown => JSON.parse(line));
    return items
      .parse(read)
      .map((item) =>
        typeof item === 'string' ? item : 'text' in item ? (item.text as string) : item.question,
      );
  } catch (cause) {
    throw new AppError(
      'COMMAND_INVALID',
      `${path} is no list of questions (JSON Lines with "text", or YAML with "question")`,
      { cause },
    );
  }
}
