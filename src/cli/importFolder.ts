import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod/v4';
import { writeDurably } from '../delivery/writeDurably';
import { readYaml, splitFrontMatter } from '../knowledge/frontMatter';
import { AppError } from '../shared/errors';
import { importedFolder, type ImportDays } from './importedPage';

/** What became of one page. `byEditor`: no import wrote it; `byHand`: somebody has changed it since. Neither is touched. */
export type PageFate = 'added' | 'updated' | 'unchanged' | 'byEditor' | 'byHand';

/** What the import remembers of the pages that it wrote, to know them again. */
const manifestSchema = z.object({
  pages: z.record(z.string(), z.object({ file: z.string(), catalogue: z.string(), sha256: z.string() })),
});
const manifestFile = 'import.json';
const importedHead = z.looseObject({
  verifie_le: z.string(),
  aide: z.looseObject({ importation: z.looseObject({ le: z.string() }) }),
});

/** The folder that an import writes to. Nothing is on disk under a page's name but a whole page, whenever the process ends. */
export interface ImportFolder {
  /** @param render the page's text for given days @param days those of a page that is new or has changed; `readOn` only when it was told */
  readonly put: (
    slug: string,
    file: string,
    render: (days: ImportDays) => string,
    days: { readonly importedOn: string; readonly readOn: string | undefined },
  ) => Promise<PageFate>;
  /** Pages of this catalogue whose programmes are not among `slugs`. */
  readonly withdrawn: (slugs: ReadonlySet<string>) => readonly string[];
  /** Deletes a withdrawn page, unless somebody has changed or translated it. */
  readonly remove: (slug: string) => Promise<boolean>;
  /** Remembers what was written. Until then a second run finds the same pages by their text. */
  readonly close: () => Promise<void>;
}

/**
 * @param own the editors' knowledge folder: a page there of the same name goes before
 * @throws AppError COMMAND_INVALID when the folder's list of pages is unreadable
 */
export function openImportFolder(folder: string, own: string, catalogue: string): ImportFolder {
  const manifest = join(folder, manifestFile);
  const pages = new Map(Object.entries(readManifest(manifest).pages));
  const pathOf = (slug: string): string => join(folder, importedFolder, `${slug}.md`);
  const isOurs = (slug: string, text: string): boolean => pages.get(slug)?.sha256 === sha256(text);

  return {
    async put(slug, file, render, { importedOn, readOn }) {
      const path = pathOf(slug);
      if (existsSync(join(own, importedFolder, `${slug}.md`))) return 'byEditor';
      const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
      const write = async (fate: PageFate): Promise<PageFate> => {
        const text = render({ importedOn, readOn: readOn ?? importedOn });
        await writeDurably(path, Buffer.from(text));
        pages.set(slug, { file, catalogue, sha256: sha256(text) });
        return fate;
      };
      if (before === undefined) return write('added');
      const days = daysOf(before);
      if (!days) return 'byEditor';
      if (render({ ...days, readOn: readOn ?? days.readOn }) === before) {
        pages.set(slug, { file, catalogue, sha256: sha256(before) });
        return 'unchanged';
      }
      return isOurs(slug, before) ? write('updated') : 'byHand';
    },
    withdrawn: (slugs) =>
      [...pages]
        .filter(([slug, page]) => page.catalogue === catalogue && !slugs.has(slug))
        .map(([slug]) => slug),
    async remove(slug) {
      const path = pathOf(slug);
      const twin = path.replace(/\.md$/, '.en.md');
      if (existsSync(path)) {
        if (existsSync(twin) || !isOurs(slug, readFileSync(path, 'utf8'))) return false;
        await rm(path);
      }
      pages.delete(slug);
      return true;
    },
    async close() {
      const list = { pages: Object.fromEntries([...pages].sort(([a], [b]) => a.localeCompare(b))) };
      await writeDurably(manifest, Buffer.from(`${JSON.stringify(list, undefined, 2)}\n`));
    },
  };
}

/** The days that an imported page carries; undefined for a page that no import wrote. */
function daysOf(text: string): ImportDays | undefined {
  const split = splitFrontMatter(text);
  const head = split && readYaml(split.head, importedHead, '', 1).value;
  return head && { importedOn: head.aide.importation.le, readOn: head.verifie_le };
}

function readManifest(path: string): z.infer<typeof manifestSchema> {
  if (!existsSync(path)) return { pages: {} };
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new AppError(
      'COMMAND_INVALID',
      `${path} is not what an import wrote; restore it, or delete it: pages that were imported as they are now will be known again`,
      { cause },
    );
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
