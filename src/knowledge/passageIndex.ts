import type { Analyse, CorrectWord } from '../text/analyse';
import type { Language } from '../text/language';
import { createSpelling } from '../text/spelling';
import { createCandidates, type FindCandidates, type LookUpTerm } from './candidates';
import { createComparison, type Compare } from './comparison';
import { isPair, type CompiledIndex } from './compiledIndex';
import { createPostings } from './postings';
import { defaultTuning, type Tuning } from './tuning';

/** One ranked passage for one question. */
export interface Hit {
  readonly id: string;
  readonly language: Language;
  /** 0 to 1: how far the question speaks like this passage's examples. Comparable between questions, unlike a search engine's score. */
  readonly score: number;
  /** 0 to 1: share of the question's weight that stands in the passage at all. */
  readonly coverage: number;
  /** Weight of the question's terms that stand in the passage, pairs of neighbours not counted: how much the passage explains, not which share. */
  readonly explained: number;
  /** 0 to 1: likeness to the single nearest example. */
  readonly nearest: number;
}

/** One term of a question; `known` when some passage holds it. */
export interface QuestionTerm {
  readonly text: string;
  readonly weight: number;
  readonly known: boolean;
}

export interface Ranking {
  /** The question's terms in order, pairs of neighbours included. */
  readonly terms: readonly QuestionTerm[];
  /** Best first, at most one per passage id. */
  readonly hits: readonly Hit[];
}

export interface PassageIndex {
  readonly rank: (text: string, language: Language) => Ranking;
  /** Number of passages, each language counted. */
  readonly size: number;
}

/**
 * Opens a compiled index: MiniSearch finds candidates by their telling terms, then each candidate is compared with the question on all terms.
 * Immutable: changed knowledge means a new index, swapped in whole.
 */
export function openPassageIndex(
  compiled: CompiledIndex,
  analyse: Analyse,
  tuning: Tuning = defaultTuning,
): PassageIndex {
  let tables: Tables | undefined;

  const rank = (text: string, language: Language): Ranking => {
    // Opened at the first question: none of it is needed to say that the service is up.
    tables ??= openTables(compiled, tuning);
    const { termIds, correct, candidates, compare } = tables;
    const known: LookUpTerm[] = [];
    let unknownWeight = 0;
    const terms = analyse(text, language, correct).map(({ text }): QuestionTerm => {
      const id = termIds.get(text);
      if (id !== undefined) {
        const weight = compiled.weights[id] ?? 0;
        known.push({ id, text, weight });
        return { text, weight, known: true };
      }
      // An unknown pair of neighbours is the rule, not a sign that something is missing.
      const weight = isPair(text)
        ? 0
        : compiled.unknownWeight * (isNumber(text) ? tuning.strayNumberShare : 1);
      unknownWeight += weight;
      return { text, weight, known: false };
    });
    const ids = known.map(({ id }) => id);
    return { terms, hits: compare(ids, unknownWeight, candidates(known)) };
  };
  return { rank, size: compiled.passages.length };
}

/** What looking up a question needs beside the compiled data. */
interface Tables {
  readonly termIds: ReadonlyMap<string, number>;
  readonly correct: CorrectWord;
  readonly candidates: FindCandidates;
  readonly compare: Compare;
}

function openTables(compiled: CompiledIndex, tuning: Tuning): Tables {
  const postings = createPostings(compiled);
  return {
    termIds: new Map(compiled.terms.map((term, id) => [term, id])),
    correct: createSpelling(new Map(compiled.words.map((word, i) => [word, compiled.wordCounts[i] ?? 0]))),
    candidates: createCandidates(compiled, postings, tuning),
    compare: createComparison(compiled, postings, tuning),
  };
}

const isNumber = (term: string): boolean => /^\d/.test(term);
