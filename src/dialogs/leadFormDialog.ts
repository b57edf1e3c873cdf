import type { TurnContext } from 'botbuilder-core';
import { Dialog } from 'botbuilder-dialogs/lib/dialog';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import type { DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import type { Contact } from '../knowledge/corpus';
import type { LeadDraft } from '../leads/lead';
import type { SubmitLead } from '../leads/submitLead';
import { codeOf } from '../shared/errors';
import type { Log } from '../shared/log';
import type { Clock } from '../shared/time';
import type { ConversationData } from './conversationData';
import { answerField, fieldsToCorrect, newLeadForm, next, previous, type LeadFormState } from './leadForm';
import type { Button, Reply } from './reply';
import { textsOf, type LeadRecap, type Texts } from './texts';

/** What the visitor wants of the form itself, told from what they answer to its question. */
export type FormCommand = 'cancel' | 'restart' | 'back' | 'correct' | 'skip' | 'whyQuestion' | 'yes' | 'no';

export interface LeadFormDeps {
  readonly contact: Contact;
  readonly submitLead: SubmitLead;
  readonly clock: Clock;
  readonly log: Log;
  /** The command in a message, undefined when it is an answer. */
  readonly commandIn: (text: string, data: ConversationData) => FormCommand | undefined;
  /** An answer to a question asked in the middle of the form; undefined when the message is not one. */
  readonly answerAside: (text: string, data: ConversationData) => Reply | undefined;
  readonly dataOf: (context: TurnContext) => Promise<ConversationData>;
  readonly say: (context: TurnContext, reply: Reply, data: ConversationData) => Promise<void>;
}

/** How the form begins: an id that makes its submission single, and what is already known. */
export interface LeadFormOptions {
  readonly submissionId: string;
  readonly known: LeadRecap;
}

export const leadFormDialogId = 'leadForm';

/**
 * The call-back form, one question at a time. It ends with the visitor's request recorded and its reference shown, or with nothing recorded and the
 * contact shown. A form half filled lives in the conversation's state: it survives a restart, and is no lead yet.
 */
export class LeadFormDialog extends Dialog {
  constructor(private readonly deps: LeadFormDeps) {
    super(leadFormDialogId);
  }

  override async beginDialog(dc: DialogContext, options?: object): Promise<DialogTurnResult> {
    const { submissionId, known } = options as LeadFormOptions;
    const data = await this.deps.dataOf(dc.context);
    const texts = textsOf(data.language);
    const form = newLeadForm(submissionId, known);
    return this.ask(dc, form, data, texts.form.start(this.deps.contact));
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const data = await this.deps.dataOf(dc.context);
    const texts = textsOf(data.language);
    const form = formOf(dc);
    const text = dc.context.activity.text.trim();
    const command = this.deps.commandIn(text, data);
    if (form.mode === 'choosing' && command !== 'cancel') return this.choose(dc, form, data, text);
    switch (command) {
      case 'cancel':
        return this.end(dc, data, texts.cancelled(this.deps.contact));
      case 'restart':
        return this.ask(
          dc,
          newLeadForm(form.submissionId, { need: form.recap.need }),
          data,
          texts.restarted.split('.')[0] + '.',
        );
      case 'back':
        return this.ask(dc, previous(form), data);
      case 'whyQuestion':
        return this.ask(dc, form, data, texts.form.why[form.step]);
      case 'correct':
        return this.askWhich(dc, form, data);
      case 'skip':
        return form.step === 'message'
          ? this.ask(dc, next(form, { message: '' }), data)
          : this.invalid(dc, form, data);
      case 'yes':
      case 'no':
      case undefined:
        break;
    }
    if (form.step === 'consent') return this.consent(dc, form, data, command, text);
    if (form.step === 'confirm') return this.confirm(dc, form, data, command, text);
    if (form.step === 'message' && command === 'no') return this.ask(dc, next(form, { message: '' }), data);
    if (form.step !== 'message') {
      const aside = this.deps.answerAside(text, data);
      if (aside) return this.ask(dc, form, data, `${aside.text}\n\n${texts.form.resume}`);
    }
    const result = answerField(form, text);
    return result.kind === 'next' ? this.ask(dc, result.form, data) : this.invalid(dc, result.form, data);
  }

  private async consent(
    dc: DialogContext,
    form: LeadFormState,
    data: ConversationData,
    command: FormCommand | undefined,
    text: string,
  ): Promise<DialogTurnResult> {
    if (command === 'no') return this.end(dc, data, textsOf(data.language).form.refused(this.deps.contact));
    if (command === 'yes') {
      return this.ask(dc, next({ ...form, consentAt: this.deps.clock().toISOString() }, {}), data);
    }
    return this.aside(dc, form, data, text);
  }

  private async confirm(
    dc: DialogContext,
    form: LeadFormState,
    data: ConversationData,
    command: FormCommand | undefined,
    text: string,
  ): Promise<DialogTurnResult> {
    const texts = textsOf(data.language);
    if (command === 'no') return this.askWhich(dc, form, data);
    if (command !== 'yes') return this.aside(dc, form, data, text);
    try {
      const outcome = await this.deps.submitLead({
        submissionId: form.submissionId,
        draft: draftOf(dc, form, data),
      });
      return await this.end(dc, data, texts.form.recorded(outcome.reference, this.deps.contact));
    } catch (error) {
      this.deps.log.error(
        { code: codeOf(error), conversationId: dc.context.activity.conversation.id },
        'a confirmed lead was not stored; the visitor was given the contact',
      );
      return await this.end(dc, data, texts.form.notRecorded(this.deps.contact));
    }
  }

  /** Something else than yes or no: a question is answered, anything else is told to be unclear. */
  private async aside(
    dc: DialogContext,
    form: LeadFormState,
    data: ConversationData,
    text: string,
  ): Promise<DialogTurnResult> {
    const aside = this.deps.answerAside(text, data);
    if (aside) return this.ask(dc, form, data, `${aside.text}\n\n${textsOf(data.language).form.resume}`);
    return this.invalid(dc, { ...form, attempts: form.attempts + 1 }, data);
  }

  private async invalid(
    dc: DialogContext,
    form: LeadFormState,
    data: ConversationData,
  ): Promise<DialogTurnResult> {
    const { form: texts } = textsOf(data.language);
    const sentences = [
      texts.invalid[form.step],
      ...(form.attempts >= 2 ? [texts.wayOut(this.deps.contact)] : []),
    ];
    save(dc, form);
    await this.deps.say(
      dc.context,
      { text: sentences.join('\n\n'), buttons: buttonsOf(form, textsOf(data.language)) },
      data,
    );
    return Dialog.EndOfTurn;
  }

  private async askWhich(
    dc: DialogContext,
    form: LeadFormState,
    data: ConversationData,
  ): Promise<DialogTurnResult> {
    const texts = textsOf(data.language);
    save(dc, { ...form, mode: 'choosing' });
    const fields = fieldsToCorrect.map((name): Button => ({ title: texts.form.fields[name] }));
    await this.deps.say(
      dc.context,
      { text: texts.form.correctWhich, buttons: [...fields, { title: texts.buttons.cancel }] },
      data,
    );
    return Dialog.EndOfTurn;
  }

  private async choose(
    dc: DialogContext,
    form: LeadFormState,
    data: ConversationData,
    text: string,
  ): Promise<DialogTurnResult> {
    const { fields } = textsOf(data.language).form;
    const said = text.toLowerCase();
    const chosen = fieldsToCorrect.find((name) => {
      const words = fields[name].toLowerCase().split(/[\s']+/);
      return said.includes(words[words.length - 1] ?? fields[name]);
    });
    if (!chosen) return this.askWhich(dc, form, data);
    return this.ask(
      dc,
      { ...form, step: chosen, mode: form.step === 'confirm' ? 'correcting' : 'filling' },
      data,
    );
  }

  private async ask(
    dc: DialogContext,
    form: LeadFormState,
    data: ConversationData,
    before?: string,
  ): Promise<DialogTurnResult> {
    const texts = textsOf(data.language);
    save(dc, form);
    const question = texts.form.ask[form.step](form.recap);
    await this.deps.say(
      dc.context,
      { text: before ? `${before}\n\n${question}` : question, buttons: buttonsOf(form, texts) },
      data,
    );
    return Dialog.EndOfTurn;
  }

  private async end(dc: DialogContext, data: ConversationData, text: string): Promise<DialogTurnResult> {
    await this.deps.say(dc.context, { text, buttons: [] }, data);
    return dc.endDialog();
  }
}

function formOf(dc: DialogContext): LeadFormState {
  return (dc.activeDialog?.state as { form: LeadFormState }).form;
}

function save(dc: DialogContext, form: LeadFormState): void {
  const instance = dc.activeDialog;
  if (instance) (instance.state as { form: LeadFormState }).form = form;
}

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

function draftOf(dc: DialogContext, form: LeadFormState, data: ConversationData): LeadDraft {
  const { activity } = dc.context;
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
