import type { ConversationState, StatePropertyAccessor, TurnContext } from 'botbuilder-core';
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet';
import type { AnswerOutcome } from '../knowledge/answerOutcome';
import type { Knowledge } from '../knowledge/knowledge';
import { tellingTerms, type QuestionLog } from '../knowledge/questionLog';
import type { SubmitLead } from '../leads/submitLead';
import { assertNever } from '../shared/errors';
import type { Ids } from '../shared/ids';
import type { Log } from '../shared/log';
import type { Clock } from '../shared/time';
import { detectLanguage } from '../text/language';
import { maskPersonalData } from '../text/maskPersonalData';
import { answerReply, detailsReply, gapReply, pageButton, type AnswerReplyDeps } from './answerReply';
import { maxAsked, newConversation, stateVersion, type ConversationData } from './conversationData';
import { commandIn } from './formCommand';
import { replyToIntent } from './intentReply';
import { findContact } from './leadForm';
import { leadFormDialogId, LeadFormDialog, type LeadFormOptions } from './leadFormDialog';
import { replyActivity, type Reply } from './reply';
import { textsOf } from './texts';

/** Longest message that is read, in characters. */
const maxMessage = 4000;

export interface RootDialogDeps {
  /** Asked at every turn, so that a published page answers at once. */
  readonly knowledge: () => Knowledge;
  readonly conversationState: ConversationState;
  readonly submitLead: SubmitLead;
  readonly questionLog: QuestionLog;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** The day in the territory's time zone, as ISO. */
  readonly today: () => string;
}

/** The conversation: what the assistant says to one message, one greeting, one failure. */
export interface RootDialog {
  readonly greet: (context: TurnContext) => Promise<void>;
  readonly onMessage: (context: TurnContext) => Promise<void>;
  /** After a thrown turn: one kind sentence with the contact; this conversation's dialog starts afresh. */
  readonly apologise: (context: TurnContext) => Promise<void>;
}

/** Builds the root of all dialogs: interruptions and questions here, the call-back form in its own dialog. */
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
  const replyDeps = (data: ConversationData): AnswerReplyDeps => ({
    corpus: knowledge().corpus,
    today: deps.today(),
    language: data.language,
  });
  const understand = (text: string, data: ConversationData): AnswerOutcome => {
    const last = data.asked[data.asked.length - 1];
    return knowledge().findAnswer(text, data.language, {
      lastPageId: last?.pageId,
      lastQuestion: last?.question,
    });
  };
  const callBackButton = (data: ConversationData) => ({ title: textsOf(data.language).buttons.callMeBack });

  const dialogs = new DialogSet(dialogProperty);
  dialogs.add(
    new LeadFormDialog({
      contact: knowledge().corpus.contact,
      submitLead: deps.submitLead,
      clock: deps.clock,
      log: deps.log,
      dataOf,
      say,
      commandIn: (text, data) => commandIn(text, textsOf(data.language), () => understand(text, data)),
      answerAside: (text, data) => {
        if (!text.includes('?')) return undefined;
        const outcome = understand(text, data);
        if (outcome.kind === 'answered') return answerReply(outcome.page, undefined, replyDeps(data));
        return outcome.kind === 'knownGap' ? gapReply(outcome.page, replyDeps(data)) : undefined;
      },
    }),
  );

  const startForm = async (context: TurnContext, text: string, data: ConversationData): Promise<void> => {
    const dc = await dialogs.createContext(context);
    const last = data.asked[data.asked.length - 1];
    const options: LeadFormOptions = {
      submissionId: deps.ids.uuid(),
      known: { ...findContact(text), need: last?.question },
    };
    await dc.beginDialog(leadFormDialogId, options);
  };

  const remember = (data: ConversationData, question: string, pageId?: string): void => {
    data.asked = [...data.asked, { question, pageId }].slice(-maxAsked);
  };

  /** Keeps the question for editors. After the reply: the visitor need not wait for it, and it promises nothing. */
  const keep = async (text: string, outcome: AnswerOutcome, data: ConversationData): Promise<void> => {
    data.lastRecordId = deps.ids.uuid();
    await deps.questionLog.record({
      id: data.lastRecordId,
      at: deps.clock(),
      language: data.language,
      question: maskPersonalData(text),
      end: outcome.kind,
      pageId: 'page' in outcome ? outcome.page.id : undefined,
      terms: tellingTerms(outcome),
    });
  };

  /** What the visitor says of the last answer. */
  const judge = async (intent: string, data: ConversationData): Promise<void> => {
    if (!data.lastRecordId) return;
    if (intent === 'useful') await deps.questionLog.rate(data.lastRecordId, true);
    if (intent === 'notUseful') await deps.questionLog.rate(data.lastRecordId, false);
    if (intent === 'none') await deps.questionLog.refuse(data.lastRecordId);
  };

  const answer = async (context: TurnContext, text: string, data: ConversationData): Promise<void> => {
    const outcome = understand(text, data);
    const texts = textsOf(data.language);
    const { contact, pages } = knowledge().corpus;
    switch (outcome.kind) {
      case 'answered':
        data.failures = 0;
        remember(data, text, outcome.page.id);
        await say(context, answerReply(outcome.page, outcome.also, replyDeps(data)), data);
        return;
      case 'knownGap':
        remember(data, text, outcome.page.id);
        await say(context, gapReply(outcome.page, replyDeps(data)), data);
        return;
      case 'ambiguous': {
        const buttons = outcome.candidates.map((page) => pageButton(page, data.language));
        remember(data, text);
        await say(
          context,
          { text: texts.ambiguous, buttons: [...buttons, { title: texts.buttons.noneOfThese }] },
          data,
        );
        return;
      }
      case 'unanswered': {
        data.failures += 1;
        remember(data, text);
        const near = outcome.nearest.map((page) => pageButton(page, data.language));
        const admit = data.failures > 1 ? texts.unansweredAgain : texts.unanswered(near[0]?.title);
        const reply = {
          text: `${admit}\n\n${texts.canAnswer(contact)}`,
          buttons: [callBackButton(data), ...near],
        };
        await say(context, reply, data);
        return;
      }
      case 'intent': {
        if (outcome.intent === 'callMeBack' || outcome.intent === 'human') {
          await startForm(context, text, data);
          return;
        }
        if (outcome.intent === 'more') {
          const page = pages.get(data.asked[data.asked.length - 1]?.pageId ?? '');
          const more = page && detailsReply(page, replyDeps(data));
          await say(context, more ?? { text: texts.nothingMore, buttons: [callBackButton(data)] }, data);
          return;
        }
        await say(context, replyToIntent(outcome.intent, data, knowledge().corpus), data);
        return;
      }
      default:
        assertNever(outcome);
    }
  };

  return {
    async greet(context) {
      const data = await dataOf(context);
      if (data.greeted) return;
      data.greeted = true;
      const locale = context.activity.locale ?? '';
      if (locale.toLowerCase().startsWith('en')) data.language = 'en';
      await say(context, replyToIntent('greet', data, knowledge().corpus), data);
    },
    async onMessage(context) {
      const data = await dataOf(context);
      data.greeted = true;
      const text = (context.activity.text ?? '').trim();
      if (!data.languageChosen && text) data.language = detectLanguage(text, data.language);
      const texts = textsOf(data.language);
      if (!text || text.length > maxMessage) {
        const sentence = text ? texts.tooLong(maxMessage) : texts.emptyMessage;
        await say(context, { text: sentence, buttons: [callBackButton(data)] }, data);
        return;
      }
      const dc = await dialogs.createContext(context);
      if (dc.activeDialog) await dc.continueDialog();
      else await answer(context, text, data);
    },
    async apologise(context) {
      await conversationState.delete(context);
      const { contact } = knowledge().corpus;
      await say(context, { text: textsOf('fr').turnFailed(contact), buttons: [] }, newConversation());
    },
  };
}
