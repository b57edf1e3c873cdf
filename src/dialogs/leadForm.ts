import type { LeadFormStep } from '../figures/countedSteps';
import { leadFieldTable } from './leadFields/leadFieldTable';
import {
  filledFields,
  type Choice,
  type FilledField,
  type LeadFieldName,
  type LeadRecap,
} from './leadFields/leadField';

/** What the conversation told before the form began. */
export interface ToldBefore {
  readonly recap: LeadRecap;
  /** Answers in the visitor's words, read once the form comes to their field: nothing is looked up before the visitor has agreed. */
  readonly toRead: ToRead;
}

/** Answers that wait for their field's turn. */
export type ToRead = Readonly<Partial<Record<FilledField, string>>>;

/** The form as it stands in the conversation's state. */
export interface LeadFormState {
  /** Made when the form begins; a repeated confirmation then records nothing twice. */
  readonly submissionId: string;
  /** What starting over begins with. */
  readonly told: ToldBefore;
  readonly step: LeadFieldName;
  readonly recap: LeadRecap;
  /** A question back that waits for its reply. */
  readonly choice?: Choice | undefined;
  /** Fields that the visitor passed, or that need not be asked any more. */
  readonly passed: readonly FilledField[];
  /** Questions asked before the present one, oldest first. */
  readonly trail: readonly LeadFieldName[];
  readonly toRead: ToRead;
  /** ISO instant of the visitor's yes. */
  readonly consentAt?: string | undefined;
  /** Invalid answers to the present question in a row. */
  readonly attempts: number;
  /** `choosing`: the visitor was asked which field to correct. */
  readonly mode: 'filling' | 'choosing';
  /** Steps counted for the figures; a form begun by an earlier release has none. */
  readonly counted?: readonly LeadFormStep[] | undefined;
}

/** A new form, filled with what the conversation already told. */
export function newLeadForm(submissionId: string, told: ToldBefore): LeadFormState {
  return {
    submissionId,
    told,
    step: 'consent',
    recap: told.recap,
    toRead: told.toRead,
    passed: [],
    trail: [],
    attempts: 0,
    mode: 'filling',
  };
}

/** Goes on to the next question that still has no answer, else to the recap. A correction may open another field anew. */
export function next(form: LeadFormState, given: LeadRecap): LeadFormState {
  const recap = { ...form.recap, ...given };
  // Who has just said what it is about in the form is not asked for a message as well.
  const passed: LeadFormState['passed'] = form.step === 'need' ? [...form.passed, 'message'] : form.passed;
  const open = filledFields.find((name) => !leadFieldTable[name].isKnown(recap) && !passed.includes(name));
  return goTo({ ...form, recap, passed, mode: 'filling' }, open ?? 'confirm');
}

/** Leaves the present question without an answer. */
export function pass(form: LeadFormState): LeadFormState {
  const field = fieldOf(form);
  return next(field ? { ...form, passed: [...form.passed, field] } : form, {});
}

/** The question before the present one; the first stays the first. A question back is left for its question. */
export function previous(form: LeadFormState): LeadFormState {
  if (form.choice) return { ...form, choice: undefined, attempts: 0 };
  const step = form.trail[form.trail.length - 1] ?? form.step;
  return { ...form, step, trail: form.trail.slice(0, -1), attempts: 0, mode: 'filling' };
}

/** Asks one field anew; all others keep their answers. */
export function correct(form: LeadFormState, field: FilledField): LeadFormState {
  return { ...goTo(form, field), mode: 'filling' };
}

/** The field that is asked now; undefined at the consent and at the recap. */
export function fieldOf(form: LeadFormState): FilledField | undefined {
  return filledFields.find((name) => name === form.step);
}

function goTo(form: LeadFormState, step: LeadFieldName): LeadFormState {
  const trail = step === form.step ? form.trail : [...form.trail.filter((past) => past !== step), form.step];
  return { ...form, step, trail, choice: undefined, attempts: 0 };
}
