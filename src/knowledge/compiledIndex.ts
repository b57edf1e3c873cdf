import type { Analyse } from '../text/analyse';
import type { Language } from '../text/language';
import { tokenise } from '../text/tokenise';
import { createNumberList } from './numberList';
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
  /** Passage p's terms, ascending: `countTerms` from `countOffsets[p]` to `countOffsets[p + 1]`. */
  readonly countOffsets: Uint32Array;
  readonly countTerms: Uint32Array;
  /** Which of the passage's examples hold the term at position c of `countTerms`: `places` from `placeOffsets[c]` to `placeOffsets[c + 1]`. */
  readonly placeOffsets: Uint32Array;
  readonly places: Uint16Array;
  /** Passage p's examples are numbered from `exampleOffsets[p]` to `exampleOffsets[p + 1]`. */
  readonly exampleOffsets: Uint32Array;
  readonly exampleNorms: Float32Array;
  /** Folded words and in how many texts each stands: the vocabulary of spelling. */
  readonly words: readonly string[];
  readonly wordCounts: Uint32Array;
}

/** More than any page has examples; the place of an example in its passage fits in 16 bits. */
const maxExamples = 65_536;

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
  const frequency = new Map<string, number>();
  const countOffsets = new Uint32Array(passages.length + 1);
  const exampleOffsets = new Uint32Array(passages.length + 1);
  const countTerms = createNumberList();
  const placeOffsets = createNumberList();
  const places = createNumberList();
  passages.forEach(({ examples, body, language }, p) => {
    const texts = [...examples, ...(body ? [body] : [])].slice(0, maxExamples);
    // One number for a term in an example: sorted as numbers they are sorted by term, then by example.
    const keys: number[] = [];
    texts.forEach((text, example) => {
      const words = tokenise(text);
      for (const word of new Set(words)) frequency.set(word, (frequency.get(word) ?? 0) + 1);
      for (const term of analyse(words, language)) keys.push(idOf(term.text) * maxExamples + example);
    });
    let last = -1;
    for (const key of Float64Array.from(keys).sort()) {
      const term = Math.floor(key / maxExamples);
      if (term !== last) {
        countTerms.push(term);
        placeOffsets.push(places.length());
        last = term;
      }
      places.push(key % maxExamples);
    }
    countOffsets[p + 1] = countTerms.length();
    exampleOffsets[p + 1] = (exampleOffsets[p] ?? 0) + texts.length;
  });
  placeOffsets.push(places.length());
  // Two: what an editor wrote in the lexicon is no slip of the pen.
  for (const word of lexiconWords) frequency.set(word, (frequency.get(word) ?? 0) + 2);

  const terms = [...ids.keys()];
  const spread = { countOffsets, countTerms: countTerms.toArray(), placeOffsets: placeOffsets.toArray() };
  const { weights, unknownWeight } = termWeights(terms, spread, tuning);
  const compiled = { ...spread, weights, exampleOffsets, places: Uint16Array.from(places.toArray()) };
  return {
    ...compiled,
    terms,
    unknownWeight,
    passages: passages.map(({ id, language }) => ({ id, language })),
    exampleNorms: normsOf(compiled),
    words: [...frequency.keys()],
    wordCounts: Uint32Array.from(frequency.values()),
  };
}

/** Whether a term is a pair of neighbours; see `createAnalysis`. */
export const isPair = (term: string): boolean => term.includes('_');

/** Length of each example as a vector of its terms' weights. */
function normsOf(
  index: Pick<
    CompiledIndex,
    'countOffsets' | 'countTerms' | 'placeOffsets' | 'places' | 'exampleOffsets' | 'weights'
  >,
): Float32Array {
  const { countOffsets, countTerms, placeOffsets, places, exampleOffsets, weights } = index;
  const squares = new Float64Array(exampleOffsets.at(-1) ?? 0);
  for (let passage = 0; passage + 1 < countOffsets.length; passage += 1) {
    const first = exampleOffsets[passage] ?? 0;
    const end = countOffsets[passage + 1] ?? 0;
    for (let c = countOffsets[passage] ?? 0; c < end; c += 1) {
      const square = (weights[countTerms[c] ?? 0] ?? 0) ** 2;
      const last = placeOffsets[c + 1] ?? 0;
      for (let k = placeOffsets[c] ?? 0; k < last; k += 1) {
        const example = first + (places[k] ?? 0);
        squares[example] = (squares[example] ?? 0) + square;
      }
    }
  }
  return Float32Array.from(squares, Math.sqrt);
}
