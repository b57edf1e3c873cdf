import { fold } from '../text/normalise';
import type { AskContext, FormTexts } from './formTexts';
import { fieldOf, type LeadFormState } from './leadForm';
import { leadFieldTable } from './leadFields/leadFieldTable';
import { filledFields, type Choice, type FilledField } from './leadFields/leadField';
import { communeTitle } from './leadFields/siteField';
import type { Reply } from './reply';
import type { Texts } from './texts';

/** What the form's sentences are made with. */
export interface SayingContext extends Omit<AskContext, 'recap'> {
  readonly texts: Texts;
  /** The channel shows cards, and the whole form may be offered as one. */
  readonly cards: boolean;
}

/** Attempts from which a way out is offered with the refusal. */
const attemptsToWayOut = 2;

/** The form's present question, after a sentence about what came before. */
export function askReply(form: LeadFormState, context: SayingContext, before = ''): Reply {
  const { texts } = context;
  const question = form.choice
    ? choiceQuestion(form.choice, texts.form)
    : texts.form.ask[form.step]({ ...context, recap: form.recap });
  return reply([before, question], buttonsOf(form, context));
}

/** What was wrong with the answer; after two of them also how to do without the form. */
export function invalidReply(form: LeadFormState, context: SayingContext, because?: string): Reply {
  const { form: texts } = context.texts;
  const wayOut = form.attempts >= attemptsToWayOut ? texts.wayOut(context.contact) : '';
  return reply([because ?? texts.invalid[form.step], wayOut], buttonsOf(form, context));
}

/** Asks which field to correct. */
export function whichReply({ form, buttons }: Texts): Reply {
  return reply([form.correctWhich], [...filledFields.map((name) => form.fields[name]), buttons.cancel]);
}

/** The field that a message names: the button, or its noun in a sentence. */
export function fieldIn(text: string, texts: Texts): FilledField | undefined {
  const said = fold(text).split(/[^\p{L}\d-]+/u);
  return filledFields.find((name) => {
    const noun =
      fold(texts.form.fields[name])
        .split(/[\s']+/)
        .pop() ?? '';
    return said.includes(noun);
  });
}

/** Titles of the buttons under the form's present question. */
function buttonsOf(form: LeadFormState, { texts, cards }: SayingContext): string[] {
  const { yes, no, skip, cancel, correct, send } = texts.buttons;
  if (form.choice) return [...choiceButtons(form.choice, texts), cancel];
  if (form.step === 'consent') return [yes, no, ...(cards ? [texts.form.card.open] : [])];
  const name = fieldOf(form);
  if (!name) return [send, correct, cancel];
  const field = leadFieldTable[name];
  return [...(field.buttons?.(form.recap, texts) ?? []), ...(field.optional ? [skip] : []), cancel];
}

function choiceQuestion(choice: Choice, { which, companyTitle }: FormTexts): string {
  switch (choice.kind) {
    case 'company':
      return which.company(choice.options.map(companyTitle));
    case 'commune':
      return which.commune(choice.options.map(communeTitle));
    case 'companyName':
      return which.companyName[choice.lookup];
    case 'sensitive':
      return which.sensitive(choice.found);
  }
}

function choiceButtons(choice: Choice, { form, buttons }: Texts): string[] {
  switch (choice.kind) {
    case 'company':
      return [...choice.options.map(form.companyTitle), buttons.noneOfThem];
    case 'commune':
      return [...choice.options.map(communeTitle), buttons.noneOfThem];
    case 'companyName':
      return [];
    case 'sensitive':
      return [buttons.keep, buttons.rewrite];
  }
}

function reply(paragraphs: readonly string[], titles: readonly string[]): Reply {
  return { text: paragraphs.filter(Boolean).join('\n\n'), buttons: titles.map((title) => ({ title })) };
}
