import { AppError } from '../shared/errors';
import { createAnalysis, type Analyse } from '../text/analyse';
import { compileLexicon } from '../text/lexicon';
import { linkFaults } from './checkCorpus';
import { compileIndex } from './compiledIndex';
import { loadCorpus, type Corpus } from './corpus';
import { formatFaults } from './fault';
import { createFindAnswer, type FindAnswer } from './findAnswer';
import type { KnowledgeCache, ReadyKnowledge } from './knowledgeCache';
import { openPassageIndex } from './passageIndex';
import { lexiconOf, passagesOf } from './passagesOf';
import { defaultTuning, type Tuning } from './tuning';

/** Everything the assistant knows, ready to answer. Immutable; a change of pages makes a new one. */
export interface Knowledge {
  readonly corpus: Corpus;
  readonly findAnswer: FindAnswer;
  /** Pages and intents, each language counted. */
  readonly passages: number;
}

/** Indexes a corpus. */
export function createKnowledge(corpus: Corpus, tuning: Tuning = defaultTuning): Knowledge {
  return open(compile(corpus, tuning), tuning);
}

/**
 * Reads and indexes knowledge folders, or takes what an earlier start kept of them.
 * @throws AppError KNOWLEDGE_INVALID with every fault, its file and line
 */
export function readKnowledge(folders: readonly string[], cache?: KnowledgeCache): Knowledge {
  const kept = cache?.read();
  if (kept) return open(kept, defaultTuning);
  const { corpus, faults } = loadCorpus(folders);
  const errors = [...faults, ...(corpus ? linkFaults(corpus) : [])].filter(
    (fault) => fault.level === 'erreur',
  );
  if (!corpus || errors.length > 0) {
    throw new AppError(
      'KNOWLEDGE_INVALID',
      `${errors.length} faute(s) dans les connaissances.\n${formatFaults(errors)}`,
    );
  }
  const ready = compile(corpus, defaultTuning);
  cache?.write(ready);
  return open(ready, defaultTuning);
}

function compile(corpus: Corpus, tuning: Tuning): ReadyKnowledge {
  const lexicon = compileLexicon(lexiconOf(corpus));
  return {
    corpus,
    compiled: compileIndex(passagesOf(corpus), createAnalysis(lexicon), lexicon.words, tuning),
  };
}

/** The lexicon and the index open at the first question: a start need not wait for them. */
function open({ corpus, compiled }: ReadyKnowledge, tuning: Tuning): Knowledge {
  let analysis: Analyse | undefined;
  const analyse: Analyse = (text, language, correct) => {
    analysis ??= createAnalysis(compileLexicon(lexiconOf(corpus)));
    return analysis(text, language, correct);
  };
  const index = openPassageIndex(compiled, analyse, tuning);
  return { corpus, findAnswer: createFindAnswer(corpus, index, tuning), passages: index.size };
}
