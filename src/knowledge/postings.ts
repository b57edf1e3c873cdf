import type { CompiledIndex } from './compiledIndex';

/** The index turned round: which passages hold a term. */
export interface Postings {
  /** Term t stands in `passages` from `offsets[t]` to `offsets[t + 1]`, ascending; `positions`: where in `countTerms`. */
  readonly offsets: Uint32Array;
  readonly passages: Uint32Array;
  readonly positions: Uint32Array;
  /** Number of passages that hold a term. */
  readonly spread: (term: number) => number;
}

export function createPostings({ terms, countOffsets, countTerms }: CompiledIndex): Postings {
  const offsets = new Uint32Array(terms.length + 1);
  for (const term of countTerms) offsets[term + 1] = (offsets[term + 1] ?? 0) + 1;
  for (let term = 0; term < terms.length; term += 1)
    offsets[term + 1] = (offsets[term + 1] ?? 0) + (offsets[term] ?? 0);
  const next = offsets.slice();
  const passages = new Uint32Array(countTerms.length);
  const positions = new Uint32Array(countTerms.length);
  for (let passage = 0; passage + 1 < countOffsets.length; passage += 1) {
    const end = countOffsets[passage + 1] ?? 0;
    for (let position = countOffsets[passage] ?? 0; position < end; position += 1) {
      const term = countTerms[position] ?? 0;
      const at = next[term] ?? 0;
      passages[at] = passage;
      positions[at] = position;
      next[term] = at + 1;
    }
  }
  return { offsets, passages, positions, spread: (term) => (offsets[term + 1] ?? 0) - (offsets[term] ?? 0) };
}
