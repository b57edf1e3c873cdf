import { tellsTheWay } from './preferenceField';
import { isPlausible, type LeadField } from './leadField';

/** What comes before a name when people answer in a sentence. */
const introduction =
  /^(?:bonjour,?\s+)?(?:je m['’]appelle|je suis|moi c['’]est|c['’]est|mon nom est|my name is|i am|i['’]m|this is)\s+/i;

/** Whom to ask for. */
export const nameField: LeadField = {
  optional: false,
  free: true,
  isKnown: ({ name }) => name !== undefined,
  read(typed) {
    const name = typed.replace(introduction, '').replace(/[\s.!]+$/, '');
    return isPlausible(name) && /^[^\d@]*\p{L}[^\d@]*$/u.test(name) && !tellsTheWay(name)
      ? { kind: 'given', values: { name } }
      : { kind: 'invalid' };
  },
};
