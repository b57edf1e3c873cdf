import type { TurnContext } from 'botbuilder-core';
import { Dialog, type DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import type { DialogInstance } from 'botbuilder-dialogs/lib/dialog';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import type { Corpus } from '../knowledge/corpus';
import type { RequestNotice } from '../notices/requestNotice';
import { pageTextIn } from './answerReply';
import type { ConversationData } from './conversationData';
import type { DialogDeps } from './dialogDeps';
import { findContact } from './leadFields/contactField';
import { noticeTextsOf } from './noticeTexts';
import type { Reply } from './reply';
import { textsOf } from './texts';
import { textOf } from './turnContent';

export interface NoticeDialogDeps extends DialogDeps {
  readonly corpus: () => Corpus;
  readonly requestNotice: RequestNotice;
}

/** How the dialog begins. */
export interface NoticeDialogOptions {
  /** Id of the scheme's page; by default the last scheme that the conversation was about. */
  readonly schemeId?: string | undefined;
}

interface NoticeState {
  schemeId: string;
  attempts: number;
}

export const noticeDialogId = 'notifyMe';

/** Answers that are no address, after which the question is left. */
const maxAttempts = 2;

/**
 * "Tell me when it closes": says what the address is for, asks for it, and has the confirmation letter sent. Nothing is recorded before the address is
 * given, and nothing but that letter is sent before it is confirmed.
 */
export class NoticeDialog extends Dialog {
  constructor(private readonly deps: NoticeDialogDeps) {
    super(noticeDialogId);
  }

  override async beginDialog(
    dc: DialogContext,
    options: NoticeDialogOptions = {},
  ): Promise<DialogTurnResult> {
    const data = await this.deps.dataOf(dc.context);
    const schemeId = options.schemeId ?? lastScheme(data, this.deps.corpus());
    if (schemeId === undefined) return this.end(dc, data, noticeTextsOf(data.language).whichScheme);
    return this.ask(dc, data, { schemeId, attempts: 0 }, this.question(schemeId, data));
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const data = await this.deps.dataOf(dc.context);
    const texts = noticeTextsOf(data.language);
    const { schemeId, attempts } = dc.activeDialog?.state as NoticeState;
    const text = textOf(dc.context);
    const { email } = findContact(text);
    if (email !== undefined) {
      const conversationId = dc.context.activity.conversation.id;
      const { language } = data;
      const outcome = await this.deps.requestNotice({ email, schemeId, language, conversationId });
      return this.end(dc, data, outcome === 'asked' ? texts.asked(email) : texts.whichScheme);
    }
    const command = this.deps.commandIn(text, data);
    if (command !== undefined && command !== 'yes' && command !== 'whyQuestion') {
      return this.end(dc, data, texts.left);
    }
    const question = this.question(schemeId, data);
    if (command === 'whyQuestion') return this.ask(dc, data, { schemeId, attempts }, question);
    const aside = this.deps.answerAside(text, data);
    if (aside) return this.ask(dc, data, { schemeId, attempts }, `${aside.text}\n\n${question}`);
    if (attempts + 1 >= maxAttempts) return this.end(dc, data, texts.left);
    return this.ask(
      dc,
      data,
      { schemeId, attempts: attempts + 1 },
      command === 'yes' ? question : texts.invalidEmail,
    );
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const data = await this.deps.dataOf(context);
    const { schemeId } = instance.state as NoticeState;
    await this.deps.say(context, this.reply(this.question(schemeId, data), data), data);
  }

  private question(schemeId: string, data: ConversationData): string {
    const page = this.deps.corpus().pages.get(schemeId);
    const title = page ? pageTextIn(page, data.language).text.title : schemeId;
    return noticeTextsOf(data.language).askEmail(title);
  }

  /** An address that the visitor has given already need not be typed again. */
  private reply(text: string, data: ConversationData): Reply {
    const { email } = data.told.recap;
    const known = email === undefined ? [] : [{ title: email }];
    return { text, buttons: [...known, { title: textsOf(data.language).buttons.cancel }] };
  }

  private async ask(
    dc: DialogContext,
    data: ConversationData,
    state: NoticeState,
    text: string,
  ): Promise<DialogTurnResult> {
    if (dc.activeDialog) dc.activeDialog.state = state;
    await this.deps.say(dc.context, this.reply(text, data), data);
    return Dialog.EndOfTurn;
  }

  private async end(dc: DialogContext, data: ConversationData, text: string): Promise<DialogTurnResult> {
    await this.deps.say(dc.context, { text, buttons: [] }, data);
    return dc.endDialog();
  }
}

/** The scheme that the conversation was about last. */
function lastScheme({ asked, schemes }: ConversationData, { pages }: Corpus): string | undefined {
  const last = asked.at(-1)?.pageId ?? '';
  return pages.get(last)?.aid ? last : schemes.at(-1);
}
