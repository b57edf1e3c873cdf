import { readEmail, readPhone } from '../../leads/contactDetails';
import type { LeadField } from './leadField';

/** The e-mail address and phone number in a sentence, as far as there are any. */
export function findContact(text: string): { email?: string; phone?: string } {
  const found: { email?: string; phone?: string } = {};
  for (const word of text.split(/[\s,;()<>]+/)) {
    const email = word.includes('@') ? readEmail(word) : undefined;
    if (email?.kind === 'valid') found.email = email.value;
  }
  for (const digits of text.match(/(?:\+|00)?\d[\d\s.()/-]{7,}\d/g) ?? []) {
    const phone = readPhone(digits);
    if (phone.kind === 'valid') found.phone = phone.value;
  }
  return found;
}

/** How to reach the visitor: an e-mail address, a phone number, or both in one answer. */
export const contactField: LeadField = {
  optional: false,
  free: false,
  isKnown: ({ email, phone }) => email !== undefined || phone !== undefined,
  read(typed) {
    const found = findContact(typed);
    return found.email || found.phone ? { kind: 'given', values: found } : { kind: 'invalid' };
  },
};
