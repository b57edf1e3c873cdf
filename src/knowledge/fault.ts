/** Something wrong in the knowledge folder, told to the editor in French with its place. */
export interface Fault {
  /** Path relative to the knowledge folder. */
  readonly file: string;
  /** 1-based; 1 when the whole file is meant. */
  readonly line: number;
  /** Errors of form (`loadCorpus`) stop the start; warnings are only reported. */
  readonly level: 'erreur' | 'avertissement';
  readonly message: string;
}

/** One line per fault, in the order of files and lines: `programme/but.md:4 erreur …`. */
export function formatFaults(faults: readonly Fault[]): string {
  return [...faults]
    .sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
    .map((fault) => `${fault.file}:${fault.line} ${fault.level} : ${fault.message}`)
    .join('\n');
}
