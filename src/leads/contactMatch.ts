import { readEmail, readPhone } from './contactDetails';
import type { Lead } from './lead';

/** An e-mail address or a phone number in the one form in which two of them can be compared; undefined: it is neither. */
export function comparableContact(typed: string): string | undefined {
  const email = readEmail(typed);
  if (email.kind === 'valid') return email.value.toLowerCase();
  const phone = readPhone(typed);
  return phone.kind === 'valid' ? phone.value : undefined;
}

/** The lead's e-mail and phone in that form. */
export function contactsOf(lead: Lead): string[] {
  return [lead.email, lead.phone].flatMap((given) => {
    const contact = given === undefined ? undefined : comparableContact(given);
    return contact === undefined ? [] : [contact];
  });
}
