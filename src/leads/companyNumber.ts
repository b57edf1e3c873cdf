import { validate as validateSiren } from 'stdnum/lib/cjs/fr/siren';
import { validate as validateSiret } from 'stdnum/lib/cjs/fr/siret';

/** What a visitor typed when asked for the company, as far as it is a number of the French register. */
export type CompanyNumber =
  /** Nine digits. */
  | { readonly kind: 'siren'; readonly siren: string }
  /** Fourteen digits, the first nine of which are the SIREN. */
  | { readonly kind: 'siret'; readonly siret: string; readonly siren: string }
  /** Meant as a number, but of another length or with a wrong check digit. */
  | { readonly kind: 'invalid' }
  /** No number: a name. */
  | { readonly kind: 'none' };

/** Shorter figures are names: "1664", "3M". */
const fewestDigits = 7;

/** Digits as people group them: by spaces, no-break spaces, dots, hyphens or slashes. */
const figures = /\d(?:[\s.\-/]*\d)*/g;

/**
 * Reads a SIREN, a SIRET or an intra-community VAT number, alone or within a sentence, and checks it (La Poste's SIRETs have a rule of their own). Says
 * nothing of whether the company exists.
 */
export function readCompanyNumber(typed: string): CompanyNumber {
  const text = typed.normalize('NFKC');
  const groups = (text.match(figures) ?? []).map((group) => group.replace(/\D/g, ''));
  for (const group of groups) {
    const number = numberOf(group, /\bFR[\s.-]*\d/i.test(text));
    if (number) return number;
  }
  const named = /\b(?:siren|siret)\b/i.test(text);
  const alone = !/\p{L}/u.test(text.replace(/n°|\bno\b/gi, ''));
  const long = groups.some((group) => group.length >= fewestDigits);
  return (long && alone) || (named && groups.length > 0) ? { kind: 'invalid' } : { kind: 'none' };
}

function numberOf(digits: string, isVat: boolean): CompanyNumber | undefined {
  // All zeros have a right check digit and belong to nobody.
  if (/^0+$/.test(digits)) return undefined;
  if (digits.length === 9 && validateSiren(digits).isValid) return { kind: 'siren', siren: digits };
  if (digits.length === 14 && validateSiret(digits).isValid)
    return { kind: 'siret', siret: digits, siren: digits.slice(0, 9) };
  if (isVat && digits.length === 11) return numberOf(digits.slice(2), false);
  return undefined;
}
