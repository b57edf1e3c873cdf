import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/**
 * A phone number as people write it: `01 23 45 67 89` when it is French, `+32 2 123 45 67` otherwise.
 * @param e164 as `readPhone` returns it; anything else comes back as it is
 */
export function phoneForPeople(e164: string): string {
  const number = parsePhoneNumberFromString(e164);
  if (!number) return e164;
  return number.country === 'FR' ? number.formatNational() : number.formatInternational();
}
