import type { ContactWay } from '../../leads/lead';
import { fold } from '../../text/normalise';
import { findContact } from './contactField';
import { maxShort, type LeadField } from './leadField';

/** Words that tell the way, folded; the first that fits counts. */
const ways: readonly (readonly [RegExp, ContactWay])[] = [
  [/rendez-? ?vous|\brdv\b|\bvisite|\bvisio|meeting|appointment|\bvisit\b/, 'meeting'],
  [/\be-?mails?\b|\bmails?\b|courriel/, 'email'],
  [/\btel\b|telephon|\bappel|\bphone|\bcall|\bportable|\bmobile/, 'phone'],
];

/** Whether somebody says how to be called rather than anything else: "par téléphone le matin". */
export const tellsTheWay = (typed: string): boolean => {
  const folded = fold(typed);
  return (
    /^(?:par|by|plutot|de preference|rather)\b/.test(folded) && ways.some(([pattern]) => pattern.test(folded))
  );
};

/** How and when, in one question: a button, or the visitor's own words. */
export const preferenceField: LeadField = {
  optional: true,
  free: true,
  isKnown: ({ preferredWay, preferredTime }) => preferredWay !== undefined || preferredTime !== undefined,
  read(typed, { texts }) {
    if (typed.length < 2 || typed.length > maxShort * 2) return { kind: 'invalid' };
    const { email, meeting } = texts.form.preferences;
    const way = ways.find(([pattern]) => pattern.test(fold(typed)))?.[1];
    const onlyTheWay = [email, meeting].some((title) => fold(title) === fold(typed));
    return {
      kind: 'given',
      // "par mail à anne@example.fr" gives the address too.
      values: { ...findContact(typed), preferredWay: way, preferredTime: onlyTheWay ? undefined : typed },
    };
  },
  buttons({ email, phone }, texts) {
    const { morning, afternoon, email: byEmail, meeting } = texts.form.preferences;
    return [...(phone ? [morning, afternoon] : []), ...(email ? [byEmail] : []), meeting];
  },
};
