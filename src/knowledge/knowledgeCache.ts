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
import type { LeftOutPage, OverlayPage } from './overlay';

/** What a start needs of the knowledge: the pages and their compiled indexes. */
export interface ReadyKnowledge {
  readonly corpus: Corpus;
  /** Editors' pages and intents. */
  readonly compiled: CompiledIndex;
  /** Imported pages; undefined when there are none. */
  readonly imported: CompiledIndex | undefined;
  /** Published pages that were left out; none by default. */
  readonly leftOut?: readonly LeftOutPage[];
}

/** A file that spares a start the reading of hundreds of pages. Only a copy: deleting it is always safe. */
export interface KnowledgeCache {
  /** What was kept, when it was made from these very files by this very program; undefined otherwise. */
  readonly read: () => ReadyKnowledge | undefined;
  /** Keeps it for the next start. A folder that cannot be written to means a slower start, not a fault. */
  readonly write: (ready: ReadyKnowledge) => void;
}

/**
 * @param overlay pages over those of the folders
 * @param buildId changes with the program, whose analysis is part of the index
 */
export function createKnowledgeCache(
  path: string,
  folders: readonly string[],
  buildId: string,
  overlay: readonly OverlayPage[] = [],
): KnowledgeCache {
  const fingerprint = fingerprintOf(folders, `${buildId}\n${JSON.stringify(overlay)}`);
  return {
    read() {
      try {
        const kept = deserialize(readFileSync(path)) as {
          fingerprint: string;
          corpus: Corpus;
          compiled: KeptIndex;
          imported: KeptIndex | undefined;
          leftOut: readonly LeftOutPage[];
        };
        if (kept.fingerprint !== fingerprint) return undefined;
        const { corpus, compiled, imported, leftOut } = kept;
        return { corpus, compiled: unpacked(compiled), imported: imported && unpacked(imported), leftOut };
      } catch {
        return undefined;
      }
    },
    write({ corpus, compiled, imported, leftOut = [] }) {
      const kept = {
        fingerprint,
        corpus,
        compiled: packed(compiled),
        imported: imported && packed(imported),
        leftOut,
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

/** An index with its long lists of short strings as one each, which are read back five times faster. */
interface KeptIndex {
  readonly index: CompiledIndex;
  readonly terms: string;
  readonly words: string;
}

const packed = (index: CompiledIndex): KeptIndex => ({
  index: { ...index, terms: [], words: [] },
  terms: index.terms.join('\n'),
  words: index.words.join('\n'),
});

const unpacked = ({ index, terms, words }: KeptIndex): CompiledIndex => ({
  ...index,
  terms: terms.split('\n'),
  words: words.split('\n'),
});

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
