import type { StatePropertyAccessor, TurnContext } from 'botbuilder-core';
import { createFindThemes } from '../knowledge/projectThemes';
import { questionLanguage } from '../knowledge/questionLanguage';
import { remembered } from '../shared/remembered';
import { languageOfLocale } from '../text/language';
import { aidFinderDialogId } from './aidFinder/aidFinderDialog';
import { finderWish } from './aidFinder/finderWish';
import type { Project } from './aidFinder/project';
import { themesNear } from './aidFinder/startingProject';
import { readProject } from './aidFinder/readProject';
import { createAnswerTurn } from './answerTurn';
import { newConversation, stateVersion, type ConversationData } from './conversationData';
import { carryOut } from './carryOut';
import { teamsChannel } from '../shared/channels';
import { commandIn } from './formCommand';
import { replyToIntent } from './intentReply';
import { readCardValues } from './leadFormCard';
import { leadFormDialogId } from './leadFormDialog';
import { searchPages } from './pageSearch';
import { replyActivity, type Reply } from './reply';
import type { RootDialog, RootDialogDeps } from './rootDialogDeps';
import { switchesLanguage } from './switchesLanguage';
import { textsOf } from './texts';
import { alsoTold, toldIn } from './toldInPassing';
import { textOf, valueOf } from './turnContent';
import { createVisitorDialogs } from './visitorDialogs';

/** Where a turn keeps a sentence that goes before its first reply. */
const before = Symbol('before the first reply');

/** Longest message that is read, in characters. */
const maxMessage = 4000;

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
    const introduction = context.turnState.get<string | undefined>(before);
    context.turnState.delete(before);
    const text = introduction === undefined ? reply.text : `${introduction}\n\n${reply.text}`;
    await context.sendActivity(replyActivity({ ...reply, text }, data.language, context.activity.channelId));
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
      data.language = languageOfLocale(context.activity.locale);
      await say(context, replyToIntent('greet', data, knowledge().corpus), data);
    },

    async onMessage(context) {
      const data = await dataOf(context);
      const first = !data.greeted;
      if (first) data.language = languageOfLocale(context.activity.locale);
      data.greeted = true;
      const text = textOf(context);
      const dc = await dialogs.createContext(context);
      const wish = dc.activeDialog ? undefined : finderWish(text, data, corpus(), read);
      // Names and addresses typed into a form are of no language, nor is a press of a button.
      if (!data.languageChosen && text && !dc.activeDialog && !wish) {
        data.language = questionLanguage(text, data.language, knowledge().findAnswer);
      }
      const texts = textsOf(data.language);
      // Teams begins a conversation when the assistant is installed, which may have been somebody else's doing.
      if (first && context.activity.channelId === teamsChannel) {
        context.turnState.set(before, texts.introduction(corpus().programme[data.language]));
      }
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
      const result = await answers.run(text, data, context.activity);
      await carryOut(result, { dc, text, data }, shared);
    },

    async onEdited(context) {
      const data = await dataOf(context);
      const dc = await dialogs.createContext(context);
      const last = data.asked.at(-1);
      // An answer to a form is corrected there; older questions have been answered and talked about since.
      if (dc.activeDialog || last?.activityId === undefined || last.activityId !== context.activity.id)
        return;
      data.asked = data.asked.slice(0, -1);
      context.turnState.set(before, textsOf(data.language).edited);
      await this.onMessage(context);
    },

    async onDeleted(context) {
      const data = await dataOf(context);
      data.asked = data.asked.filter(({ activityId }) => activityId !== context.activity.id);
    },

    search(words, activity) {
      const data = { ...newConversation(), language: languageOfLocale(activity.locale) };
      return searchPages(words, knowledge(), answers.replyDeps(data));
    },

    async refuse(context) {
      const data = { ...newConversation(), language: languageOfLocale(context.activity.locale) };
      const { programme } = corpus();
      await say(
        context,
        { text: textsOf(data.language).otherOrganisation(programme[data.language]), buttons: [] },
        data,
      );
    },

    async apologise(context) {
      const fresh = { ...newConversation(), language: languageOfLocale(context.activity.locale) };
      const { contact } = knowledge().corpus;
      await say(context, { text: textsOf(fresh.language).turnFailed(contact), buttons: [] }, fresh);
      // Last, since it fails where the turn failed because nothing can be written.
      await conversationState.delete(context);
    },
  };
}
