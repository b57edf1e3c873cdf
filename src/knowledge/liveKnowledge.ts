import type { Corpus } from './corpus';
import type { Knowledge } from './knowledge';

/** What the assistant knows now. A publication puts new knowledge in the place of the old one, at one stroke: whoever asks gets the one or the other. */
export interface LiveKnowledge {
  readonly current: () => Knowledge;
  /** The pages that serve now. */
  readonly corpus: () => Corpus;
  readonly swap: (next: Knowledge) => void;
}

export function createLiveKnowledge(first: Knowledge): LiveKnowledge {
  let current = first;
  return {
    current: () => current,
    corpus: () => current.corpus,
    swap(next) {
      current = next;
    },
  };
}
