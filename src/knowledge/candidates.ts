import MiniSearch, { type AsPlainObject } from 'minisearch';
import { isPair, type CompiledIndex } from './compiledIndex';
import type { Postings } from './postings';
import type { Tuning } from './tuning';

/** A known term of a question. */
export interface LookUpTerm {
  readonly id: number;
  readonly text: string;
  readonly weight: number;
}

/** The first phase: passages worth comparing with a question, in no order that means anything. */
export type FindCandidates = (known: readonly LookUpTerm[]) => Uint32Array;

/** MiniSearch as it is used here: one document a passage, its telling terms as they are. */
const options = {
  fields: ['terms'],
  tokenize: (text: string) => text.split(' '),
  processTerm: (term: string) => term,
  autoVacuum: false,
};

/**
 * Looks a question's most telling terms up with MiniSearch. A question without telling terms is compared with every passage, or, in an index too large for
 * that, with those that hold its rarest terms.
 */
export function createCandidates(index: CompiledIndex, postings: Postings, tuning: Tuning): FindCandidates {
  const search = MiniSearch.loadJS<{ id: number }>(serialised(index, postings, tuning), options);
  const all = Uint32Array.from(index.passages, (_, passage) => passage);

  /** The first terms that together stand in no more than `maxPostings` passages, and at least the very first. */
  const affordable = (terms: readonly LookUpTerm[]): readonly LookUpTerm[] => {
    let sum = 0;
    const end = terms.findIndex(({ id }, i) => (sum += postings.spread(id)) > tuning.maxPostings && i > 0);
    return end < 0 ? terms : terms.slice(0, end);
  };
  const holding = (terms: readonly LookUpTerm[]): Uint32Array => {
    const found = new Set<number>();
    for (const { id } of terms) {
      const end = postings.offsets[id + 1] ?? 0;
      for (let i = postings.offsets[id] ?? 0; i < end; i += 1) found.add(postings.passages[i] ?? 0);
    }
    return Uint32Array.from(found);
  };

  return (known) => {
    const telling = known.filter(({ text, weight }) => weight >= tuning.minLookupWeight && !isPair(text));
    const lookups = telling.sort((a, b) => b.weight - a.weight).slice(0, tuning.maxLookups);
    if (lookups.length < tuning.minLookups) {
      if (all.length <= tuning.maxPostings) return all;
      return holding(affordable([...known].sort((a, b) => postings.spread(a.id) - postings.spread(b.id))));
    }
    const asked = affordable(lookups);
    const weights = new Map(asked.map(({ text, weight }) => [text, weight]));
    const found = search
      .search(asked.map(({ text }) => text).join(' '), { boostTerm: (term) => weights.get(term) ?? 1 })
      .slice(0, tuning.maxCandidates);
    return Uint32Array.from(found, ({ id }) => id as number);
  };
}

/** What MiniSearch would have written after being given the passages one by one, without its having to count what is counted already. */
function serialised(index: CompiledIndex, postings: Postings, tuning: Tuning): AsPlainObject {
  const { terms, weights, passages, placeOffsets } = index;
  const lengths = new Uint32Array(passages.length);
  const entries: AsPlainObject['index'] = [];
  terms.forEach((term, id) => {
    if ((weights[id] ?? 0) < tuning.minLookupWeight || isPair(term)) return;
    const frequencies: Record<string, number> = {};
    const end = postings.offsets[id + 1] ?? 0;
    for (let i = postings.offsets[id] ?? 0; i < end; i += 1) {
      const passage = postings.passages[i] ?? 0;
      const position = postings.positions[i] ?? 0;
      const examples = (placeOffsets[position + 1] ?? 0) - (placeOffsets[position] ?? 0);
      frequencies[passage] = Math.min(examples, tuning.maxRepeats);
      lengths[passage] = (lengths[passage] ?? 0) + 1;
    }
    entries.push([term, { '0': frequencies }]);
  });
  const numbered = <T>(value: (passage: number) => T): Record<string, T> =>
    Object.fromEntries(passages.map((_, passage) => [passage, value(passage)]));
  return {
    documentCount: passages.length,
    nextId: passages.length,
    documentIds: numbered((passage) => passage),
    fieldIds: { terms: 0 },
    // MiniSearch counts an empty text as one term.
    fieldLength: numbered((passage) => [Math.max(1, lengths[passage] ?? 0)]),
    averageFieldLength: [
      lengths.reduce((sum, length) => sum + Math.max(1, length), 0) / Math.max(1, passages.length),
    ],
    storedFields: {},
    dirtCount: 0,
    index: entries,
    serializationVersion: 2,
  };
}
