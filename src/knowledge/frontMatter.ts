import { isMap, isPair, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod/v4';
import type { Fault } from './fault';

/** A Markdown file cut into its YAML head and its text. */
export interface SplitFile {
  readonly head: string;
  readonly body: string;
}

/** Cuts a page at its two `---` lines; undefined when it has no front matter. */
export function splitFrontMatter(text: string): SplitFile | undefined {
  const match = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---\r?\n?([\s\S]*)$/.exec(text);
  return match ? { head: match[1] ?? '', body: (match[2] ?? '').trim() } : undefined;
}

/**
 * Reads YAML by a schema. All faults are reported together, in French, each with the line of the value at fault.
 * @param firstLine the line of the file on which the YAML begins
 */
export function readYaml<T>(
  yaml: string,
  schema: z.ZodType<T>,
  file: string,
  firstLine: number,
): { value?: T; faults: Fault[] } {
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false });
  const lineAt = (offset: number): number => counter.linePos(offset).line + firstLine - 1;
  const broken = document.errors.map((error): Fault => ({
    file,
    line: lineAt(error.pos[0]),
    level: 'erreur',
    message: `YAML illisible (${error.code}) : vérifiez les guillemets, les deux-points et l'alignement`,
  }));
  if (broken.length > 0) return { faults: broken };
  let content: unknown;
  try {
    content = document.toJS({ maxAliasCount: 0 }) ?? {};
  } catch {
    const message =
      'YAML : les alias (* et &) ne sont pas admis ; répétez le texte ou mettez-le entre guillemets';
    return { faults: [{ file, line: firstLine, level: 'erreur', message }] };
  }
  const parsed = schema.safeParse(content, { error: frenchIssue });
  if (parsed.success) return { value: parsed.data, faults: [] };
  const faults = parsed.error.issues.map((issue): Fault => {
    const path = issue.path.map(String);
    const at = offsetOf(
      document,
      issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path,
    );
    return {
      file,
      line: at === undefined ? firstLine : lineAt(at),
      level: 'erreur',
      message: `${path.join('.') || 'en-tête'} : ${issue.message}`,
    };
  });
  return { faults };
}

/** Where the value at a path stands, or the nearest parent that exists. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = length > 1 ? document.getIn(path.slice(0, length - 1), true) : document.contents;
    const key = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
      if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
    }
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isScalar(node) && node.range) return node.range[0];
  }
  return undefined;
}

const frenchIssue: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'champ obligatoire absent' : `type attendu : ${issue.expected}`;
    case 'unrecognized_keys':
      return `champ inconnu : ${issue.keys.join(', ')}`;
    case 'too_small':
      return `trop court (au moins ${String(issue.minimum)})`;
    case 'too_big':
      return `trop long (au plus ${String(issue.maximum)})`;
    case 'invalid_value':
      return `valeur inconnue ; choix possibles : ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return `format attendu : ${issue.format}`;
    default:
      return undefined;
  }
};
