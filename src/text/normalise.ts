import { decodeHTML } from 'entities';

const ligatures: readonly (readonly [RegExp, string])[] = [
  [/œ/g, 'oe'],
  [/æ/g, 'ae'],
  [/ß/g, 'ss'],
];

/** Letters without accents, in lower case, ligatures opened: the form in which words are compared. */
export function fold(text: string): string {
  let folded = text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  for (const [ligature, letters] of ligatures) folded = folded.replace(ligature, letters);
  return folded;
}

/** A tag as HTML writes it; "effectif <50, CA >2 M€" holds none. */
const htmlTag = /<\/?[a-z][a-z0-9]*(?:\s+[a-z-]+=(?:"[^"]*"|'[^']*'|[^\s>]+))*\s*\/?>/gi;

/**
 * A visitor's text as plain characters: HTML tags and invisible characters gone, typographic signs made plain. Keeps case and accents, so
 * that it can still be read (and its language recognised).
 */
export function plainText(text: string): string {
  return decodeHTML(text)
    .replace(htmlTag, ' ')
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '')
    .replace(/[\u2018\u2019\u201B\u2032\u02BC\u00B4`]/g, "'")
    .replace(/[\u2010\u2011\u2212\u2013\u2014]/g, '-')
    .replace(/[\u00AB\u00BB\u201C\u201D]/g, '"')
    .replace(/\s+/gu, ' ')
    .trim();
}
