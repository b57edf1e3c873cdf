import { compareKnowledge, type ReplayRow } from './replay';
import { readKnowledge, type Knowledge } from './knowledge';
import { createKnowledgeCache, type KnowledgeCache } from './knowledgeCache';
import type { OverlayPage } from './overlay';

/** Where knowledge comes from. */
export interface KnowledgeInputs {
  readonly folders: readonly string[];
  readonly overlay: readonly OverlayPage[];
  /** A file that spares reading what was read before, and the mark of the program that wrote it; undefined: none. */
  readonly cache: { readonly file: string; readonly buildId: string } | undefined;
}

/** Work on knowledge that takes seconds: not to be done where visitors wait. All of it can be passed between threads. */
export type KnowledgeTask =
  /** Reads and indexes; leaves the result in the cache's file. */
  | { readonly kind: 'prepare'; readonly inputs: KnowledgeInputs }
  /** What a page would change. */
  | {
      readonly kind: 'replay';
      readonly inputs: KnowledgeInputs;
      readonly page: OverlayPage;
      readonly questions: readonly string[];
    };

/** Reads knowledge, from the cache where that holds it. @throws AppError KNOWLEDGE_INVALID */
export const openInputs = ({ folders, overlay, cache }: KnowledgeInputs): Knowledge =>
  readKnowledge(folders, cacheOf({ folders, overlay, cache }), overlay);

function cacheOf({ folders, overlay, cache }: KnowledgeInputs): KnowledgeCache | undefined {
  return cache && createKnowledgeCache(cache.file, folders, cache.buildId, overlay);
}

/** Does a task. @throws AppError KNOWLEDGE_INVALID */
export function runKnowledgeTask(task: KnowledgeTask): readonly ReplayRow[] {
  const { inputs } = task;
  const before = openInputs(inputs);
  if (task.kind === 'prepare') return [];
  const others = inputs.overlay.filter(({ id }) => id !== task.page.id);
  // The trial is kept nowhere: it would take the place of what serves.
  const after = openInputs({ ...inputs, overlay: [...others, task.page], cache: undefined });
  return compareKnowledge(task.questions, before, after);
}
