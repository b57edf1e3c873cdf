import type { TurnContext } from 'botbuilder-core';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import type { Contact } from '../knowledge/corpus';
import type { VisitorPrivacy } from '../leads/leadServices';
import { assertNever } from '../shared/errors';
import type { Ids } from '../shared/ids';
import { aidFinderDialogId } from './aidFinder/aidFinderDialog';
import type { TurnResult } from './answerTurn';
import type { ConversationData } from './conversationData';
import { forgetDialogId } from './forgetDialog';
import { leadFormDialogId } from './leadFormDialog';
import { leadFormOptions } from './leadFormOptions';
import { noticeDialogId } from './noticeDialog';
import type { Reply } from './reply';
import { statusDialogId } from './statusDialog';
import { textsOf } from './texts';

export interface CarryOutDeps {
  readonly contact: () => Contact;
  readonly ids: Ids;
  readonly visitorPrivacy: VisitorPrivacy;
  /** Months for which a closed request is kept. */
  readonly retentionMonths: number;
  readonly say: (context: TurnContext, reply: Reply, data: ConversationData) => Promise<void>;
}

/** Does what a message outside every form came to: says the reply, or begins the dialog. */
export async function carryOut(
  result: TurnResult,
  { dc, text, data }: { readonly dc: DialogContext; readonly text: string; readonly data: ConversationData },
  deps: CarryOutDeps,
): Promise<void> {
  const { context } = dc;
  const texts = textsOf(data.language);
  // In a group, "this conversation" is not one person's: nobody sees or erases what others gave.
  if (context.activity.conversation.isGroup && (result.kind === 'myData' || result.kind === 'forgetMe')) {
    return deps.say(context, { text: texts.canAnswer(deps.contact()), buttons: [] }, data);
  }
  switch (result.kind) {
    case 'reply':
      return deps.say(context, result.reply, data);
    case 'callBack':
      await dc.beginDialog(leadFormDialogId, leadFormOptions(text, data, deps.ids));
      return;
    case 'findAids':
      await dc.beginDialog(aidFinderDialogId, result.wish);
      return;
    case 'requestStatus':
      await dc.beginDialog(statusDialogId);
      return;
    case 'forgetMe':
      await dc.beginDialog(forgetDialogId);
      return;
    case 'notifyMe':
      await dc.beginDialog(noticeDialogId);
      return;
    case 'myData': {
      const kept = await deps.visitorPrivacy.of(context.activity.conversation.id);
      const { forgetMe } = texts.follow.buttons;
      const told = texts.follow.kept(kept, deps.contact(), deps.retentionMonths);
      return deps.say(context, { text: told, buttons: [{ title: forgetMe }] }, data);
    }
    default:
      return assertNever(result);
  }
}
