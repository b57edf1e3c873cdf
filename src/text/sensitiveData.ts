import { number as cardNumber } from 'card-validator';
import { isValidIBAN } from 'ibantools';
import { fold, plainText } from './normalise';

/** What a text may hold that nobody needs in order to call back. `health` also when it is about somebody else. */
export const sensitiveKinds = ['card', 'iban', 'socialSecurity', 'health'] as const;
export type SensitiveKind = (typeof sensitiveKinds)[number];

/** Runs of digits in groups, as people write cards and the like. */
const digitRuns = /\d(?:[ .-]?\d){12,18}(?!\d)/g;
/** Two letters, two digits, then groups. */
const ibanRuns = /\b[a-z]{2} ?\d{2}(?: ?[a-z0-9]{1,4}){3,8}/gi;
/** Sex, year, month, department (2A and 2B in Corsica), commune, order, key. */
const socialSecurityRuns = /\b[1-478] ?\d{2} ?\d{2} ?(?:\d{2}|2[ab]) ?\d{3} ?\d{3} ?\d{2}\b/gi;

/** Illnesses and what speaks of them, folded; words that a company may sell ("santé", "médical") are left out. */
const healthWords = new RegExp(
  '\\b(?:cancer|diabete|diabetique|depression|depressif|depressive|vih|sida|seropositif|seropositive|sclerose|epilepsie|epileptique|' +
    'parkinson|alzheimer|burn-?out|hepatite|chimiotherapie|leucemie|infarctus|arret maladie|conge maladie|mi-temps therapeutique|rqth|' +
    '(?:je suis|il est|elle est) (?:malade|handicape|handicapee|invalide|enceinte)|(?:ma|sa) (?:maladie|grossesse|pathologie)|' +
    'diabetes|diabetic|hiv|epilepsy|hepatitis|chemotherapy|leukaemia|leukemia|sick leave|' +
    '(?:i am|she is|he is) (?:ill|sick|disabled|pregnant)|(?:my|his|her) (?:illness|disease|pregnancy))\\b',
);

/**
 * Kinds of sensitive data that a visitor's text seems to hold, in a fixed order: payment card (issuer and check digit), IBAN (country and check
 * digits), French social-security number (key), words about somebody's health. French and English.
 * What it does not promise: health is told by a list of words; a description without them stays unseen.
 */
export function findSensitiveData(text: string): readonly SensitiveKind[] {
  const plain = plainText(text);
  const found: Readonly<Record<SensitiveKind, boolean>> = {
    card: matches(plain, digitRuns).some(isCard),
    iban: matches(plain, ibanRuns).some((run) => ibanIn(run) !== undefined),
    socialSecurity: matches(plain, socialSecurityRuns).some(isSocialSecurity),
    health: healthWords.test(fold(plain)),
  };
  return sensitiveKinds.filter((kind) => found[kind]);
}

/** Replaces cards, IBANs and social-security numbers by « […] »; words about health stay, since cutting them would change what is said. */
export function maskSensitiveNumbers(text: string): string {
  return text
    .replace(ibanRuns, (run) => {
      const iban = ibanIn(run);
      return iban === undefined ? run : run.replace(iban, '[…]');
    })
    .replace(socialSecurityRuns, (run) => (isSocialSecurity(run) ? '[…]' : run))
    .replace(digitRuns, (run) => (isCard(run) ? '[…]' : run));
}

const matches = (text: string, pattern: RegExp): readonly string[] => text.match(pattern) ?? [];

const isCard = (run: string): boolean => {
  const digits = run.replace(/\D/g, '');
  // Fourteen digits are more often a SIRET than one of the rare cards of that length.
  return digits.length !== 14 && cardNumber(digits).isValid;
};

/** The IBAN at the beginning of a run; the words after it may look like more of it, so every beginning is tried. */
function ibanIn(run: string): string | undefined {
  const groups = run.split(' ');
  return groups
    .map((_, i) => groups.slice(0, groups.length - i).join(' '))
    .find((beginning) => isValidIBAN(beginning.replace(/ /g, '').toUpperCase()));
}

function isSocialSecurity(run: string): boolean {
  const compact = run.replace(/ /g, '').toUpperCase();
  const number = compact.slice(0, 13).replace('2A', '19').replace('2B', '18');
  return 97 - (Number(number) % 97) === Number(compact.slice(13));
}
