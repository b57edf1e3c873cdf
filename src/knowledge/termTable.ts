/** Weight of a pair of neighbours against a single term: it is implied by its two members. Swept by `npm run tune`. */
const pairShare = 0.5;
/** Below it a term tells nothing at all; keeps sums from vanishing for questions made of stop words only. */
const minWeight = 0.05;

/** How telling each term is, and in which passages it stands. */
export interface TermTable {
  /** From 0.05 (said everywhere) to about 5.7 (said in one passage only, or never seen). */
  readonly weight: (term: string) => number;
  readonly knows: (term: string) => boolean;
  /** Per passage: term → number of its examples that hold it. */
  readonly counts: readonly ReadonlyMap<string, number>[];
}

/**
 * Learns from the examples which terms tell passages apart. The weight is log(passages) minus the entropy of the term's spread over passages:
 * a word that is often in one page and once in ten others still tells much, which plain document frequency would miss.
 */
export function createTermTable(passages: readonly (readonly (readonly string[])[])[]): TermTable {
  const counts = passages.map((examples) => {
    const count = new Map<string, number>();
    for (const terms of examples) for (const term of terms) count.set(term, (count.get(term) ?? 0) + 1);
    return count;
  });
  const totals = new Map<string, number>();
  for (const count of counts) for (const [term, n] of count) totals.set(term, (totals.get(term) ?? 0) + n);
  const most = Math.log(Math.max(2, passages.length));
  const entropy = new Map<string, number>();
  for (const count of counts) {
    for (const [term, n] of count) {
      // Half an unseen occurrence: a term met once is a little less sure than one met ten times in the same place.
      const share = n / ((totals.get(term) ?? 0) + 0.5);
      entropy.set(term, (entropy.get(term) ?? 0) - share * Math.log(share));
    }
  }
  const weights = new Map<string, number>();
  for (const [term, h] of entropy) {
    weights.set(term, Math.max(minWeight, most - h) * (term.includes('_') ? pairShare : 1));
  }
  return {
    // An unknown pair of neighbours is the rule, not a sign that something is missing.
    weight: (term) => weights.get(term) ?? (term.includes('_') ? 0 : most),
    knows: (term) => weights.has(term),
    counts,
  };
}
