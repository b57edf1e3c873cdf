import { createTwoFilesPatch, OMIT_HEADERS } from 'diff';
import { sourcesText } from './overlayFolder';
import type { OverlayPage } from './overlay';
import type { PageText } from './pageDraft';

/** What stands in a repository's files today. */
export interface RepositoryFiles {
  readonly pageText: (pageId: string) => PageText | undefined;
  /** Its `sources.yml`. */
  readonly sources: string;
  /** Where the knowledge stands in the repository; `knowledge` by default. */
  readonly place?: string;
}

/** What was published, as a patch that `git apply` takes in the repository's root; empty when the files say the same. */
export function publicationPatch(
  overlay: readonly OverlayPage[],
  { pageText, sources, place = 'knowledge' }: RepositoryFiles,
): string {
  const brought = Object.assign({}, ...overlay.map((page) => page.sources)) as OverlayPage['sources'];
  const missing = Object.entries(brought).filter(([id]) => !new RegExp(`^${id}:`, 'm').test(sources));
  const added = missing.length > 0 ? sourcesText(Object.fromEntries(missing)) : '';
  const files = overlay.flatMap(({ id, fr, en }) => {
    const before = pageText(id);
    return [
      { name: `${id}.md`, before: before?.fr, after: fr },
      ...(en === undefined ? [] : [{ name: `${id}.en.md`, before: before?.en, after: en }]),
    ];
  });
  const list = { name: 'sources.yml', before: sources, after: `${sources.trimEnd()}\n${added}` };
  return [...files, ...(added === '' ? [] : [list])]
    .filter(({ before, after }) => before !== after)
    .map(({ name, before, after }) => filePatch(`${place}/${name}`, before, after))
    .join('');
}

function filePatch(path: string, before: string | undefined, after: string): string {
  const [from, head] = before === undefined ? ['/dev/null', 'new file mode 100644\n'] : [`a/${path}`, ''];
  const hunks = createTwoFilesPatch(from, `b/${path}`, before ?? '', after, '', '', {
    headerOptions: OMIT_HEADERS,
  });
  return `diff --git a/${path} b/${path}\n${head}--- ${from}\n+++ b/${path}\n${hunks}`;
}

/** How a page differs from an earlier state, line by line. */
export const difference = (before: string, after: string): string =>
  createTwoFilesPatch('', '', before, after, '', '', { headerOptions: OMIT_HEADERS });
