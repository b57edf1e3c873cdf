import type { Language } from './language';
import type { Lexicon } from './lexicon';
import { stem } from './stem';
import { stopWords } from './stopWords';
import { tokenise } from './tokenise';

/** One informative unit of a text. */
export interface Term {
  /** A stem, `~notion`, or a pair of neighbours `stem_stem`. */
  readonly text: string;
}

/** Replaces a word that the index does not know by one that it does; see `createSpelling`. */
export type CorrectWord = (word: string) => readonly string[];

/** @param text a text, or its words as `tokenise` gives them */
export type Analyse = (text: string | readonly string[], language: Language, correct?: CorrectWord) => Term[];

/**
 * The one analysis of index and query: words, abbreviations, spelling (queries only), stems, notions and pairs of neighbours. Stop words are kept: their
 * weight is next to nothing, but "à quoi sert" and "d'où à où" live by them. A word inside a notion yields both, so that a page that uses
 * the very word ranks above one that only shares the notion. Each term once.
 */
export function createAnalysis(lexicon: Lexicon): Analyse {
  return (text, language, correct) => {
    let words = lexicon.expand(typeof text === 'string' ? tokenise(text) : text);
    if (correct) words = words.flatMap((word) => correct(word));
    const terms: Term[] = [];
    const seen = new Set<string>();
    const push = (text: string): void => {
      if (seen.has(text)) return;
      seen.add(text);
      terms.push({ text });
    };
    const stems = words.map((word) => stem(word, language));
    const small = words.map((word) => stopWords.has(word));
    const content = stems.filter((_, i) => !small[i]);
    for (const match of lexicon.find(content)) push(`~${match.notion}`);
    // Forms with a stop word inside ("où est", "à quoi sert"); the others have been found among the content words, where longer forms win.
    if (content.length < stems.length) {
      for (const match of lexicon.find(stems)) {
        if (small.slice(match.start, match.start + match.length).includes(true)) push(`~${match.notion}`);
      }
    }
    const notions = seen.size;
    for (const s of stems) push(s);
    // A pair can only come twice when its words do.
    const twice = seen.size < notions + stems.length;
    for (let i = 0; i + 1 < stems.length; i += 1) {
      const pair = `${stems[i] ?? ''}_${stems[i + 1] ?? ''}`;
      if (twice) push(pair);
      else terms.push({ text: pair });
    }
    return terms;
  };
}
