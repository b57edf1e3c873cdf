import { TurnContext, type Activity } from 'botbuilder-core';
import type { LeadDraft } from '../leads/lead';
import { maskSensitiveNumbers } from '../text/sensitiveData';
import { teamsChannel } from '../shared/channels';
import type { ConversationData } from './conversationData';
import type { LeadFormState } from './leadForm';
import type { Texts } from './texts';

/** Where news of a request can be told in private; in a group others would read them. */
function chatOf(activity: Activity): string | undefined {
  if (activity.channelId !== teamsChannel || activity.conversation.isGroup) return undefined;
  const { bot, channelId, serviceUrl, conversation, locale } = TurnContext.getConversationReference(activity);
  return JSON.stringify({ bot, channelId, serviceUrl, conversation, locale });
}

/** The confirmed form as a lead to record. Questions lose numbers of cards, accounts and social security, which nobody warned about. */
export function leadDraftOf(
  activity: Activity,
  form: LeadFormState,
  data: ConversationData,
  texts: Texts,
): LeadDraft {
  const { recap } = form;
  return {
    language: data.language,
    channelId: activity.channelId,
    conversationId: activity.conversation.id,
    name: recap.name ?? '',
    company: recap.company ?? texts.form.companyNotGiven,
    companyLookup: recap.companyLookup ?? 'notAsked',
    companyFacts: recap.companyFacts,
    site: recap.site,
    email: recap.email,
    phone: recap.phone,
    preferredWay: recap.preferredWay,
    preferredTime: recap.preferredTime,
    message: recap.message,
    need: recap.need,
    consentAt: new Date(form.consentAt ?? ''),
    questions: data.asked.map(({ question, pageId }) => ({
      question: maskSensitiveNumbers(question),
      pageId,
    })),
    schemes: data.schemes,
    chat: chatOf(activity),
    project: data.finder?.summary,
  };
}
