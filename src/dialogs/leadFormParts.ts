import type { Activity } from 'botbuilder-core';
import type { Contact } from '../knowledge/corpus';
import type { LeadDraft } from '../leads/lead';
import type { ConversationData } from './conversationData';
import { fieldsToCorrect, type LeadFormState } from './leadForm';
import type { Button, Reply } from './reply';
import type { Texts } from './texts';

/** The buttons under the form's present question. */
function buttonsOf(form: LeadFormState, texts: Texts): Button[] {
  const { yes, no, skip, cancel, correct, send } = texts.buttons;
  const titles =
    form.step === 'consent'
      ? [yes, no]
      : form.step === 'confirm'
        ? [send, correct, cancel]
        : form.step === 'message'
          ? [skip, cancel]
          : [cancel];
  return titles.map((title) => ({ title }));
}

/** The confirmed form as a lead to record. */
export function draftOf(activity: Activity, form: LeadFormState, data: ConversationData): LeadDraft {
  const { recap } = form;
  return {
    language: data.language,
    channelId: activity.channelId,
    conversationId: activity.conversation.id,
    name: recap.name ?? '',
    company: recap.company ?? '',
    email: recap.email,
    phone: recap.phone,
    message: recap.message ? recap.message : undefined,
    need: recap.need,
    consentAt: new Date(form.consentAt ?? ''),
    questions: data.asked,
  };
}

/** Attempts from which a way out is offered with the refusal. */
const attemptsToWayOut = 2;

/** The form's present question, after a sentence about what came before. */
export function askReply(form: LeadFormState, texts: Texts, before?: string): Reply {
  const question = texts.form.ask[form.step](form.recap);
  return { text: before ? `${before}\n\n${question}` : question, buttons: buttonsOf(form, texts) };
}

/** What was wrong with the answer; after two of them also how to do without the form. */
export function invalidReply(form: LeadFormState, texts: Texts, contact: Contact): Reply {
  const wayOut = form.attempts >= attemptsToWayOut ? [texts.form.wayOut(contact)] : [];
  return { text: [texts.form.invalid[form.step], ...wayOut].join('\n\n'), buttons: buttonsOf(form, texts) };
}

/** Asks which field to correct. */
export function whichReply(texts: Texts): Reply {
  const fields = fieldsToCorrect.map((name): Button => ({ title: texts.form.fields[name] }));
  return { text: texts.form.correctWhich, buttons: [...fields, { title: texts.buttons.cancel }] };
}

/** The field that a message names: the button, or its noun in a sentence. */
export function fieldIn(text: string, texts: Texts): (typeof fieldsToCorrect)[number] | undefined {
  const said = text.toLowerCase();
  return fieldsToCorrect.find((name) => {
    const noun =
      texts.form.fields[name]
        .toLowerCase()
        .split(/[\s']+/)
        .pop() ?? '';
    return noun !== '' && said.includes(noun);
  });
}
