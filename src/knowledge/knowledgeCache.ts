import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { CompiledIndex } from './compiledIndex';
import type { Corpus } from './corpus';

/** What a start needs of the knowledge: the pages and their compiled index. */
export interface ReadyKnowledge {
  readonly corpus: Corpus;
  readonly compiled: CompiledIndex;
}

/** A file that spares a start the reading of hundreds of pages. Only a copy: deleting it is always safe. */
export interface KnowledgeCache {
  /** What was kept, when it was made from these very files by this very program; undefined otherwise. */
  readonly read: () => ReadyKnowledge | undefined;
  /** Keeps it for the next start. A folder that cannot be written to means a slower start, not a fault. */
  readonly write: (ready: ReadyKnowledge) => void;
}

/** @param buildId changes with the program, whose analysis is part of the index */
export function createKnowledgeCache(
  path: string,
  folders: readonly string[],
  buildId: string,
): KnowledgeCache {
  const fingerprint = fingerprintOf(folders, buildId);
  return {
    read() {
      try {
        const kept = deserialize(readFileSync(path)) as {
          fingerprint: string;
          ready: ReadyKnowledge;
          terms: string;
          words: string;
        };
        if (kept.fingerprint !== fingerprint) return undefined;
        const { corpus, compiled } = kept.ready;
        return {
          corpus,
          compiled: { ...compiled, terms: kept.terms.split('\n'), words: kept.words.split('\n') },
        };
      } catch {
        return undefined;
      }
    },
    write({ corpus, compiled }) {
      // Long lists of short strings are read back five times faster as one.
      const kept = {
        fingerprint,
        ready: { corpus, compiled: { ...compiled, terms: [], words: [] } },
        terms: compiled.terms.join('\n'),
        words: compiled.words.join('\n'),
      };
      try {
        mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
        writeFileSync(`${path}.${process.pid}`, serialize(kept), { mode: 0o600 });
        renameSync(`${path}.${process.pid}`, path);
      } catch {
        return;
      }
    },
  };
}

/** Changes whenever a file is added, removed or saved, and with the program. */
function fingerprintOf(folders: readonly string[], buildId: string): string {
  const hash = createHash('sha256').update(buildId);
  for (const folder of folders.filter((name) => existsSync(name))) {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    for (const file of files) {
      const { mtimeMs, size } = statSync(file);
      hash.update(`${file}\0${mtimeMs}\0${size}\n`);
    }
  }
  return hash.digest('hex');
}
