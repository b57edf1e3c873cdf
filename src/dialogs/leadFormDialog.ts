import type { TurnContext } from 'botbuilder-core';
import { Dialog } from 'botbuilder-dialogs/lib/dialog';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import type { DialogInstance, DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import { assertNever } from '../shared/errors';
import { readWaiting, takeAnswer, type Taken } from './leadAnswer';
import { takeCard } from './leadCardAnswers';
import { countForm } from './countForm';
import { correct, fieldOf, newLeadForm, next, pass, previous, type LeadFormState } from './leadForm';
import { leadFormCard, readCardValues } from './leadFormCard';
import { findContact } from './leadFields/contactField';
import { leadFieldTable } from './leadFields/leadFieldTable';
import { askReply, fieldIn, invalidReply, whichReply } from './leadFormParts';
import {
  answersThough,
  cardReply,
  impliedAnswer,
  openTurn,
  type FormTurn,
  type LeadFormDeps,
  type LeadFormOptions,
} from './leadFormTurn';
import type { Reply } from './reply';
import { submitForm } from './submitForm';

export const leadFormDialogId = 'leadForm';

/**
 * The call-back form, one question at a time, or as one card. It ends with the visitor's request recorded and its reference shown, or with nothing
 * recorded and the contact shown. A form half filled lives in the conversation's state: it survives a restart, and is no lead yet.
 */
export class LeadFormDialog extends Dialog {
  constructor(private readonly deps: LeadFormDeps) {
    super(leadFormDialogId);
  }

  override async beginDialog(dc: DialogContext, options?: object): Promise<DialogTurnResult> {
    const { submissionId, told } = options as LeadFormOptions;
    const turn = await openTurn(dc, this.deps, newLeadForm(submissionId, told));
    return this.ask(turn, turn.form, turn.texts.form.start(turn.contact));
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { form } = dc.activeDialog?.state as { form: LeadFormState };
    const turn = await openTurn(dc, this.deps, form);
    const { text, texts, contact } = turn;
    if (turn.value !== undefined) return this.takeCard(turn);
    if (turn.cards && text === texts.form.card.open) return this.tell(turn, form, cardReply(turn, form));
    if (text === texts.form.card.oneByOne) return this.ask(turn, form);
    const command = this.deps.commandIn(text, turn.data);
    if (form.mode === 'choosing' && command !== 'cancel') return this.choose(turn);
    // A question back has answers of its own, which may sound like commands.
    const implied = impliedAnswer(form, command, texts);
    if (implied !== undefined) return this.take(turn, implied);
    switch (command) {
      case 'cancel':
        return this.end(turn, texts.cancelled(contact));
      case 'restart':
        return this.ask(turn, newLeadForm(form.submissionId, form.told), texts.form.resume);
      case 'back':
        return this.ask(turn, previous(form));
      case 'whyQuestion':
        return this.ask(turn, form, texts.form.why[form.step]);
      case 'correct':
        return this.choose(turn);
      case 'skip':
        return this.skip(turn);
      case 'human':
        if (answersThough(form, text)) return this.take(turn, text);
        return this.ask(turn, { ...form, attempts: form.attempts + 1 }, texts.form.reachNow(contact));
      case 'yes':
      case 'no':
        return this.decide(turn, command);
      case undefined:
        return this.take(turn, text);
      default:
        return assertNever(command);
    }
  }

  /** Asks the present question again, for instance in the other language. */
  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const { form } = instance.state as { form: LeadFormState };
    const turn = await openTurn({ context }, this.deps, form);
    await this.deps.say(context, askReply(form, turn), turn.data);
  }

  /** Yes or no: to the consent, to the recap, or to the offer of a field that may be passed. */
  private async decide(turn: FormTurn, command: 'yes' | 'no'): Promise<DialogTurnResult> {
    const { form, texts } = turn;
    const yes = command === 'yes';
    switch (form.step) {
      case 'consent':
        if (!yes) return this.end(turn, texts.form.refused(turn.contact));
        return this.goOn(turn, next({ ...form, consentAt: this.deps.clock().toISOString() }, {}));
      case 'confirm':
        return yes ? this.submit(turn) : this.choose(turn);
      case 'message':
      case 'need':
      case 'preference':
        return yes ? this.ask(turn, form) : this.goOn(turn, pass(form));
      default:
        return this.take(turn, turn.text);
    }
  }

  private async submit(turn: FormTurn): Promise<DialogTurnResult> {
    const { recorded, reply } = await submitForm(turn, this.deps);
    if (recorded) await countForm(turn, 'done', this.deps);
    return recorded ? this.end(turn, reply) : this.tell(turn, turn.form, reply);
  }

  private async skip(turn: FormTurn): Promise<DialogTurnResult> {
    const { form, texts } = turn;
    const field = fieldOf(form);
    if (field && leadFieldTable[field].optional) return this.goOn(turn, pass(form));
    const because = field && `${texts.form.needed} ${texts.form.why[field]}`;
    return this.invalid(turn, { kind: 'invalid', form: { ...form, attempts: form.attempts + 1 }, because });
  }

  /** An answer to the present question, or a question of the visitor's own. */
  private async take(turn: FormTurn, text: string): Promise<DialogTurnResult> {
    const { form, texts } = turn;
    const isAnswer = form.step === 'message' || form.choice || Object.keys(findContact(text)).length > 0;
    const aside = isAnswer ? undefined : this.deps.answerAside(text, turn.data);
    const before = aside ? [aside.text, texts.form.resume] : [];
    // A question is a need as well: it is answered, and kept as what the call is about.
    if (aside && form.step !== 'need') return this.ask(turn, form, before.join('\n\n'));
    return this.after(turn, await takeAnswer(form, text, turn.reading), before);
  }

  private async takeCard(turn: FormTurn): Promise<DialogTurnResult> {
    const { form, texts } = turn;
    const values = readCardValues(turn.value);
    if (values?.submissionId !== form.submissionId) return this.ask(turn, form, texts.form.card.stale);
    const taken = await takeCard(form, values, turn.reading, this.deps.clock());
    if (taken.kind === 'next') return this.after(turn, taken);
    const lines = Object.values(taken.faults).map((fault) => `- ${fault}`);
    const text = `${texts.form.card.faults}\n\n${lines.join('\n')}`;
    return this.tell(turn, form, {
      ...cardReply(turn, form),
      text,
      card: leadFormCard(form, turn, taken.faults, values),
    });
  }

  private async goOn(turn: FormTurn, form: LeadFormState): Promise<DialogTurnResult> {
    return this.after(turn, await readWaiting(form, [], turn.reading));
  }

  private async after(
    turn: FormTurn,
    taken: Taken,
    before: readonly string[] = [],
  ): Promise<DialogTurnResult> {
    if (taken.kind === 'invalid') return this.invalid(turn, taken);
    return this.ask(turn, taken.form, [...before, ...taken.remarks].join('\n\n'));
  }

  /** The field to correct: named in the message, else asked for. */
  private async choose(turn: FormTurn): Promise<DialogTurnResult> {
    const field = fieldIn(turn.text, turn.texts);
    if (field) return this.ask(turn, correct(turn.form, field));
    return this.tell(turn, { ...turn.form, mode: 'choosing' }, whichReply(turn.texts));
  }

  private async ask(turn: FormTurn, form: LeadFormState, before?: string): Promise<DialogTurnResult> {
    return this.tell(turn, form, askReply(form, turn, before));
  }

  private async invalid(
    turn: FormTurn,
    { form, because }: Extract<Taken, { readonly kind: 'invalid' }>,
  ): Promise<DialogTurnResult> {
    return this.tell(turn, form, invalidReply(form, turn, because));
  }

  private async tell(turn: FormTurn, form: LeadFormState, reply: Reply): Promise<DialogTurnResult> {
    const { dc, data } = turn;
    const counted = await countForm(turn, form.step, this.deps);
    if (dc.activeDialog) (dc.activeDialog.state as { form: LeadFormState }).form = { ...form, counted };
    await this.deps.say(dc.context, reply, data);
    return Dialog.EndOfTurn;
  }

  private async end({ dc, data }: FormTurn, reply: Reply | string): Promise<DialogTurnResult> {
    await this.deps.say(dc.context, typeof reply === 'string' ? { text: reply, buttons: [] } : reply, data);
    return dc.endDialog();
  }
}
