import { join } from 'node:path';
import type { Config } from './config';
import type { Knowledge } from './knowledge/knowledge';
import { openInputs, type KnowledgeInputs } from './knowledge/knowledgeTask';
import type { OverlayPage } from './knowledge/overlay';
import { readOverlayFolder } from './knowledge/overlayFolder';

/** Set by the bundler to a mark of the sources; absent in tests, which then index anew. */
declare const BUILD_ID: string | undefined;

/** Where published pages stand as files. */
export const overlayFolderOf = ({ dataDir }: Config): string => join(dataDir, 'knowledge');

/** Everything that the configured knowledge is made of. */
export function knowledgeInputs(config: Config, overlay: readonly OverlayPage[]): KnowledgeInputs {
  const buildId = typeof BUILD_ID === 'undefined' ? undefined : BUILD_ID;
  return {
    folders: config.knowledgeDirs,
    overlay,
    cache:
      buildId === undefined ? undefined : { file: join(config.dataDir, 'cache', 'knowledge.bin'), buildId },
  };
}

/**
 * The knowledge of the configured folders with what was published over them, from the copy that was kept in DATA_DIR when nothing has changed since.
 * @param overlay as its files say by default
 * @throws AppError KNOWLEDGE_INVALID
 */
export const openKnowledge = (
  config: Config,
  overlay: readonly OverlayPage[] = readOverlayFolder(overlayFolderOf(config)),
): Knowledge => openInputs(knowledgeInputs(config, overlay));
