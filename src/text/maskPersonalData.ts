import { findPhoneNumbersInText } from 'libphonenumber-js/max';

const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

/** Words after which people say a name; the words behind that begin with a capital are taken for it. */
const introducesName =
  /\b((?:je m['’]appelle|je me nomme|moi c['’]est|mon nom est|monsieur|madame|mademoiselle|maître|docteur|my name is|this is|mr|mrs|ms|dr|mme|mlle)\.?|m\.)\s+((?:\p{Lu}[\p{L}'’-]+\s*){1,3})/giu;

/** Sixteen digits and the like: cards, accounts, social security; longer than any phone number. */
const longNumber = /\b[A-Z]{0,2}\d(?:[\s.-]?\d){12,}\b/gu;

/** No phone number has fewer; looking for one costs more than the rest of a search. */
const fourDigits = /(?:\p{Nd}\P{Nd}*){4}/u;

/**
 * Replaces e-mail addresses, phone numbers, long numbers and announced names by a mark, for questions that editors read later.
 * What it does not promise: a name that nothing announces stays.
 */
export function maskPersonalData(text: string): string {
  let masked = text.replace(email, '[e-mail]').replace(longNumber, '[numéro]');
  const phones = fourDigits.test(masked)
    ? findPhoneNumbersInText(masked, { defaultCountry: 'FR', extended: true })
    : [];
  for (const { startsAt, endsAt } of phones.reverse()) {
    masked = `${masked.slice(0, startsAt)}[téléphone]${masked.slice(endsAt)}`;
  }
  return masked.replace(introducesName, (whole, before: string, name: string) =>
    /^\p{Lu}/u.test(name) ? `${before} [nom]${/\s$/.test(name) ? ' ' : ''}` : whole,
  );
}

/** A question without the personal data in it: they say nothing about its subject, and would drown it. */
export function withoutPersonalData(text: string): string {
  return maskPersonalData(text).replace(/\[(?:e-mail|numéro|téléphone|nom)\]/g, ' ');
}
