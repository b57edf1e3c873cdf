import { AppError } from '../shared/errors';
import { createAnalysis } from '../text/analyse';
import { compileLexicon } from '../text/lexicon';
import type { Corpus } from './corpus';
import { loadCorpus } from './corpus';
import { formatFaults } from './fault';
import { createFindAnswer, type FindAnswer } from './findAnswer';
import { createPassageIndex } from './passageIndex';
import { passagesOf } from './passagesOf';

/** Everything the assistant knows, ready to answer. Immutable; a change of pages makes a new one. */
export interface Knowledge {
  readonly corpus: Corpus;
  readonly findAnswer: FindAnswer;
  /** Pages and intents, each language counted. */
  readonly passages: number;
}

/** Indexes a corpus. */
export function createKnowledge(corpus: Corpus): Knowledge {
  const lexicon = compileLexicon(corpus.lexicon);
  const index = createPassageIndex(passagesOf(corpus), createAnalysis(lexicon), lexicon.words);
  return { corpus, findAnswer: createFindAnswer(corpus, index), passages: index.size };
}

/**
 * Reads and indexes knowledge folders.
 * @throws AppError KNOWLEDGE_INVALID with every fault, its file and line
 */
export function readKnowledge(folders: readonly string[]): Knowledge {
  const { corpus, faults } = loadCorpus(folders);
  if (!corpus) {
    const errors = faults.filter((fault) => fault.level === 'erreur');
    throw new AppError('KNOWLEDGE_INVALID', `${errors.length} faute(s) dans les connaissances.\n${formatFaults(errors)}`);
  }
  return createKnowledge(corpus);
}
