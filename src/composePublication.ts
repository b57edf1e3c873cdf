import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config';
import { createLiveKnowledge, type LiveKnowledge } from './knowledge/liveKnowledge';
import { writeOverlayFolder } from './knowledge/overlayFolder';
import type { PageText } from './knowledge/pageDraft';
import { isPageId } from './knowledge/page';
import { createPublishing, type Publishing } from './knowledge/publishing';
import type { PublicationRepository } from './knowledge/publication';
import type { ReplayRow } from './knowledge/replay';
import type { OverlayPage } from './knowledge/overlay';
import type { RunKnowledgeTask } from './knowledgeThread';
import { knowledgeInputs, openKnowledge, overlayFolderOf } from './openKnowledge';
import { codeOf } from './shared/errors';
import { seconds } from './shared/time';
import type { World } from './shared/world';
import type { OpenDatabase } from './storage/openDatabase';
import { createPublicationRepository } from './storage/publicationRepository';

/** What serves now, and what editors do with it. */
export interface PublicationServices {
  readonly live: LiveKnowledge;
  readonly publishing: Publishing;
  readonly versions: PublicationRepository;
  /** The files of a page in the knowledge folders. */
  readonly folderText: (pageId: string) => PageText | undefined;
  /** What a page would change of questions that were asked. */
  readonly replay: (page: OverlayPage, questions: readonly string[]) => Promise<readonly ReplayRow[]>;
  /** Looks for what other nodes have published, again and again. */
  start(): void;
  stop(): void;
}

/** How soon a node serves what another one published, in ms. */
const refreshMs = seconds(5);

/**
 * Opens the knowledge with everything that was published over it.
 * @param run where work that takes seconds is done
 * @throws AppError KNOWLEDGE_INVALID for the folders' own faults; published pages at fault are left out and logged
 */
export async function composePublication(
  config: Config,
  db: OpenDatabase,
  { clock, log }: World,
  run: RunKnowledgeTask,
): Promise<PublicationServices> {
  const versions = createPublicationRepository(db);
  const servedAtStart = await versions.newest();
  const overlayNow = async (): Promise<readonly OverlayPage[]> =>
    (await versions.current()).map(({ page }) => page);
  const first = await overlayNow();
  const live = createLiveKnowledge(openKnowledge(config, first));
  writeOverlayFolder(overlayFolderOf(config), first);

  const tellLeftOut = (): void => {
    for (const { id, faults } of live.current().leftOut ?? []) {
      log.warn(
        { code: 'PAGE_LEFT_OUT', page: id, faults: faults.map(({ message }) => message).join(' · ') },
        'a published page cannot be served and is left out',
      );
    }
  };
  tellLeftOut();

  const folderText = (pageId: string): PageText | undefined => {
    // What comes from an address must not lead out of the folders.
    if (!isPageId(pageId)) return undefined;
    const file = live.corpus().pages.get(pageId)?.file ?? `${pageId}.md`;
    const folder = config.knowledgeDirs.find((dir) => existsSync(join(dir, file)));
    if (folder === undefined) return undefined;
    const twin = join(folder, file.replace(/\.md$/, '.en.md'));
    return {
      fr: readFileSync(join(folder, file), 'utf8'),
      en: existsSync(twin) ? readFileSync(twin, 'utf8') : undefined,
      sources: {},
    };
  };

  const publishing = createPublishing({
    versions,
    live,
    folderText,
    servedAtStart,
    clock,
    async serve(overlay) {
      writeOverlayFolder(overlayFolderOf(config), overlay);
      const inputs = knowledgeInputs(config, overlay);
      if (inputs.cache) await run({ kind: 'prepare', inputs });
      const next = openKnowledge(config, overlay);
      // Opens lexicon and index, so that no visitor waits for that.
      next.findAnswer(next.corpus.programme.fr, 'fr');
      live.swap(next);
      tellLeftOut();
    },
  });

  let timer: NodeJS.Timeout | undefined;
  return {
    live,
    publishing,
    versions,
    folderText,
    replay: async (page, questions) =>
      run({ kind: 'replay', inputs: knowledgeInputs(config, await overlayNow()), page, questions }),
    start() {
      timer = setInterval(() => {
        publishing.refresh().catch((error: unknown) => {
          log.error(
            { code: 'PUBLICATION_FAILED', reason: codeOf(error) },
            'what was published could not be taken over; it is tried again',
          );
        });
      }, refreshMs);
    },
    stop() {
      clearInterval(timer);
    },
  };
}
