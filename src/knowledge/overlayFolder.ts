import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import { formatYaml } from './formatPage';
import type { OverlayPage } from './overlay';

const sourcesFile = 'sources.yml';
const sourcesSchema = z.record(
  z.string(),
  z.object({ titre: z.string(), url: z.string(), lue_le: z.string() }),
);

/** Published pages as files, for commands, copies and curious people. The database is the truth; each file is replaced at one stroke. */
export function writeOverlayFolder(folder: string, overlay: readonly OverlayPage[]): void {
  const files = new Map<string, string>();
  for (const { id, fr, en } of overlay) {
    files.set(`${id}.md`, fr);
    if (en !== undefined) files.set(`${id}.en.md`, en);
  }
  const sources = overlay.flatMap((page) => Object.entries(page.sources));
  if (sources.length > 0) files.set(sourcesFile, sourcesText(Object.fromEntries(sources)));
  for (const [name, text] of files) {
    const path = join(folder, name);
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.${process.pid}`, text);
    renameSync(`${path}.${process.pid}`, path);
  }
  for (const name of filesIn(folder)) if (!files.has(name)) rmSync(join(folder, name));
}

/** Pages as files hold them; none where the folder is missing. */
export function readOverlayFolder(folder: string): readonly OverlayPage[] {
  const files = filesIn(folder);
  const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const listed = files.includes(sourcesFile) ? sourcesSchema.parse(parse(text(sourcesFile))) : {};
  const sources = Object.fromEntries(
    Object.entries(listed).map(([id, one]) => [id, { title: one.titre, url: one.url, readOn: one.lue_le }]),
  );
  return files
    .filter((name) => name.endsWith('.md') && !name.endsWith('.en.md'))
    .map((name, i) => {
      const id = name.replace(/\.md$/, '');
      const twin = `${id}.en.md`;
      // All of them come with the first: which page brought which is not told by files.
      return {
        id,
        fr: text(name),
        en: files.includes(twin) ? text(twin) : undefined,
        sources: i === 0 ? sources : {},
      };
    });
}

/** Sources as the folders' own list writes them. */
export const sourcesText = (sources: OverlayPage['sources']): string =>
  formatYaml(
    Object.fromEntries(
      Object.entries(sources).map(([id, { title, url, readOn }]) => [
        id,
        { titre: title, url, lue_le: readOn },
      ]),
    ),
  );

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
