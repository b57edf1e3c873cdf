import MiniSearch from 'minisearch';
import type { Analyse, CorrectWord } from '../text/analyse';
import type { Language } from '../text/language';
import { createSpelling } from '../text/spelling';
import { isPair, searchOptions, type CompiledIndex } from './compiledIndex';
import { defaultTuning, type Tuning } from './tuning';

/** One ranked passage for one question. */
export interface Hit {
  readonly id: string;
  readonly language: Language;
  /** 0 to 1: how far the question speaks like this passage's examples. Comparable between questions, unlike a search engine's score. */
  readonly score: number;
  /** 0 to 1: share of the question's weight that stands in the passage at all. */
  readonly coverage: number;
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
export function openPassageIndex(compiled: CompiledIndex, analyse: Analyse, tuning: Tuning = defaultTuning): PassageIndex {
  let tables: Tables | undefined;
  const all = compiled.passages.map((_, passage) => passage);

  const rank = (text: string, language: Language): Ranking => {
    // Opened at the first question: none of it is needed to say that the service is up.
    tables ??= openTables(compiled, tuning);
    const { search, termIds, correct, compare } = tables;
    const ids: number[] = [];
    const terms = analyse(text, language, correct).map((term): QuestionTerm => {
      const id = termIds.get(term.text);
      if (id !== undefined) ids.push(id);
      // An unknown pair of neighbours is the rule, not a sign that something is missing.
      const unknown = isPair(term.text) ? 0 : compiled.unknownWeight * (isNumber(term.text) ? tuning.strayNumberShare : 1);
      const weight = id === undefined ? unknown : (compiled.weights[id] ?? 0);
      return { text: term.text, weight, known: id !== undefined };
    });
    const lookups = terms
      .filter((term) => term.known && !isPair(term.text) && term.weight >= tuning.minLookupWeight)
      .sort((a, b) => b.weight - a.weight)
      .slice(0, tuning.maxLookups);
    const candidates = lookups.length < tuning.minLookups ? all : look(search, lookups, tuning.maxCandidates);
    const unknown = terms.reduce((sum, term) => (term.known ? sum : sum + term.weight), 0);
    return { terms, hits: compare(ids, unknown, candidates) };
  };
  return { rank, size: compiled.passages.length };
}

/** The passages that hold the question's most telling terms. */
function look(search: MiniSearch, lookups: readonly QuestionTerm[], maxCandidates: number): number[] {
  const weights = new Map(lookups.map((term) => [term.text, term.weight]));
  return search
    .search(lookups.map((term) => term.text).join(' '), { boostTerm: (term) => weights.get(term) ?? 1 })
    .slice(0, maxCandidates)
    .map((candidate) => candidate.id as number);
}

/** What looking up a question needs beside the compiled data. */
interface Tables {
  readonly search: MiniSearch;
  readonly termIds: ReadonlyMap<string, number>;
  readonly correct: CorrectWord;
  readonly compare: ReturnType<typeof createComparison>;
}

function openTables(compiled: CompiledIndex, tuning: Tuning): Tables {
  return {
    search: MiniSearch.loadJSON(compiled.search, searchOptions),
    termIds: new Map(compiled.terms.map((term, id) => [term, id])),
    correct: createSpelling(new Map(compiled.words.map((word, i) => [word, compiled.wordCounts[i] ?? 0]))),
    compare: createComparison(compiled, tuning),
  };
}

const isNumber = (term: string): boolean => /^\d/.test(term);

/** Compares a question with candidate passages, term by term. */
function createComparison(index: CompiledIndex, tuning: Tuning) {
  const pairs = Uint8Array.from(index.terms, (term) => (isPair(term) ? 1 : 0));
  // One array for all questions instead of a map a question: squared weight of each term of the present question, else 0.
  const squares = new Float32Array(index.terms.length);
  const at = (list: ArrayLike<number>, i: number): number => list[i] ?? 0;

  return (ids: readonly number[], unknownWeight: number, candidates: readonly number[]): Hit[] => {
    let total = unknownWeight;
    let single = unknownWeight;
    let norm = 0;
    for (const id of ids) {
      const weight = at(index.weights, id);
      total += weight;
      if (!pairs[id]) single += weight;
      norm += weight * weight;
      squares[id] = weight * weight;
    }
    // Unknown words take their part in the likeness as well, or a question about something else would look near by one shared word.
    const length = Math.sqrt(norm + (unknownWeight * unknownWeight) / 4) || 1;
    const hits = candidates.map((passage): Hit => {
      const from = at(index.exampleOffsets, passage);
      const to = at(index.exampleOffsets, passage + 1);
      const half = tuning.halfProof * Math.max(1, (to - from) / 50);
      let proof = 0;
      let covered = 0;
      for (const id of ids) {
        const position = find(index.countTerms, id, at(index.countOffsets, passage), at(index.countOffsets, passage + 1));
        if (position < 0) continue;
        const count = at(index.counts, position);
        const weight = at(index.weights, id);
        proof += (weight * count) / (count + half);
        if (!pairs[id]) covered += weight;
      }
      let nearest = 0;
      for (let example = from; example < to; example += 1) {
        let dot = 0;
        const end = at(index.exampleTermOffsets, example + 1);
        for (let k = at(index.exampleTermOffsets, example); k < end; k += 1) dot += at(squares, at(index.exampleTerms, k));
        const likeness = dot / (length * (at(index.exampleNorms, example) || 1));
        if (likeness > nearest) nearest = likeness;
      }
      const evidence = total > 0 ? proof / total : 0;
      const coverage = single > 0 ? covered / single : 0;
      const { id, language } = index.passages[passage] ?? { id: '', language: 'fr' };
      return {
        id,
        language,
        score:
          (1 - tuning.coverageShare) * ((1 - tuning.nearestShare) * evidence + tuning.nearestShare * Math.min(1, nearest)) +
          tuning.coverageShare * coverage,
        coverage,
        nearest: Math.min(1, nearest),
      };
    });
    for (const id of ids) squares[id] = 0;
    const seen = new Set<string>();
    return hits
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .filter(({ id }) => !seen.has(id) && seen.add(id));
  };
}

/** Position of a value in an ascending part of an array, -1 when it is not there. */
function find(list: Uint32Array, value: number, from: number, to: number): number {
  let low = from;
  let high = to - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = list[middle] ?? 0;
    if (found === value) return middle;
    if (found < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
