import { fold } from '../text/normalise';

/** The form in which names of places are compared: « St-Aubin s/ Quillebeuf » and « Saint Aubin sur Quillebeuf » are one. */
export function placeKey(name: string): string {
  let folded = fold(name);
  if (folded.includes('s/')) folded = folded.replace(/(?<![a-z])s\//g, 'sur ');
  const words = folded.replace(/[^a-z0-9]+/g, ' ').trim();
  return words.includes('st') ? words.replace(/\bst(e?)\b/g, 'saint$1') : words;
}

/** What was typed, cut into what can be looked up. */
export interface PlaceQuery {
  /** A postcode or an INSEE code: five characters, in capitals. */
  readonly code?: string | undefined;
  /** « (76) » after the name: that department is meant, if it has such a name. */
  readonly department?: string | undefined;
  /** By `placeKey`; empty when only a code was typed. */
  readonly name: string;
}

/** Reads "76330 Notre-Dame", "Bernay (27)", "76037 Rouen Cedex 1". */
export function readPlace(typed: string): PlaceQuery {
  // A mark for machines behind the name says where mail is sorted, not where the place is.
  const words = placeKey(typed)
    .replace(/\bcedex\b(?: \d{1,2}\b)?/g, '')
    .split(' ')
    .filter(Boolean);
  // "76 330": the only number in two parts that people write.
  const joined = words
    .join(' ')
    .replace(/^(\d{2}) (\d{3})(?= |$)/, '$1$2')
    .split(' ')
    .filter(Boolean);
  const code = joined.find((word) => /^(?:\d{2}|2[ab])\d{3}$/.test(word));
  const last = joined.at(-1) ?? '';
  const department = joined.length > 1 && /^(?:\d{2}|2[ab]|97\d)$/.test(last) ? last : undefined;
  return {
    code: code?.toUpperCase(),
    department: department?.toUpperCase(),
    name: joined.filter((word) => word !== code && word !== department).join(' '),
  };
}
