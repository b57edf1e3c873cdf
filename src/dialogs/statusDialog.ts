import type { TurnContext } from 'botbuilder-core';
import { Dialog } from 'botbuilder-dialogs/lib/dialog';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import type { DialogInstance, DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import type { Contact } from '../knowledge/corpus';
import type { ContactOf } from '../leads/leadContact';
import type { LeadFile } from '../leads/leadFile';
import type { LeadLinks } from '../leads/leadLinks';
import type { FindStatus, VisitorPrivacy } from '../leads/leadServices';
import { announcedFile } from '../leads/announcedFile';
import { whoCalls } from '../leads/whoCalls';
import { normaliseReference, referenceAlphabet } from '../shared/ids';
import type { Clock } from '../shared/time';
import type { ConversationData } from './conversationData';
import type { DialogDeps } from './dialogDeps';
import { findContact } from './leadFields/contactField';
import type { Reply } from './reply';
import { textsOf } from './texts';
import { textOf } from './turnContent';

export interface StatusDialogDeps extends DialogDeps {
  readonly clock: Clock;
  readonly contact: () => Contact;
  readonly contactOf: ContactOf;
  readonly findStatus: FindStatus;
  readonly visitorPrivacy: Pick<VisitorPrivacy, 'of'>;
  readonly links: Pick<LeadLinks, 'company'>;
  /** A moment as the day in the territory's time zone, ISO. */
  readonly dayOf: (moment: Date) => string;
}

interface StatusState {
  /** Undefined: it is what is asked now. */
  reference?: string | undefined;
  attempts: number;
}

export const statusDialogId = 'requestStatus';

/** A reference as people type it, in its own alphabet; without a hyphen only when it is all that they typed. */
const letters = `[${referenceAlphabet}]{4}`;
const reference = new RegExp(
  `(?:\\b(${letters}\\s?-\\s?${letters})\\b|^\\s*(${letters}\\s?${letters})\\s*$)`,
  'i',
);
const referenceIn = (text: string): string | undefined => {
  const found = reference.exec(text);
  const typed = found?.[1] ?? found?.[2];
  return typed && normaliseReference(typed);
};

/** Attempts from which the contact is given and the question left. */
const maxAttempts = 3;

/**
 * "Where is my request?": told at once when it was made in this conversation, otherwise for its reference with the e-mail or phone given. Whoever
 * gives another pair hears the same sentence, whether the reference exists or not.
 */
export class StatusDialog extends Dialog {
  constructor(private readonly deps: StatusDialogDeps) {
    super(statusDialogId);
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const data = await this.deps.dataOf(dc.context);
    const { conversation } = dc.context.activity;
    const text = textOf(dc.context);
    // In a group, "this conversation" is not one person's.
    const { leads } = conversation.isGroup
      ? { leads: [] }
      : await this.deps.visitorPrivacy.of(conversation.id);
    const asked = referenceIn(text);
    const own = asked ? leads.filter(({ lead }) => lead.reference === asked) : leads.slice(0, 1);
    if (own[0]) return this.end(dc, data, this.told(own[0], data));
    return this.goOn(dc, data, { reference: asked, attempts: 0 }, text);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const data = await this.deps.dataOf(dc.context);
    const { follow } = textsOf(data.language);
    const state = dc.activeDialog?.state as StatusState;
    const text = textOf(dc.context);
    const command = this.deps.commandIn(text, data);
    const asked = state.reference ?? referenceIn(text);
    if (command === 'cancel' || command === 'no' || command === 'skip')
      return this.end(dc, data, follow.left);
    if (command === 'back') return this.goOn(dc, data, { attempts: 0 }, '');
    if (asked) {
      // Attempts at the reference are not attempts at the contact.
      const attempts = state.reference ? state.attempts + 1 : 0;
      return this.goOn(dc, data, { reference: asked, attempts }, text);
    }
    const aside = this.deps.answerAside(text, data);
    if (aside) return this.ask(dc, data, state, `${aside.text}\n\n${follow.askReference}`);
    if (state.attempts + 1 >= maxAttempts) return this.end(dc, data, follow.notFound(this.deps.contact()));
    return this.ask(dc, data, { attempts: state.attempts + 1 }, follow.invalidReference);
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const data = await this.deps.dataOf(context);
    const { follow } = textsOf(data.language);
    const { reference: given } = instance.state as StatusState;
    await this.deps.say(context, this.question(given ? follow.askContact : follow.askReference, data), data);
  }

  /** Asks what is still missing, or looks the pair up. */
  private async goOn(
    dc: DialogContext,
    data: ConversationData,
    state: StatusState,
    text: string,
  ): Promise<DialogTurnResult> {
    const { follow } = textsOf(data.language);
    if (!state.reference) return this.ask(dc, data, state, follow.askReference);
    const { email, phone } = findContact(text.replace(reference, ' '));
    const contact = email ?? phone;
    if (!contact) {
      if (state.attempts >= maxAttempts) return this.end(dc, data, follow.notFound(this.deps.contact()));
      return this.ask(dc, data, state, state.attempts > 0 ? follow.invalidContact : follow.askContact);
    }
    const file = await this.deps.findStatus(state.reference, contact);
    return this.end(dc, data, file ? this.told(file, data) : follow.notFound(this.deps.contact()));
  }

  private told(whole: LeadFile, data: ConversationData): string {
    const file = announcedFile(whole, this.deps.clock());
    const texts = textsOf(data.language);
    const caller = whoCalls(file, this.deps.contactOf);
    const link = this.deps.links.company(file.lead);
    return texts.follow.status({ file, caller, link }, (moment) => texts.date(this.deps.dayOf(moment)));
  }

  private question(text: string, data: ConversationData): Reply {
    return { text, buttons: [{ title: textsOf(data.language).buttons.cancel }] };
  }

  private async ask(
    dc: DialogContext,
    data: ConversationData,
    state: StatusState,
    text: string,
  ): Promise<DialogTurnResult> {
    if (dc.activeDialog) dc.activeDialog.state = state;
    await this.deps.say(dc.context, this.question(text, data), data);
    return Dialog.EndOfTurn;
  }

  private async end(dc: DialogContext, data: ConversationData, text: string): Promise<DialogTurnResult> {
    const { callMeBack } = textsOf(data.language).buttons;
    await this.deps.say(dc.context, { text, buttons: [{ title: callMeBack }] }, data);
    return dc.endDialog();
  }
}
