import { readEmail, readPhone } from '../leads/contactDetails';
import { leadFieldNames, type LeadFieldName, type LeadRecap } from './texts';

/** Longest answers that the form takes, in characters. */
const maxName = 120;
const maxMessage = 2000;

/** The form as it stands in the conversation's state. */
export interface LeadFormState {
  /** Made when the form begins; a repeated confirmation then records nothing twice. */
  readonly submissionId: string;
  readonly step: LeadFieldName;
  readonly recap: LeadRecap;
  /** ISO instant of the visitor's yes. */
  readonly consentAt?: string | undefined;
  /** Invalid answers to the present question in a row. */
  readonly attempts: number;
  /** `choosing`: the visitor was asked which field to correct; `correcting`: that field is asked, then the recap comes back. */
  readonly mode: 'filling' | 'choosing' | 'correcting';
}

export const fieldsToCorrect = ['company', 'name', 'contact', 'message'] as const;

/** A new form, filled with what the conversation already told. */
export function newLeadForm(submissionId: string, known: LeadRecap): LeadFormState {
  return { submissionId, step: 'consent', recap: known, attempts: 0, mode: 'filling' };
}

/** What one answer to the present question does to the form. */
export type StepResult =
  | { readonly kind: 'next'; readonly form: LeadFormState }
  | { readonly kind: 'invalid'; readonly form: LeadFormState };

/** Takes the visitor's answer to a text field; yes/no steps are the dialog's. */
export function answerField(form: LeadFormState, typed: string): StepResult {
  const text = typed.trim();
  switch (form.step) {
    case 'company':
      return plausible(text, maxName) ? advanced(form, { company: text }) : invalid(form);
    case 'name':
      return plausible(text, maxName) && /\p{L}/u.test(text) ? advanced(form, { name: text }) : invalid(form);
    case 'contact': {
      const found = findContact(text);
      return found.email || found.phone ? advanced(form, found) : invalid(form);
    }
    case 'message':
      return text.length <= maxMessage ? advanced(form, { message: text }) : invalid(form);
    case 'consent':
    case 'confirm':
      return invalid(form);
  }
}

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

/** Goes on to the next question that still has no answer, or back to the recap after a correction. */
export function next(form: LeadFormState, given: LeadRecap): LeadFormState {
  const recap = { ...form.recap, ...given };
  if (form.mode === 'correcting') return { ...form, recap, step: 'confirm', attempts: 0, mode: 'filling' };
  const from = leadFieldNames.indexOf(form.step) + 1;
  const step = leadFieldNames.slice(from).find((name) => !isKnown(name, recap)) ?? 'confirm';
  return { ...form, recap, step, attempts: 0 };
}

/** The question before the present one; the first stays the first. */
export function previous(form: LeadFormState): LeadFormState {
  const index = Math.max(0, leadFieldNames.indexOf(form.step) - 1);
  return { ...form, step: leadFieldNames[index] ?? 'consent', attempts: 0 };
}

function advanced(form: LeadFormState, given: LeadRecap): StepResult {
  return { kind: 'next', form: next(form, given) };
}

function invalid(form: LeadFormState): StepResult {
  return { kind: 'invalid', form: { ...form, attempts: form.attempts + 1 } };
}

function isKnown(name: LeadFieldName, recap: LeadRecap): boolean {
  if (name === 'contact') return recap.email !== undefined || recap.phone !== undefined;
  if (name === 'company' || name === 'name' || name === 'message') return recap[name] !== undefined;
  return false;
}

function plausible(text: string, max: number): boolean {
  return text.length >= 2 && text.length <= max && /[\p{L}\d]/u.test(text);
}
