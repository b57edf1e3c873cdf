import type { Language } from '../text/language';
import type { Hit, PassageIndex, Ranking } from './passageIndex';
import { defaultTuning, type Tuning } from './tuning';

const asking =
  /\?|\b(?:combien|cb|quel|quelle|quels|quelles|qui|ou est|comment|pourquoi|est-ce|existe|how|what|which|who|where|when|why|is there|are there|could|can)\b/i;

/**
 * Ranks a message as a whole and, when it is long, by its parts: people tell who they are and what happened before they ask, and the question would
 * drown in the story. Each passage keeps its best likeness.
 */
export function rankQuestion(
  index: PassageIndex,
  text: string,
  language: Language,
  tuning: Tuning = defaultTuning,
): Ranking {
  const whole = index.rank(text, language);
  if ((whole.hits[0]?.score ?? 0) >= tuning.clear || text.split(/\s+/).length < tuning.longMessage)
    return whole;
  const parts = new Map<string, Hit>();
  for (const part of partsOf(text, tuning.minPartWords)) {
    const ranked = index.rank(part, language);
    const known = ranked.terms.reduce(
      (sum, term) => (term.known && !term.text.includes('_') ? sum + term.weight : sum),
      0,
    );
    const share =
      (asking.test(part) ? tuning.askingShare : tuning.tellingShare) * Math.min(1, known / tuning.fullWeight);
    for (const hit of ranked.hits) {
      const score = hit.score * share;
      if ((parts.get(hit.id)?.score ?? 0) < score) parts.set(hit.id, { ...hit, score });
    }
  }
  // Both must agree: a part alone may be an empty phrase that fits anything, the whole alone drowns the question.
  const hits = whole.hits.map((hit) => ({
    ...hit,
    score: (1 - tuning.partShare) * hit.score + tuning.partShare * (parts.get(hit.id)?.score ?? 0),
  }));
  return { terms: whole.terms, hits: hits.sort((x, y) => y.score - x.score) };
}

/** Sentences and clauses that are long enough to mean something. */
function partsOf(text: string, minPartWords: number): string[] {
  return text
    .split(/(?<=[?!.;:…])\s+|\n+|\s+-\s+|,\s+/)
    .flatMap((part, i, all) => (i > 0 ? [part, `${all[i - 1] ?? ''} ${part}`] : [part]))
    .filter((part) => part.split(/\s+/).length >= minPartWords && part.length < text.length);
}
