import type { ConversationState, TurnContext } from 'botbuilder-core';
import { Dialog } from 'botbuilder-dialogs/lib/dialog';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import type { DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import type { Contact } from '../knowledge/corpus';
import type { VisitorPrivacy } from '../leads/leadServices';
import { fold } from '../text/normalise';
import type { ConversationData } from './conversationData';
import type { DialogDeps } from './dialogDeps';
import { textsOf } from './texts';
import { textOf } from './turnContent';

export interface ForgetDialogDeps extends DialogDeps {
  readonly contact: () => Contact;
  readonly visitorPrivacy: Pick<VisitorPrivacy, 'erase'>;
  readonly conversationState: ConversationState;
  /** A moment in the territory's time zone, with its time. */
  readonly momentIn: (moment: Date, data: ConversationData) => string;
}

export const forgetDialogId = 'forgetMe';

/** "Forget me": asks once, erases all that is kept of this conversation, and gives a dated receipt. Anything but a yes erases nothing. */
export class ForgetDialog extends Dialog {
  constructor(private readonly deps: ForgetDialogDeps) {
    super(forgetDialogId);
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    await this.confirm(dc.context);
    return Dialog.EndOfTurn;
  }

  override async repromptDialog(context: TurnContext): Promise<void> {
    await this.confirm(context);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { context } = dc;
    const data = await this.deps.dataOf(context);
    const { follow } = textsOf(data.language);
    const text = textOf(context);
    const yes = fold(text) === fold(follow.buttons.eraseAll) || this.deps.commandIn(text, data) === 'yes';
    if (!yes) {
      const aside = this.deps.answerAside(text, data);
      const words = [aside?.text, follow.notErased].filter(Boolean).join('\n\n');
      await this.deps.say(context, { text: words, buttons: [] }, data);
      return dc.endDialog();
    }
    const receipt = await this.deps.visitorPrivacy.erase(context.activity.conversation.id);
    const { language, languageChosen } = data;
    const result = await dc.endDialog();
    // The state in hand would be saved again at the end of this turn.
    await this.deps.conversationState.clear(context);
    const fresh = Object.assign(await this.deps.dataOf(context), { language, languageChosen, greeted: true });
    const told = follow.erased(receipt, (at) => this.deps.momentIn(at, fresh), this.deps.contact());
    await this.deps.say(context, { text: told, buttons: [] }, fresh);
    return result;
  }

  private async confirm(context: TurnContext): Promise<void> {
    const data = await this.deps.dataOf(context);
    const { forgetConfirm, buttons } = textsOf(data.language).follow;
    const reply = { text: forgetConfirm, buttons: [{ title: buttons.eraseAll }, { title: buttons.keepAll }] };
    await this.deps.say(context, reply, data);
  }
}
