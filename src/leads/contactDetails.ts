import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';
import { z } from 'zod/v4';

/** What reading one typed field gave. The dialog chooses the sentence that says why it was refused. */
export type FieldResult =
  | { readonly kind: 'valid'; readonly value: string }
  /** Nothing but white space. */
  | { readonly kind: 'empty' }
  /** Something, but not what the field asks for. */
  | { readonly kind: 'invalid' };

/** The longest address that mail servers carry, in characters (RFC 5321). */
const maxEmailLength = 254;

/** People paste addresses out of mail programs: `<anne@example.fr>`, `mailto:anne@example.fr`, a final full stop. */
const wrapping = /^(?:mailto:)?<?\s*(.*?)\s*>?[.,;]?$/is;

/**
 * Reads an e-mail address.
 * @returns the address with its domain in lower case; the part before the @ stays as typed, since it may matter
 * What it does not promise: that the mailbox exists.
 */
export function readEmail(typed: string): FieldResult {
  const text = wrapping.exec(typed.trim())?.[1] ?? '';
  if (text === '') return { kind: 'empty' };
  if (text.length > maxEmailLength || !z.email().safeParse(text).success) return { kind: 'invalid' };
  const at = text.lastIndexOf('@');
  return { kind: 'valid', value: text.slice(0, at) + text.slice(at).toLowerCase() };
}

/**
 * Reads a phone number in the national form of `region` or in the international form of any country.
 * @param region where a number without a country code is; France by default
 * @returns the number in E.164 form, such as `+33123456789`; an extension is dropped
 * What it does not promise: that somebody answers there.
 */
export function readPhone(typed: string, region: CountryCode = 'FR'): FieldResult {
  const text = typed.trim();
  if (text === '') return { kind: 'empty' };
  const number = parsePhoneNumberFromString(text, { defaultCountry: region, extract: false });
  return number?.isValid() ? { kind: 'valid', value: number.number } : { kind: 'invalid' };
}
