import { isPair, type CompiledIndex } from './compiledIndex';
import type { Hit } from './passageIndex';
import type { Postings } from './postings';
import type { Tuning } from './tuning';

/** The second phase: candidates compared with a question on all its terms, best first, each passage id once, those that share nothing left out. */
export type Compare = (ids: readonly number[], unknownWeight: number, candidates: Uint32Array) => Hit[];

/** Looking a term up in one passage costs about this many times what walking over one passage of the term's list does. */
const costOfLookup = 12;

/** @returns a function that keeps its sums in arrays of the index's size, so that a question allocates nothing but its hits */
export function createComparison(index: CompiledIndex, postings: Postings, tuning: Tuning): Compare {
  const { weights, countOffsets, countTerms, placeOffsets, places, exampleOffsets, exampleNorms, passages } =
    index;
  const isCandidate = new Uint8Array(passages.length);
  const proofs = new Float64Array(passages.length);
  const covered = new Float64Array(passages.length);
  const dots = new Float64Array(exampleNorms.length);

  /** Counts what a term says for one passage. */
  const add = (passage: number, position: number, weight: number, covers: boolean): void => {
    const first = exampleOffsets[passage] ?? 0;
    const from = placeOffsets[position] ?? 0;
    const to = placeOffsets[position + 1] ?? 0;
    const half = tuning.halfProof * Math.max(1, ((exampleOffsets[passage + 1] ?? 0) - first) / 50);
    proofs[passage] = (proofs[passage] ?? 0) + (weight * (to - from)) / (to - from + half);
    if (covers) covered[passage] = (covered[passage] ?? 0) + weight;
    const square = Math.fround(weight * weight);
    for (let k = from; k < to; k += 1) {
      const example = first + (places[k] ?? 0);
      dots[example] = (dots[example] ?? 0) + square;
    }
  };

  return (ids, unknownWeight, candidates) => {
    let total = unknownWeight;
    let single = unknownWeight;
    let norm = 0;
    for (const passage of candidates) isCandidate[passage] = 1;
    for (const id of ids) {
      const weight = weights[id] ?? 0;
      const covers = !isPair(index.terms[id] ?? '');
      total += weight;
      if (covers) single += weight;
      norm += weight * weight;
      const end = postings.offsets[id + 1] ?? 0;
      if (postings.spread(id) <= candidates.length * costOfLookup) {
        for (let i = postings.offsets[id] ?? 0; i < end; i += 1) {
          const passage = postings.passages[i] ?? 0;
          if (isCandidate[passage]) add(passage, postings.positions[i] ?? 0, weight, covers);
        }
        continue;
      }
      for (const passage of candidates) {
        const position = find(countTerms, id, countOffsets[passage] ?? 0, countOffsets[passage + 1] ?? 0);
        if (position >= 0) add(passage, position, weight, covers);
      }
    }
    // Unknown words take their part in the likeness as well, or a question about something else would look near by one shared word.
    const length = Math.sqrt(norm + (unknownWeight * unknownWeight) / 4) || 1;
    const hits: Hit[] = [];
    for (const passage of candidates) {
      let nearest = 0;
      const end = exampleOffsets[passage + 1] ?? 0;
      for (let example = exampleOffsets[passage] ?? 0; example < end; example += 1) {
        const likeness = (dots[example] ?? 0) / (length * ((exampleNorms[example] ?? 0) || 1));
        if (likeness > nearest) nearest = likeness;
        dots[example] = 0;
      }
      nearest = Math.min(1, nearest);
      const evidence = total > 0 ? (proofs[passage] ?? 0) / total : 0;
      const explained = covered[passage] ?? 0;
      const coverage = single > 0 ? explained / single : 0;
      isCandidate[passage] = 0;
      proofs[passage] = 0;
      covered[passage] = 0;
      const score =
        (1 - tuning.coverageShare) * ((1 - tuning.nearestShare) * evidence + tuning.nearestShare * nearest) +
        tuning.coverageShare * coverage;
      const known = passages[passage];
      if (score > 0 && known)
        hits.push({ id: known.id, language: known.language, score, coverage, explained, nearest });
    }
    const seen = new Set<string>();
    return hits.sort((a, b) => b.score - a.score).filter(({ id }) => !seen.has(id) && seen.add(id));
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
