import { decodeHTML } from 'entities';

/** Most texts have neither entities nor tags, and many no accent: what cannot be there is not looked for. */
const beyondAscii = /[\u0080-\uffff]/;

/** Letters without accents, in lower case, ligatures opened: the form in which words are compared. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (!beyondAscii.test(lower)) return lower;
  const folded = lower.normalize('NFKD').replace(/[\u0300-\u036f]+/g, '');
  if (!beyondAscii.test(folded)) return folded;
  return folded.replace(/\p{M}/gu, '').replace(/œ/g, 'oe').replace(/æ/g, 'ae').replace(/ß/g, 'ss');
}

/** A tag as HTML writes it; "effectif <50, CA >2 M€" holds none. */
const htmlTag = /<\/?[a-z][a-z0-9]*(?:\s+[a-z-]+=(?:"[^"]*"|'[^']*'|[^\s>]+))*\s*\/?>/gi;

/**
 * A visitor's text as plain characters: HTML tags and invisible characters gone, typographic signs made plain. Keeps case and accents, so
 * that it can still be read (and its language recognised).
 */
export function plainText(text: string): string {
  let plain = text.includes('&') ? decodeHTML(text) : text;
  if (plain.includes('<')) plain = plain.replace(htmlTag, ' ');
  if (plain.includes('`')) plain = plain.replace(/`/g, "'");
  if (beyondAscii.test(plain)) {
    plain = plain
      .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '')
      .replace(/[\u2018\u2019\u201B\u2032\u02BC\u00B4]/g, "'")
      .replace(/[\u2010\u2011\u2212\u2013\u2014]/g, '-')
      .replace(/[\u00AB\u00BB\u201C\u201D]/g, '"');
  }
  return plain.replace(/\s+/gu, ' ').trim();
}
