import type { ConversationState, StatePropertyAccessor, TurnContext } from 'botbuilder-core';
import { createFindThemes } from '../knowledge/projectThemes';
import { questionLanguage } from '../knowledge/questionLanguage';
import type { CompanyDirectory } from '../leads/companyDirectory';
import type { ContactOf } from '../leads/leadContact';
import type { LeadLinks } from '../leads/leadLinks';
import type { FindStatus, VisitorPrivacy } from '../leads/leadServices';
import type { SubmitLead } from '../leads/submitLead';
import type { SendAidList } from '../notices/aidList';
import type { RequestNotice } from '../notices/requestNotice';
import { assertNever } from '../shared/errors';
import { remembered } from '../shared/remembered';
import type { FindSite } from '../territory/site';
import { aidFinderDialogId } from './aidFinder/aidFinderDialog';
import type { CatalogueScheme } from './aidFinder/finder';
import { finderWish } from './aidFinder/finderWish';
import type { Project } from './aidFinder/project';
import { themesNear } from './aidFinder/startingProject';
import { readProject } from './aidFinder/readProject';
import { createAnswerTurn, type AnswerTurnDeps } from './answerTurn';
import { newConversation, stateVersion, type ConversationData } from './conversationData';
import { commandIn } from './formCommand';
import { replyToIntent } from './intentReply';
import { forgetDialogId } from './forgetDialog';
import { readCardValues } from './leadFormCard';
import { leadFormDialogId } from './leadFormDialog';
import { leadFormOptions } from './leadFormOptions';
import { noticeDialogId } from './noticeDialog';
import { replyActivity, type Reply } from './reply';
import { statusDialogId } from './statusDialog';
import { switchesLanguage } from './switchesLanguage';
import { textsOf } from './texts';
import { alsoTold, toldIn } from './toldInPassing';
import { textOf, valueOf } from './turnContent';
import { createVisitorDialogs } from './visitorDialogs';

/** Longest message that is read, in characters. */
const maxMessage = 4000;

export interface RootDialogDeps extends Omit<AnswerTurnDeps, 'readProject'> {
  readonly conversationState: ConversationState;
  readonly submitLead: SubmitLead;
  readonly companyDirectory: CompanyDirectory;
  readonly findSite: FindSite;
  readonly findStatus: FindStatus;
  readonly visitorPrivacy: VisitorPrivacy;
  readonly requestNotice: RequestNotice;
  readonly sendAidList: SendAidList;
  /** Every scheme, as the matcher reads it. */
  readonly catalogue: () => readonly CatalogueScheme[];
  readonly links: Pick<LeadLinks, 'company'>;
  readonly contactOf: ContactOf;
  /** Working days within which a call is promised. */
  readonly promiseDays: number;
  /** Months for which a closed request is kept. */
  readonly retentionMonths: number;
  /** Where days and hours are told: `Europe/Paris`. */
  readonly timeZone: string;
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
  const themesOf = remembered(createFindThemes);
  const read = (text: string): Project =>
    readProject(text, { findSite: deps.findSite, findThemes: themesOf(corpus().projectThemes) });
  const corpus = () => knowledge().corpus;
  const contact = () => corpus().contact;
  const answers = createAnswerTurn({ ...deps, readProject: read });

  const shared = {
    ...deps,
    contact,
    dataOf,
    say,
    commandIn: (text: string, data: ConversationData) =>
      commandIn(text, textsOf(data.language), () => answers.understand(text, data)),
    answerAside: answers.aside,
    replyDeps: answers.replyDeps,
    readProject: read,
    themesNear: (text: string, data: ConversationData) =>
      themesNear(answers.understand(text, data), corpus().projectThemes),
    corpus,
  };
  const dialogs = createVisitorDialogs(dialogProperty, shared);

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
      const wish = dc.activeDialog ? undefined : finderWish(text, data, corpus(), read);
      // Names and addresses typed into a form are of no language, nor is a press of a button.
      if (!data.languageChosen && text && !dc.activeDialog && !wish) {
        data.language = questionLanguage(text, data.language, knowledge().findAnswer);
      }
      const texts = textsOf(data.language);
      if (valueOf(context) !== undefined) {
        const ofForm = dc.activeDialog?.id === leadFormDialogId;
        if (ofForm) await dc.continueDialog();
        else if (readCardValues(valueOf(context))) {
          await say(
            context,
            { text: texts.form.card.stale, buttons: [{ title: texts.buttons.callMeBack }] },
            data,
          );
        }
        return;
      }
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
      data.told = alsoTold(data.told, toldIn(text, deps.findSite));
      if (wish) {
        await dc.beginDialog(aidFinderDialogId, wish);
        return;
      }
      if (data.finder) data.finder = { ...data.finder, step: 'left' };
      const result = await answers.run(text, data, context.activity.conversation.id);
      // In a group, "this conversation" is not one person's: nobody sees or erases what others gave.
      if (context.activity.conversation.isGroup && (result.kind === 'myData' || result.kind === 'forgetMe')) {
        return say(context, { text: texts.canAnswer(contact()), buttons: [] }, data);
      }
      switch (result.kind) {
        case 'reply':
          return say(context, result.reply, data);
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
          const told = texts.follow.kept(kept, contact(), deps.retentionMonths);
          return say(context, { text: told, buttons: [{ title: forgetMe }] }, data);
        }
        default:
          return assertNever(result);
      }
    },

    async apologise(context) {
      const locale = context.activity.locale?.toLowerCase() ?? '';
      const fresh = {
        ...newConversation(),
        language: locale.startsWith('en') ? ('en' as const) : ('fr' as const),
      };
      const { contact } = knowledge().corpus;
      await say(context, { text: textsOf(fresh.language).turnFailed(contact), buttons: [] }, fresh);
      // Last, since it fails where the turn failed because nothing can be written.
      await conversationState.delete(context);
    },
  };
}
