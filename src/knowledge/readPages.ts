import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Fault } from './fault';
import type { Page } from './page';
import { readPageFile } from './pageFile';

/**
 * Reads every page below a knowledge folder. A page at fault is left out and reported; the others are read all the same, so that an editor sees
 * every fault at once.
 */
export function readPages(folder: string): { pages: Page[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const files = markdownFiles(folder);
  const known = new Set(files);
  const pages: Page[] = [];
  const text = (file: string): string => readFileSync(join(folder, file), 'utf8');
  for (const file of files) {
    if (file.endsWith('.en.md')) {
      if (known.has(file.replace(/\.en\.md$/, '.md'))) continue;
      faults.push({
        file,
        line: 1,
        level: 'erreur',
        message: 'page anglaise sans page française du même nom',
      });
      continue;
    }
    const id = file.replace(/\.md$/, '');
    const twin = `${id}.en.md`;
    const read = readPageFile(id, text(file), known.has(twin) ? text(twin) : undefined);
    faults.push(...read.faults);
    if (read.page) pages.push(read.page);
  }
  return { pages, faults };
}

function markdownFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
