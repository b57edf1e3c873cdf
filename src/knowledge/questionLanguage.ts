import { detectLanguage, type Language } from '../text/language';
import type { FindAnswer } from './findAnswer';

/** How much better a question must fit in the other language before the conversation changes over. */
const clearlyBetter = 1.15;

/**
 * The language to answer in. Where a message's own words do not settle it, what it fits best does: "recycling grant" is near to English examples, "et
 * le port ?" to French ones.
 * @param current the conversation's language so far
 */
export function questionLanguage(text: string, current: Language, findAnswer: FindAnswer): Language {
  const guess = detectLanguage(text, current);
  if (guess.sure) return guess.language;
  const other: Language = current === 'fr' ? 'en' : 'fr';
  const fit = (language: Language): number => {
    const best = findAnswer(text, language).ranking.hits[0];
    return best?.language === language ? best.score : 0;
  };
  return fit(other) > fit(current) * clearlyBetter ? other : current;
}
