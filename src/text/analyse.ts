import type { Language } from './language';
import type { Lexicon } from './lexicon';
import { stem } from './stem';
import { stopWords } from './stopWords';
import { tokenise } from './tokenise';

/** One informative unit of a text. */
export interface Term {
  /** A stem, `~notion`, or a pair of neighbours `stem_stem`. */
  readonly text: string;
  /** The word it came from, folded; for a notion, its name. */
  readonly word: string;
}

/** Replaces a word that the index does not know by one that it does; see `createSpelling`. */
export type CorrectWord = (word: string) => readonly string[];

export type Analyse = (text: string, language: Language, correct?: CorrectWord) => Term[];

/**
 * The one analysis of index and query: words, abbreviations, spelling (queries only), stems, notions and pairs of neighbours. Stop words are kept: their
 * weight is next to nothing, but "à quoi sert" and "d'où à où" live by them. A word inside a notion yields both, so that a page that uses
 * the very word ranks above one that only shares the notion. Each term once.
 */
export function createAnalysis(lexicon: Lexicon): Analyse {
  return (text, language, correct) => {
    let words = lexicon.expand(tokenise(text));
    if (correct) words = words.flatMap((word) => correct(word));
    const terms = new Map<string, Term>();
    const push = (text: string, word: string): void => {
      if (!terms.has(text)) terms.set(text, { text, word });
    };
    const stems = words.map((word) => stem(word, language));
    const content = stems.filter((_, i) => !stopWords.has(words[i] ?? ''));
    for (const match of lexicon.find(content)) push(`~${match.notion}`, match.notion);
    // Forms with a stop word inside ("où est", "à quoi sert"); the others have been found among the content words, where longer forms win.
    for (const match of lexicon.find(stems)) {
      const inside = words.slice(match.start, match.start + match.length);
      if (inside.some((word) => stopWords.has(word))) push(`~${match.notion}`, match.notion);
    }
    stems.forEach((s, i) => push(s, words[i] ?? s));
    for (let i = 0; i + 1 < stems.length; i += 1) {
      push(`${stems[i] ?? ''}_${stems[i + 1] ?? ''}`, `${words[i] ?? ''} ${words[i + 1] ?? ''}`);
    }
    return [...terms.values()];
  };
}
