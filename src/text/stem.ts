import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import type { Language } from './language';

/**
 * Words whose Snowball stem falls together with an unrelated word's, kept whole. Seen in the French stemmer: marché/marche, forme/former,
 * taxe/taxi, commune/communication, conseil/conseiller share a stem; crédit and crédits do not.
 */
const whole: ReadonlyMap<string, string> = new Map(
  Object.entries({
    marche: 'marche',
    marches: 'marche',
    forme: 'forme',
    formes: 'forme',
    former: 'former',
    formation: 'former',
    formations: 'former',
    taxe: 'taxe',
    taxes: 'taxe',
    taxi: 'taxi',
    commune: 'commune',
    communes: 'commune',
    communication: 'communication',
    conseil: 'conseil',
    conseils: 'conseil',
    conseiller: 'conseiller',
    conseillers: 'conseiller',
    credit: 'credit',
    credits: 'credit',
    emploi: 'emploi',
    emplois: 'emploi',
    travaux: 'travaux',
    avance: 'avance',
    avances: 'avance',
    regions: 'region',
    region: 'region',
  }),
);

const caches: Readonly<Record<Language, Map<string, string>>> = { fr: new Map(), en: new Map() };
const maxCached = 50_000;

/** The stem of a folded word, numbers and short words unchanged. Cached, because a stemmer costs more than the search. */
export function stem(word: string, language: Language): string {
  if (word.length < 4) return word;
  const cache = caches[language];
  const known = cache.get(word);
  if (known !== undefined) return known;
  if (/\d/.test(word)) return word;
  const found = language === 'fr' ? (whole.get(word) ?? french(word)) : english(word);
  // Words arrive from visitors too: a bound keeps invented ones from filling the memory.
  if (cache.size >= maxCached) cache.clear();
  cache.set(word, found);
  return found;
}
