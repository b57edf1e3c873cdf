import { fold, plainText } from './normalise';

/** French words that lose their vowel before another; what precedes the apostrophe is a word of its own. */
const elided = /\b(jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu|qu|[cdjlmnst])'(?=[a-z0-9])/g;

/** English contractions that carry no notion: "what's", "we're", "don't". */
const contracted = /([a-z])'(s|re|ve|ll|d|m|t)\b/g;

const word = /\d+(?:\.\d+)?|[a-z]+[0-9]*(?:[a-z0-9]*)/g;

/**
 * The words of a text, folded, in order. Digits stay; groups of a number are joined ("1 260 000" and "1,260,000" become `1260000`, "1,26"
 * becomes `1.26`).
 */
export function tokenise(text: string): string[] {
  let folded = fold(plainText(text));
  if (folded.includes('+')) folded = folded.replace(/\b([a-z]) ?\+/g, '$1 plus');
  if (/\d/.test(folded))
    folded = folded.replace(/(\d)[  .,](?=\d{3}(?!\d))/g, '$1').replace(/(\d),(?=\d)/g, '$1.');
  if (folded.includes("'")) {
    folded = folded
      .replace(contracted, (_, before: string, ending: string) =>
        ending === 't' ? `${before}t ` : `${before} `,
      )
      .replace(elided, '$1 ');
  }
  return folded.match(word) ?? [];
}
