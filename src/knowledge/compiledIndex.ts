import MiniSearch from 'minisearch';
import type { Analyse } from '../text/analyse';
import type { Language } from '../text/language';
import { tokenise } from '../text/tokenise';
import type { Passage } from './passage';
import { termWeights } from './termWeights';
import { defaultTuning, type Tuning } from './tuning';



/**
 * The index as plain data: terms are numbers, lists of lists are one long array with offsets. It can be written to a file and read back, and
 * comparing a question with it is integer work.
 */
export interface CompiledIndex {
  readonly terms: readonly string[];
  /** How telling each term is; see `termWeights`. */
  readonly weights: Float32Array;
  /** Weight of a word that no passage knows. */
  readonly unknownWeight: number;
  readonly passages: readonly { readonly id: string; readonly language: Language }[];
  /** Passage p's terms, ascending: `countTerms` from `countOffsets[p]` to `countOffsets[p + 1]`; `counts`: how many of its examples hold each. */
  readonly countOffsets: Uint32Array;
  readonly countTerms: Uint32Array;
  readonly counts: Uint16Array;
  /** Passage p's examples: from `exampleOffsets[p]` to `exampleOffsets[p + 1]`. */
  readonly exampleOffsets: Uint32Array;
  /** Example e's terms: `exampleTerms` from `exampleTermOffsets[e]` to `exampleTermOffsets[e + 1]`. */
  readonly exampleTermOffsets: Uint32Array;
  readonly exampleTerms: Uint32Array;
  readonly exampleNorms: Float32Array;
  /** MiniSearch's own serialised form: one document a passage, field `terms`. */
  readonly search: string;
  /** Folded words and in how many texts each stands: the vocabulary of spelling. */
  readonly words: readonly string[];
  readonly wordCounts: Uint32Array;
}

/** MiniSearch as it is used here; a serialised index must be read with the options it was made with. */
export const searchOptions = {
  fields: ['terms'],
  tokenize: (text: string) => text.split(' '),
  processTerm: (term: string) => term,
  autoVacuum: false,
};

/**
 * Analyses passages and compiles them.
 * @param lexiconWords words that editors list as forms of notions: known to spelling even when no passage uses them
 */
export function compileIndex(
  passages: readonly Passage[],
  analyse: Analyse,
  lexiconWords: ReadonlySet<string>,
  tuning: Tuning = defaultTuning,
): CompiledIndex {
  const ids = new Map<string, number>();
  const idOf = (term: string): number => {
    const known = ids.get(term);
    if (known !== undefined) return known;
    ids.set(term, ids.size);
    return ids.size - 1;
  };
  const examples = passages.map((passage) =>
    [...passage.examples, ...(passage.body ? [passage.body] : [])].map((text) =>
      Uint32Array.from(analyse(text, passage.language), (term) => idOf(term.text)).sort(),
    ),
  );
  const counts = examples.map((list) => {
    const count = new Map<number, number>();
    for (const terms of list) for (const term of terms) count.set(term, (count.get(term) ?? 0) + 1);
    return [...count].sort(([a], [b]) => a - b);
  });
  const terms = [...ids.keys()];
  const { weights, unknownWeight } = termWeights(terms, counts, tuning);
  const weightOf = (term: number): number => weights[term] ?? 0;

  const search = new MiniSearch(searchOptions);
  search.addAll(
    counts.map((count, id) => ({
      id,
      terms: count
        .filter(([term]) => weightOf(term) >= tuning.minLookupWeight && !isPair(terms[term] ?? ''))
        .flatMap(([term, n]) => new Array<string>(Math.min(n, tuning.maxRepeats)).fill(terms[term] ?? ''))
        .join(' '),
    })),
  );

  const flatExamples = examples.flat();
  const frequency = wordFrequencies(passages, lexiconWords);
  return {
    terms,
    weights,
    unknownWeight,
    passages: passages.map(({ id, language }) => ({ id, language })),
    countOffsets: offsets(counts),
    countTerms: Uint32Array.from(counts.flatMap((count) => count.map(([term]) => term))),
    counts: Uint16Array.from(counts.flatMap((count) => count.map(([, n]) => n))),
    exampleOffsets: offsets(examples),
    exampleTermOffsets: offsets(flatExamples),
    exampleTerms: concat(flatExamples),
    exampleNorms: Float32Array.from(flatExamples, (list) =>
      Math.sqrt(list.reduce((sum, term) => sum + weightOf(term) ** 2, 0)),
    ),
    search: JSON.stringify(search),
    words: [...frequency.keys()],
    wordCounts: Uint32Array.from(frequency.values()),
  };
}

/** Whether a term is a pair of neighbours; see `createAnalysis`. */
export const isPair = (term: string): boolean => term.includes('_');

function offsets(lists: readonly { readonly length: number }[]): Uint32Array {
  const ends = new Uint32Array(lists.length + 1);
  lists.forEach((list, i) => {
    ends[i + 1] = (ends[i] ?? 0) + list.length;
  });
  return ends;
}

function concat(lists: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all;
}

function wordFrequencies(passages: readonly Passage[], lexiconWords: ReadonlySet<string>): Map<string, number> {
  const frequency = new Map<string, number>();
  for (const { examples, body } of passages) {
    for (const text of [...examples, body]) {
      for (const word of new Set(tokenise(text))) frequency.set(word, (frequency.get(word) ?? 0) + 1);
    }
  }
  // Two: what an editor wrote in the lexicon is no slip of the pen.
  for (const word of lexiconWords) frequency.set(word, (frequency.get(word) ?? 0) + 2);
  return frequency;
}
