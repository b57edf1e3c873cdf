import type { CompiledIndex } from './compiledIndex';
import { defaultTuning, type Tuning } from './tuning';

/**
 * Learns from the examples which terms tell passages apart. The weight is log(passages) minus the entropy of the term's spread over passages:
 * a word that is often in one page and once in ten others still tells much, which plain document frequency would miss. From 0.05 (said
 * everywhere) to log(passages) (said in one passage only); pairs of neighbours weigh half.
 * @param spread which terms each passage has, and in how many of its examples
 */
export function termWeights(
  terms: readonly string[],
  spread: Pick<CompiledIndex, 'countOffsets' | 'countTerms' | 'placeOffsets'>,
  tuning: Tuning = defaultTuning,
): { weights: Float32Array; unknownWeight: number } {
  const { countOffsets, countTerms, placeOffsets } = spread;
  const examplesAt = (position: number): number =>
    (placeOffsets[position + 1] ?? 0) - (placeOffsets[position] ?? 0);
  const totals = new Float64Array(terms.length);
  countTerms.forEach((term, position) => {
    totals[term] = (totals[term] ?? 0) + examplesAt(position);
  });
  const entropy = new Float64Array(terms.length);
  countTerms.forEach((term, position) => {
    // Half an unseen occurrence: a term met once is a little less sure than one met ten times in the same place.
    const share = examplesAt(position) / ((totals[term] ?? 0) + 0.5);
    entropy[term] = (entropy[term] ?? 0) - share * Math.log(share);
  });
  const most = Math.log(Math.max(2, countOffsets.length - 1));
  const weights = Float32Array.from(entropy, (h, term) => {
    const weight = Math.max(tuning.minWeight, most - h);
    return terms[term]?.includes('_') ? weight * tuning.pairShare : weight;
  });
  return { weights, unknownWeight: most };
}
