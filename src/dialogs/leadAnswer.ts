import { readEmail, readPhone } from '../leads/contactDetails';
import { fold } from '../text/normalise';
import { findSensitiveData } from '../text/sensitiveData';
import { fieldOf, next, type LeadFormState } from './leadForm';
import { leadFieldTable } from './leadFields/leadFieldTable';
import type { FieldContext, LeadField, Reading } from './leadFields/leadField';

/** What reading an answer needs beside the form. */
export type ReadingDeps = Omit<FieldContext, 'recap' | 'attempts'>;

/** The form after an answer, and what to say before its next question. */
export type Taken =
  | { readonly kind: 'next'; readonly form: LeadFormState; readonly remarks: readonly string[] }
  | { readonly kind: 'invalid'; readonly form: LeadFormState; readonly because?: string | undefined };

/** Takes the visitor's answer to a field, or to the question back about one. Consent and recap are the dialog's. */
export async function takeAnswer(form: LeadFormState, typed: string, deps: ReadingDeps): Promise<Taken> {
  const name = fieldOf(form);
  if (!name) return { kind: 'invalid', form: { ...form, attempts: form.attempts + 1 } };
  const field = leadFieldTable[name];
  const context = { ...deps, recap: form.recap, attempts: form.attempts };
  const { choice } = form;
  if (choice?.kind === 'sensitive') {
    const { keep, rewrite } = deps.texts.buttons;
    if (fold(typed) === fold(rewrite))
      return { kind: 'next', form: { ...form, choice: undefined }, remarks: [] };
    if (fold(typed) === fold(keep)) return settle(form, await field.read(choice.typed, context), deps);
  } else if (choice) {
    const chosen = field.choose?.(typed, choice, context);
    if (chosen) return settle(form, chosen, deps);
  }
  const early = name === 'site' || name === 'name' ? contactIn(typed) : undefined;
  if (early) {
    const noted = { ...form, recap: { ...form.recap, ...early }, choice: undefined };
    return { kind: 'next', form: noted, remarks: [deps.texts.form.contactNoted] };
  }
  return settle(form, await readField(field, typed, context), deps);
}

/** An e-mail address or a phone number and nothing else: given a question too early. */
function contactIn(typed: string): { email: string } | { phone: string } | undefined {
  const email = readEmail(typed);
  if (email.kind === 'valid') return { email: email.value };
  const phone = readPhone(typed);
  return phone.kind === 'valid' ? { phone: phone.value } : undefined;
}

/** Reads an answer to a field; what holds data that nobody needs is asked back about. */
export function readField(
  field: LeadField,
  typed: string,
  context: FieldContext,
): Promise<Reading> | Reading {
  const found = field.free ? findSensitiveData(typed) : [];
  return found.length > 0
    ? { kind: 'askBack', choice: { kind: 'sensitive', typed, found } }
    : field.read(typed, context);
}

/** Goes on from a form whose next questions may be answered already, in words that wait to be read. */
export async function readWaiting(
  form: LeadFormState,
  remarks: readonly string[],
  deps: ReadingDeps,
): Promise<Taken> {
  const name = fieldOf(form);
  const waiting = name && form.toRead[name];
  if (name === undefined || waiting === undefined || form.choice) return { kind: 'next', form, remarks };
  const rest = { ...form, toRead: { ...form.toRead, [name]: undefined } };
  const taken = await takeAnswer(rest, waiting, deps);
  // Words that turn out to be no answer are forgotten, and the question is asked.
  return taken.kind === 'next'
    ? { ...taken, remarks: [...remarks, ...taken.remarks] }
    : { kind: 'next', form: rest, remarks };
}

async function settle(form: LeadFormState, reading: Reading, deps: ReadingDeps): Promise<Taken> {
  switch (reading.kind) {
    case 'given': {
      const remarks = reading.remark ? [reading.remark] : [];
      return readWaiting(next(form, reading.values), remarks, deps);
    }
    case 'askBack':
      return { kind: 'next', form: { ...form, choice: reading.choice, attempts: 0 }, remarks: [] };
    case 'invalid':
      return { kind: 'invalid', form: { ...form, attempts: form.attempts + 1 }, because: reading.because };
  }
}
