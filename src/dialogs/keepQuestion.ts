import type { Activity } from 'botbuilder-core';
import type { AnswerOutcome } from '../knowledge/answerOutcome';
import { tellingTerms, type QuestionLog } from '../knowledge/questionLog';
import { codeOf } from '../shared/errors';
import type { Ids } from '../shared/ids';
import type { Log } from '../shared/log';
import type { Clock } from '../shared/time';
import { maskPersonalData } from '../text/maskPersonalData';
import { maxAsked, type ConversationData } from './conversationData';

/** Remembers a question in the conversation, and keeps it, masked, for editors. */
export type KeepQuestion = (
  text: string,
  outcome: AnswerOutcome,
  data: ConversationData,
  activity: Activity,
) => Promise<void>;

/** A question that cannot be kept for editors is a warning in the log: the visitor gets the answer all the same. */
export function createKeepQuestion(deps: {
  readonly questionLog: QuestionLog;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
}): KeepQuestion {
  return async (text, outcome, data, { id: activityId, conversation }) => {
    const pageId = 'page' in outcome ? outcome.page.id : undefined;
    data.asked = [...data.asked, { question: text, pageId, activityId }].slice(-maxAsked);
    data.lastRecordId = deps.ids.uuid();
    try {
      await deps.questionLog.record({
        id: data.lastRecordId,
        conversationId: conversation.id,
        at: deps.clock(),
        language: data.language,
        question: maskPersonalData(text),
        end: outcome.kind,
        pageId,
        terms: tellingTerms(outcome),
      });
    } catch (error) {
      deps.log.warn(
        { code: 'QUESTION_NOT_KEPT', reason: codeOf(error) },
        'a question was not kept for editors',
      );
    }
  };
}
