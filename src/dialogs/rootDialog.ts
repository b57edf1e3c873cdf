import type { ConversationState, StatePropertyAccessor, TurnContext } from 'botbuilder-core';
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet';
import type { AnswerOutcome } from '../knowledge/answerOutcome';
import { questionLanguage } from '../knowledge/questionLanguage';
import type { SubmitLead } from '../leads/submitLead';
import { createAnswerTurn, type AnswerTurnDeps } from './answerTurn';
import { newConversation, stateVersion, type ConversationData } from './conversationData';
import { commandIn } from './formCommand';
import { replyToIntent } from './intentReply';
import { findContact } from './leadForm';
import { leadFormDialogId, LeadFormDialog, type LeadFormOptions } from './leadFormDialog';
import { replyActivity, type Reply } from './reply';
import { textsOf } from './texts';

/** How near a message must be to an example of asking for the other language, in a form: most messages are answers there. */
const sureSwitch = 0.75;

/** Longest message that is read, in characters. */
const maxMessage = 4000;

export interface RootDialogDeps extends AnswerTurnDeps {
  readonly conversationState: ConversationState;
  readonly submitLead: SubmitLead;
}

/** The conversation: what the assistant says to who joins, to one message, and after a failure. */
export interface RootDialog {
  readonly greet: (context: TurnContext) => Promise<void>;
  readonly onMessage: (context: TurnContext) => Promise<void>;
  /** After a thrown turn: one kind sentence with the contact; this conversation's dialog starts afresh. */
  readonly apologise: (context: TurnContext) => Promise<void>;
}

/** Builds the root of all dialogs: questions are answered here, the call-back form is a dialog of its own. */
export function createRootDialog(deps: RootDialogDeps): RootDialog {
  const { conversationState, knowledge } = deps;
  const dataProperty: StatePropertyAccessor<ConversationData> = conversationState.createProperty(
    `conversation.v${stateVersion}`,
  );
  const dialogProperty = conversationState.createProperty(`dialog.v${stateVersion}`);
  const dataOf = async (context: TurnContext): Promise<ConversationData> =>
    dataProperty.get(context, newConversation());
  const say = async (context: TurnContext, reply: Reply, data: ConversationData): Promise<void> => {
    await context.sendActivity(replyActivity(reply, data.language));
  };
  const answers = createAnswerTurn(deps);

  const dialogs = new DialogSet(dialogProperty);
  dialogs.add(
    new LeadFormDialog({
      contact: knowledge().corpus.contact,
      submitLead: deps.submitLead,
      clock: deps.clock,
      log: deps.log,
      dataOf,
      say,
      commandIn: (text, data) =>
        commandIn(text, textsOf(data.language), () => answers.understand(text, data)),
      answerAside: answers.aside,
    }),
  );

  return {
    async greet(context) {
      const data = await dataOf(context);
      if (data.greeted) return;
      data.greeted = true;
      if (context.activity.locale?.toLowerCase().startsWith('en')) data.language = 'en';
      await say(context, replyToIntent('greet', data, knowledge().corpus), data);
    },

    async onMessage(context) {
      const data = await dataOf(context);
      data.greeted = true;
      const text = textOf(context);
      const dc = await dialogs.createContext(context);
      // Names and addresses typed into a form are of no language.
      if (!data.languageChosen && text && !dc.activeDialog) {
        data.language = questionLanguage(text, data.language, knowledge().findAnswer);
      }
      const texts = textsOf(data.language);
      if (!text || text.length > maxMessage) {
        const sentence = text ? texts.tooLong(maxMessage) : texts.emptyMessage;
        await say(context, { text: sentence, buttons: [{ title: texts.buttons.callMeBack }] }, data);
        return;
      }
      if (dc.activeDialog) {
        if (switchesLanguage(answers.understand(text, data), data)) await dc.repromptDialog();
        else await dc.continueDialog();
        return;
      }
      const result = await answers.run(text, data);
      if (result.kind === 'reply') {
        await say(context, result.reply, data);
        return;
      }
      const options: LeadFormOptions = {
        submissionId: deps.ids.uuid(),
        known: { ...findContact(text), need: data.asked[data.asked.length - 1]?.question },
      };
      await dc.beginDialog(leadFormDialogId, options);
    },

    async apologise(context) {
      const locale = context.activity.locale?.toLowerCase() ?? '';
      const fresh = {
        ...newConversation(),
        language: locale.startsWith('en') ? ('en' as const) : ('fr' as const),
      };
      await conversationState.delete(context);
      const { contact } = knowledge().corpus;
      await say(context, { text: textsOf(fresh.language).turnFailed(contact), buttons: [] }, fresh);
    },
  };
}

/** "English please" in the middle of a form: changes the conversation's language, and is no answer. */
function switchesLanguage(outcome: AnswerOutcome, data: ConversationData): boolean {
  if (outcome.kind !== 'intent' || outcome.hit.nearest < sureSwitch) return false;
  if (outcome.intent !== 'english' && outcome.intent !== 'french') return false;
  data.language = outcome.intent === 'english' ? 'en' : 'fr';
  data.languageChosen = true;
  return true;
}

/** Channels send messages without text (attachments, card submits), though the SDK's type says otherwise. */
function textOf(context: TurnContext): string {
  const { text } = context.activity as { readonly text?: string };
  return text?.trim() ?? '';
}
