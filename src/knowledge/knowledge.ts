import { AppError } from '../shared/errors';
import { createAnalysis, type Analyse } from '../text/analyse';
import { compileLexicon } from '../text/lexicon';
import { linkFaults } from './checkCorpus';
import { compileIndex } from './compiledIndex';
import { loadCorpus, type Corpus } from './corpus';
import { formatFaults } from './fault';
import { createFindAnswer, type FindAnswer } from './findAnswer';
import type { KnowledgeCache, ReadyKnowledge } from './knowledgeCache';
import { withOverlay, type LeftOutPage, type OverlayPage } from './overlay';
import { openPassageIndex } from './passageIndex';
import { importedPassagesOf, lexiconOf, passagesOf } from './passagesOf';
import { createFindNamed, type FindNamed } from './schemeNames';
import { defaultTuning, type Tuning } from './tuning';
import { withImportedSchemes } from './withImportedSchemes';

/** Everything the assistant knows, ready to answer. Immutable; a change of pages makes a new one. */
export interface Knowledge {
  readonly corpus: Corpus;
  readonly findAnswer: FindAnswer;
  /** Pages and intents, each language counted. */
  readonly passages: number;
  /** Published pages that cannot be served; none by default. */
  readonly leftOut?: readonly LeftOutPage[];
}

/** Indexes a corpus. */
export function createKnowledge(corpus: Corpus, tuning: Tuning = defaultTuning): Knowledge {
  return open(compile(corpus, tuning), tuning);
}

/**
 * Reads and indexes knowledge folders, or takes what was kept of them.
 * @param overlay pages that take the place of the folders' own
 * @throws AppError KNOWLEDGE_INVALID with every fault of the folders, its file and line
 */
export function readKnowledge(
  folders: readonly string[],
  cache?: KnowledgeCache,
  overlay: readonly OverlayPage[] = [],
): Knowledge {
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
  const overlaid = withOverlay(corpus, overlay);
  const ready = { ...compile(overlaid.corpus, defaultTuning), leftOut: overlaid.leftOut };
  cache?.write(ready);
  return open(ready, defaultTuning);
}

function compile(corpus: Corpus, tuning: Tuning): ReadyKnowledge {
  const lexicon = compileLexicon(lexiconOf(corpus));
  const analyse = createAnalysis(lexicon);
  const imported = importedPassagesOf(corpus);
  return {
    corpus,
    compiled: compileIndex(passagesOf(corpus), analyse, lexicon.words, tuning),
    imported: imported.length > 0 ? compileIndex(imported, analyse, lexicon.words, tuning) : undefined,
  };
}

/** The lexicon and the index open at the first question: a start need not wait for them. */
function open({ corpus, compiled, imported, leftOut = [] }: ReadyKnowledge, tuning: Tuning): Knowledge {
  let analysis: Analyse | undefined;
  const analyse: Analyse = (text, language, correct) => {
    analysis ??= createAnalysis(compileLexicon(lexiconOf(corpus)));
    return analysis(text, language, correct);
  };
  const index = openPassageIndex(compiled, analyse, tuning);
  const own = createFindAnswer(corpus, index, tuning);
  if (!imported) return { corpus, findAnswer: own, passages: index.size, leftOut };
  const schemes = openPassageIndex(imported, analyse, tuning);
  let findNamed: FindNamed | undefined;
  return {
    corpus,
    findAnswer: withImportedSchemes(own, {
      corpus,
      index: schemes,
      findNamed(question) {
        if (!findNamed) {
          const words = new Set(compiled.words);
          findNamed = createFindNamed(corpus, (word) => words.has(word));
        }
        return findNamed(question);
      },
      tuning,
    }),
    passages: index.size + schemes.size,
    leftOut,
  };
}
