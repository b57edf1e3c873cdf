/**
 * Every number that the search and the decision depend on. `npm run tune` asks the golden questions and the pages' own left-out variants with each
 * value of each number's swept range and prints what is understood; a value here changes only for a gain on both. How each is measured:
 * docs/quality.md.
 */
export interface Tuning {
  // The index

  /** What a pair of neighbours weighs against a single term: its two members imply it. Fixed by "à quoi sert", "d'où à où". Swept 0 to 1. */
  readonly pairShare: number;
  /** Least weight of a term: keeps sums from vanishing for a question of small words ("et là ?"). Swept 0.01 to 0.5. */
  readonly minWeight: number;
  /** Least weight of a term by which candidates are looked up; below it a term stands in most passages and finds nothing. Swept 0.4 to 2.4. */
  readonly minLookupWeight: number;
  /** How often at most a term is repeated in MiniSearch's document: its weight by frequency levels off long before. Swept 1 to 16. */
  readonly maxRepeats: number;

  // The ranking

  /** Candidates that the look-up hands to the comparison: enough for questions of common words ("aide pr mon entreprise"). Swept 10 to 200. */
  readonly maxCandidates: number;
  /** With fewer telling terms ("tu sers à quoi, toi ?") a look-up would miss what the small words say, and all passages count. Swept 1 to 4. */
  readonly minLookups: number;
  /** Terms that are looked up, the most telling first: long stories have more of them than a subject has words. Swept 3 to 20. */
  readonly maxLookups: number;
  /**
   * Passages, each look-up term counted, after which no further term is looked up: bounds the time of a question in an index of 100,000 passages. No
   * question of an index of a few thousand comes near it. Swept 500 to 20,000.
   */
  readonly maxPostings: number;
  /** A number that no page knows is a premise or a detail ("depuis 2012", "40 salariés"), and tells less than an unknown word. Swept 0 to 1. */
  readonly strayNumberShare: number;
  /**
   * Share of the nearest example in the score, against the evidence of all examples: evidence alone misses questions that copy one rare wording,
   * likeness alone those that mix several ("l'industrie fait bosser combien de gens"). Swept 0 to 0.7.
   */
  readonly nearestShare: number;
  /**
   * Examples in which a term must stand to count half as proof of its passage: per 50 examples, and never fewer than for 50, since a word said once by
   * the way on a page with few examples proves nothing. Swept 0.5 to 6.
   */
  readonly halfProof: number;
  /** Share of coverage in the score: a page that knows all of the question's words goes before one that knows half by heart. Swept 0 to 0.4. */
  readonly coverageShare: number;

  // Long messages

  /** Words from which a message is read in parts as well: shorter ones say one thing. Swept 8 to 30. */
  readonly longMessage: number;
  /** Fewest words of a part that is ranked by itself ("Bonjour madame," is none). Swept 2 to 8. */
  readonly minPartWords: number;
  /** What an asking part's likeness counts for against the whole message's: it leaves little out. Swept 0.7 to 1. */
  readonly askingShare: number;
  /** The same of a part that tells a story ("notre presse a quarante ans"). Swept 0.4 to 1. */
  readonly tellingShare: number;
  /** Share of the best part in the likeness, against the whole. Swept 0 to 0.7. */
  readonly partShare: number;
  /** A whole message this clear needs no parts. Swept 0.2 to 0.5. */
  readonly clear: number;
  /** Weight of known words from which a part is taken at its word; "le territoire s'y intéresse ?" fits half the pages. Swept 3 to 15. */
  readonly fullWeight: number;

  // Continuations

  /** Telling terms up to which a leaning question ("et côté emplois ?") is read as a continuation. Swept 2 to 12. */
  readonly maxTelling: number;
  /** From this weight on a term is telling in that sense. Swept 1 to 3. */
  readonly tellingWeight: number;
  /** A question that fits a page this well by itself needs no context. Swept 0.4 to 0.9. */
  readonly standsAlone: number;
  /** Share of the question taken together with the one before; the rest is the question by itself. Swept 0 to 0.7. */
  readonly jointShare: number;
  /** Added to pages of the same folder or linked with the last one ("et pour la région ?"). Swept 0 to 0.2. */
  readonly nearBonus: number;
  /** Only pages that know this share of the question gain by being near: words that nobody knows continue nothing. Swept 0 to 0.8. */
  readonly minNearCoverage: number;
  /** What the last page's own likeness counts for: a continuation asks for something else. Swept 0.3 to 1. */
  readonly sameShare: number;

  // The decision

  /** The least likeness that is an answer: below it stand questions that share a word or two with a page. Swept 0.1 to 0.35, off-topic too. */
  readonly minScore: number;
  /** From this likeness on a page is right even though part of the question says something else (a story). Swept 0.2 to 0.45, off-topic too. */
  readonly sureScore: number;
  /** The least share of the question's weight that a page must know when its likeness is not sure. Swept 0 to 0.8, off-topic too. */
  readonly minCoverage: number;
  /**
   * What each unit of explained weight adds to a page's likeness when it is judged as an answer: a long question of which a page knows much is seldom
   * about something else, a short one that shares two words with it often is. Fitted on left-out variants against left-out off-topic classes.
   */
  readonly explainedShare: number;
  /** The least likeness with `explainedShare` that is an answer, unless the question is nearly written down (`sayingItself`). Swept 0.4 to 0.8, off-topic too. */
  readonly minExplained: number;
  /** A second page this near to the first is an equal: the question touches both, or cannot be told apart. Swept 0.85 to 1. */
  readonly equalMargin: number;
  /** A fact and the aids for it are told together from this nearness on: who asks about one mostly wants the other too. Swept 0.5 to 1. */
  readonly complementMargin: number;
  /** How many hits are looked through for a complement. Swept 2 to 8. */
  readonly complementDepth: number;
  /** Intents act on the visitor's behalf and ask for more likeness than an answer that merely informs. Swept 0.15 to 0.4, off-topic too. */
  readonly minIntentScore: number;
  /** The least likeness of a page that is offered beside an admission; below it the offer would be a guess. Swept 0.05 to 0.2. */
  readonly worthOffering: number;
  /** A question none of whose known words weighs this much is made of small words: only one written down is understood. Swept 0.4 to 2.4. */
  readonly tellingTerm: number;
  /** Likeness to one example from which a question of small words is that example ("ça va ?"). Swept 0.5 to 1. */
  readonly sayingItself: number;
}

/** The values in use. */
export const defaultTuning: Tuning = {
  pairShare: 0.5,
  minWeight: 0.05,
  minLookupWeight: 1.2,
  maxRepeats: 8,
  maxCandidates: 60,
  minLookups: 2,
  maxLookups: 10,
  maxPostings: 10_000,
  strayNumberShare: 0.3,
  nearestShare: 0.3,
  halfProof: 1.5,
  coverageShare: 0.1,
  longMessage: 16,
  minPartWords: 4,
  askingShare: 0.95,
  tellingShare: 0.75,
  partShare: 0.3,
  clear: 0.28,
  fullWeight: 9,
  maxTelling: 7,
  tellingWeight: 1.8,
  standsAlone: 0.62,
  jointShare: 0.35,
  nearBonus: 0.08,
  minNearCoverage: 0.35,
  sameShare: 0.7,
  minScore: 0.2,
  sureScore: 0.3,
  minCoverage: 0.4,
  explainedShare: 0.022,
  minExplained: 0.66,
  equalMargin: 0.93,
  complementMargin: 0.72,
  complementDepth: 4,
  minIntentScore: 0.24,
  worthOffering: 0.12,
  tellingTerm: 1.2,
  sayingItself: 0.8,
};
