import type { TurnContext } from 'botbuilder-core';
import { Dialog } from 'botbuilder-dialogs/lib/dialog';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import type { DialogInstance, DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import type { Contact } from '../knowledge/corpus';
import type { SubmitLead } from '../leads/submitLead';
import { assertNever, codeOf } from '../shared/errors';
import type { Log } from '../shared/log';
import type { Clock } from '../shared/time';
import type { ConversationData } from './conversationData';
import { answerField, newLeadForm, next, previous, type LeadFormState } from './leadForm';
import { askReply, draftOf, fieldIn, invalidReply, whichReply } from './leadFormParts';
import type { Reply } from './reply';
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
    const turn = { dc, data, texts: textsOf(data.language), form: newLeadForm(submissionId, known) };
    return this.ask(turn, turn.form, turn.texts.form.start(this.deps.contact));
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const data = await this.deps.dataOf(dc.context);
    const { form } = dc.activeDialog?.state as { form: LeadFormState };
    const turn = { dc, data, texts: textsOf(data.language), form };
    const text = dc.context.activity.text.trim();
    const command = this.deps.commandIn(text, data);
    if (form.mode === 'choosing' && command !== 'cancel') return this.choose(turn, text);
    switch (command) {
      case 'cancel':
        return this.end(turn, turn.texts.cancelled(this.deps.contact));
      case 'restart':
        return this.ask(
          turn,
          newLeadForm(form.submissionId, { need: form.recap.need }),
          turn.texts.form.resume,
        );
      case 'back':
        return this.ask(turn, previous(form));
      case 'whyQuestion':
        return this.ask(turn, form, turn.texts.form.why[form.step]);
      case 'correct':
        return this.askWhich(turn);
      case 'skip':
        return form.step === 'message'
          ? this.ask(turn, next(form, { message: '' }))
          : this.invalid(turn, form);
      case 'yes':
      case 'no':
        return this.decide(turn, command, text);
      case undefined:
        return this.take(turn, text);
      default:
        return assertNever(command);
    }
  }

  /** Asks the present question again, for instance in the other language. */
  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const data = await this.deps.dataOf(context);
    const { form } = instance.state as { form: LeadFormState };
    await this.deps.say(context, askReply(form, textsOf(data.language)), data);
  }

  /** Yes or no: to the consent, to the recap, or to the offer to add a message. */
  private async decide(turn: FormTurn, command: 'yes' | 'no', text: string): Promise<DialogTurnResult> {
    const { form } = turn;
    const yes = command === 'yes';
    switch (form.step) {
      case 'consent':
        if (!yes) return this.end(turn, turn.texts.form.refused(this.deps.contact));
        return this.ask(turn, next({ ...form, consentAt: this.deps.clock().toISOString() }, {}));
      case 'confirm':
        return yes ? this.submit(turn) : this.askWhich(turn);
      case 'message':
        return yes ? this.ask(turn, form) : this.ask(turn, next(form, { message: '' }));
      default:
        return this.take(turn, text);
    }
  }

  /** An answer to the present question, or a question of the visitor's own. */
  private async take(turn: FormTurn, text: string): Promise<DialogTurnResult> {
    const aside = turn.form.step === 'message' ? undefined : this.deps.answerAside(text, turn.data);
    if (aside) return this.ask(turn, turn.form, `${aside.text}\n\n${turn.texts.form.resume}`);
    const result = answerField(turn.form, text);
    return result.kind === 'next' ? this.ask(turn, result.form) : this.invalid(turn, result.form);
  }

  private async submit(turn: FormTurn): Promise<DialogTurnResult> {
    const { dc, form, data, texts } = turn;
    const { activity } = dc.context;
    let reference: string;
    try {
      const draft = draftOf(activity, form, data);
      ({ reference } = await this.deps.submitLead({ submissionId: form.submissionId, draft }));
    } catch (error) {
      this.deps.log.error(
        { code: codeOf(error), conversationId: activity.conversation.id },
        'a confirmed lead was not stored; the visitor was given the contact',
      );
      return this.end(turn, texts.form.notRecorded(this.deps.contact));
    }
    return this.end(turn, texts.form.recorded(reference, this.deps.contact));
  }

  private async askWhich(turn: FormTurn): Promise<DialogTurnResult> {
    return this.tell(turn, { ...turn.form, mode: 'choosing' }, whichReply(turn.texts));
  }

  private async choose(turn: FormTurn, text: string): Promise<DialogTurnResult> {
    const { form, texts } = turn;
    const step = fieldIn(text, texts);
    if (!step) return this.askWhich(turn);
    return this.ask(turn, { ...form, step, mode: form.step === 'confirm' ? 'correcting' : 'filling' });
  }

  private async ask(turn: FormTurn, form: LeadFormState, before?: string): Promise<DialogTurnResult> {
    return this.tell(turn, form, askReply(form, turn.texts, before));
  }

  private async invalid(turn: FormTurn, form: LeadFormState): Promise<DialogTurnResult> {
    return this.tell(turn, form, invalidReply(form, turn.texts, this.deps.contact));
  }

  private async tell({ dc, data }: FormTurn, form: LeadFormState, reply: Reply): Promise<DialogTurnResult> {
    if (dc.activeDialog) (dc.activeDialog.state as { form: LeadFormState }).form = form;
    await this.deps.say(dc.context, reply, data);
    return Dialog.EndOfTurn;
  }

  private async end({ dc, data }: FormTurn, text: string): Promise<DialogTurnResult> {
    await this.deps.say(dc.context, { text, buttons: [] }, data);
    return dc.endDialog();
  }
}

/** One turn of the form. */
interface FormTurn {
  readonly dc: DialogContext;
  readonly data: ConversationData;
  readonly texts: Texts;
  readonly form: LeadFormState;
}
