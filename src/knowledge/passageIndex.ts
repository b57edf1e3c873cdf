import MiniSearch from 'minisearch';
import type { Analyse } from '../text/analyse';
import type { Language } from '../text/language';
import { createSpelling } from '../text/spelling';
import { tokenise } from '../text/tokenise';
import type { Passage } from './passage';
import { createTermTable, type TermTable } from './termTable';

/** A passage as the index knows it: terms by number, so that comparing is integer work. */
interface IndexedPassage {
  readonly passage: Passage;
  /** Term → in how many examples it stands. */
  readonly counts: ReadonlyMap<string, number>;
  readonly examples: readonly { readonly terms: readonly string[]; readonly norm: number }[];
}

/** One ranked passage for one question. */
export interface Hit {
  readonly id: string;
  readonly language: Language;
  /** 0 to 1: how far the question speaks like this passage's examples. Comparable between questions, unlike a search engine's score. */
  readonly score: number;
  /** 0 to 1: share of the question's informative weight that stands in the passage at all. */
  readonly coverage: number;
  /** 0 to 1: likeness to the single nearest example. */
  readonly nearest: number;
}

/** A question as it was searched, kept for explanations and follow-ups. */
export interface AnalysedQuestion {
  readonly terms: readonly { readonly text: string; readonly word: string; readonly weight: number; readonly known: boolean }[];
  /** Sum of weights of the single terms: how much the question says. */
  readonly weight: number;
}

export interface Ranking {
  readonly question: AnalysedQuestion;
  /** Best first, at most one per passage id. */
  readonly hits: readonly Hit[];
}

/** Candidates that the first phase hands to the second. */
const maxCandidates = 80;
/** Terms of the question that the first phase looks up: the most telling ones. */
const maxLookups = 12;
/**
 * Share of the nearest example in the score, against the evidence of all examples. Swept by `npm run tune`: evidence alone misses questions
 * that copy one rare wording, likeness alone misses those that mix several.
 */
const nearestShare = 0.3;
/** Examples in which a term must stand to count half as proof of its passage, per 50 examples. Swept by `npm run tune`. */
const halfProof = 2;

export interface PassageIndex {
  readonly rank: (text: string, language: Language, extra?: readonly string[]) => Ranking;
  readonly size: number;
}

/**
 * Builds the index: MiniSearch finds candidates by their telling terms, then each candidate is compared with the question on all terms.
 * Immutable: a changed knowledge means a new index, swapped in whole.
 */
export function createPassageIndex(passages: readonly Passage[], analyse: Analyse, words: ReadonlySet<string>): PassageIndex {
  const analysed = passages.map((passage) => ({
    passage,
    examples: [...passage.examples, passage.body].map((text) => analyse(text, passage.language).map((term) => term.text)),
  }));
  const table = createTermTable(analysed.map(({ examples }) => examples));
  const indexed = analysed.map(({ passage, examples }, i): IndexedPassage => ({
    passage,
    counts: table.counts[i] ?? new Map(),
    examples: examples.map((terms) => ({ terms, norm: normOf(terms, table) })),
  }));
  const correct = createSpelling(wordFrequencies(passages, words));
  const search = new MiniSearch<{ id: number; terms: string }>({
    fields: ['terms'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
    autoVacuum: false,
  });
  search.addAll(indexed.map(({ counts }, id) => ({ id, terms: [...counts.keys()].join(' ') })));

  const rank = (text: string, language: Language, extra: readonly string[] = []): Ranking => {
    const own = analyse(text, language, correct);
    const seen = new Set(own.map((term) => term.text));
    const terms = [...own, ...extra.filter((t) => !seen.has(t)).map((t) => ({ text: t, word: t }))].map((term) => ({
      ...term,
      weight: table.weight(term.text),
      known: table.knows(term.text),
    }));
    const question: AnalysedQuestion = {
      terms,
      weight: terms.reduce((sum, term) => (term.text.includes('_') ? sum : sum + term.weight), 0),
    };
    const lookups = terms
      .filter((term) => term.known)
      .sort((a, b) => b.weight - a.weight)
      .slice(0, maxLookups)
      .map((term) => term.text);
    if (lookups.length === 0) return { question, hits: [] };
    const candidates = search.search(lookups.join(' '), { boostTerm: (term) => table.weight(term) }).slice(0, maxCandidates);
    const hits = candidates
      .map((candidate) => indexed[candidate.id as number])
      .filter((passage) => passage !== undefined)
      .map((passage) => compare(passage, question))
      .sort((a, b) => b.score - a.score);
    const ids = new Set<string>();
    return { question, hits: hits.filter(({ id }) => !ids.has(id) && ids.add(id)) };
  };
  return { rank, size: passages.length };
}

/** How well one passage fits the question, term by term. */
function compare({ passage, counts, examples }: IndexedPassage, question: AnalysedQuestion): Hit {
  let total = 0;
  let proof = 0;
  let single = 0;
  let covered = 0;
  let norm = 0;
  const weights = new Map<string, number>();
  const half = (halfProof * examples.length) / 50;
  for (const { text, weight } of question.terms) {
    total += weight;
    norm += weight * weight;
    weights.set(text, weight * weight);
    const pair = text.includes('_');
    if (!pair) single += weight;
    const count = counts.get(text);
    if (count === undefined) continue;
    proof += (weight * count) / (count + half);
    if (!pair) covered += weight;
  }
  let likeness = 0;
  const root = Math.sqrt(norm) || 1;
  for (const example of examples) {
    let dot = 0;
    for (const term of example.terms) dot += weights.get(term) ?? 0;
    likeness = Math.max(likeness, dot / (root * (example.norm || 1)));
  }
  const evidence = total > 0 ? proof / total : 0;
  return {
    id: passage.id,
    language: passage.language,
    score: (1 - nearestShare) * evidence + nearestShare * likeness,
    coverage: single > 0 ? covered / single : 0,
    nearest: likeness,
  };
}

function normOf(terms: readonly string[], table: TermTable): number {
  return Math.sqrt(terms.reduce((sum, term) => sum + table.weight(term) ** 2, 0));
}

function wordFrequencies(passages: readonly Passage[], words: ReadonlySet<string>): Map<string, number> {
  const frequency = new Map<string, number>();
  for (const { examples, body } of passages) {
    for (const text of [...examples, body]) {
      for (const word of new Set(tokenise(text))) frequency.set(word, (frequency.get(word) ?? 0) + 1);
    }
  }
  for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 2);
  return frequency;
}

