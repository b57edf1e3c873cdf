import { defaultTuning, type Tuning } from './tuning';

/**
 * Learns from the examples which terms tell passages apart. The weight is log(passages) minus the entropy of the term's spread over passages:
 * a word that is often in one page and once in ten others still tells much, which plain document frequency would miss. From 0.05 (said
 * everywhere) to log(passages) (said in one passage only); pairs of neighbours weigh half.
 * @param counts per passage: term number and number of examples that hold it
 */
export function termWeights(
  terms: readonly string[],
  counts: readonly (readonly (readonly [number, number])[])[],
  tuning: Tuning = defaultTuning,
): { weights: Float32Array; unknownWeight: number } {
  const totals = new Float64Array(terms.length);
  for (const count of counts) for (const [term, n] of count) totals[term] = (totals[term] ?? 0) + n;
  const entropy = new Float64Array(terms.length);
  for (const count of counts) {
    for (const [term, n] of count) {
      // Half an unseen occurrence: a term met once is a little less sure than one met ten times in the same place.
      const share = n / ((totals[term] ?? 0) + 0.5);
      entropy[term] = (entropy[term] ?? 0) - share * Math.log(share);
    }
  }
  const most = Math.log(Math.max(2, counts.length));
  const weights = Float32Array.from(entropy, (h, term) => {
    const weight = Math.max(tuning.minWeight, most - h);
    return terms[term]?.includes('_') ? weight * tuning.pairShare : weight;
  });
  return { weights, unknownWeight: most };
}
