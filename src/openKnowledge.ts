import { join } from 'node:path';
import type { Config } from './config';
import { readKnowledge, type Knowledge } from './knowledge/knowledge';
import { createKnowledgeCache } from './knowledge/knowledgeCache';

/** Set by the bundler to a mark of the sources; absent in tests, which then index anew. */
declare const BUILD_ID: string | undefined;

/**
 * The knowledge of the configured folders, from the copy that an earlier start kept in DATA_DIR when nothing has changed since.
 * @throws AppError KNOWLEDGE_INVALID
 */
export function openKnowledge(config: Config): Knowledge {
  if (typeof BUILD_ID === 'undefined') return readKnowledge(config.knowledgeDirs);
  const file = join(config.dataDir, 'cache', 'knowledge.bin');
  return readKnowledge(config.knowledgeDirs, createKnowledgeCache(file, config.knowledgeDirs, BUILD_ID));
}
