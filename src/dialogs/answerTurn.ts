import type { Activity } from 'botbuilder-core';
import type { AnswerOutcome } from '../knowledge/answerOutcome';
import type { Page } from '../knowledge/page';
import type { Knowledge } from '../knowledge/knowledge';
import type { QuestionLog } from '../knowledge/questionLog';
import { assertNever } from '../shared/errors';
import type { Ids } from '../shared/ids';
import type { Log } from '../shared/log';
import type { Clock } from '../shared/time';
import {
  answerReply,
  closestReply,
  detailsReply,
  gapReply,
  pageButton,
  type AnswerReplyDeps,
} from './answerReply';
import { describesProject, type FinderWish } from './aidFinder/finderWish';
import type { Project } from './aidFinder/project';
import type { ConversationData } from './conversationData';
import { replyToIntent } from './intentReply';
import { createKeepQuestion } from './keepQuestion';
import { pressedIntent } from './pressedIntent';
import type { Reply } from './reply';
import { textsOf } from './texts';

/** What one message leads to outside a form. */
export type TurnResult =
  | { readonly kind: 'reply'; readonly reply: Reply }
  /** The visitor wants a human: the call-back form begins. */
  | { readonly kind: 'callBack' }
  /** How a request stands, what is kept, or that it be erased: each has a dialog or a look of its own. */
  | { readonly kind: 'requestStatus' | 'myData' | 'forgetMe' }
  /** The visitor wants to be told when a scheme closes or opens again. */
  | { readonly kind: 'notifyMe' }
  | { readonly kind: 'findAids'; readonly wish: FinderWish };

export interface AnswerTurnDeps {
  readonly knowledge: () => Knowledge;
  readonly questionLog: QuestionLog;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** The day in the territory's time zone, as ISO. */
  readonly today: () => string;
  /** The address of a scheme's backward timetable; undefined: it has none. */
  readonly calendarLink: (pageId: string) => string | undefined;
  /** What a message says of a company and its project. */
  readonly readProject: (text: string) => Project;
}

/** Questions and intents, as long as no form is open. */
export interface AnswerTurn {
  readonly replyDeps: (data: ConversationData) => AnswerReplyDeps;
  readonly understand: (text: string, data: ConversationData) => AnswerOutcome;
  /** Answers and remembers: changes `data`, and keeps the question for editors. */
  readonly run: (text: string, data: ConversationData, activity: Activity) => Promise<TurnResult>;
  /** An answer to a question asked in the middle of a form; undefined when the message is not one. Remembers nothing. */
  readonly aside: (text: string, data: ConversationData) => Reply | undefined;
}

/** How a question begins that was typed without its mark; at least three words, since a company may be called « Quel Bonheur ». */
const opensQuestion =
  /^(?:quel(?:le)?s?|combien|comment|pourquoi|où|qui|est-ce que|what|how|which|where|who|when|why|is there|are there)\s+\S+\s+\S+/i;

/** Failures in a row from which the assistant no longer apologises but proposes a person. */
const failuresToPerson = 2;

export function createAnswerTurn(deps: AnswerTurnDeps): AnswerTurn {
  const replyDeps = (data: ConversationData): AnswerReplyDeps => ({
    corpus: deps.knowledge().corpus,
    today: deps.today(),
    calendarLink: deps.calendarLink,
    language: data.language,
  });
  const understand = (text: string, data: ConversationData): AnswerOutcome => {
    const last = data.asked[data.asked.length - 1];
    return deps
      .knowledge()
      .findAnswer(text, data.language, { lastPageId: last?.pageId, lastQuestion: last?.question });
  };

  const keep = createKeepQuestion(deps);

  const replyTo = (outcome: Exclude<AnswerOutcome, { kind: 'intent' }>, data: ConversationData): Reply => {
    const texts = textsOf(data.language);
    const { contact } = deps.knowledge().corpus;
    switch (outcome.kind) {
      case 'answered':
        data.failures = 0;
        data.schemes = [...new Set([...data.schemes, ...schemesOf(outcome.page, outcome.also)])];
        return withRating(answerReply(outcome.page, outcome.also, replyDeps(data)), data);
      case 'knownGap':
        return gapReply(outcome.page, replyDeps(data));
      case 'ambiguous': {
        const buttons = outcome.candidates.map((page) => pageButton(page, data.language));
        return { text: texts.ambiguous, buttons: [...buttons, { title: texts.buttons.noneOfThese }] };
      }
      case 'unanswered': {
        data.failures += 1;
        if (outcome.closest && data.failures < failuresToPerson)
          return closestReply(outcome.closest, replyDeps(data));
        const near = outcome.nearest.map((page) => pageButton(page, data.language));
        const admit =
          data.failures >= failuresToPerson ? texts.unansweredAgain : texts.unanswered(near[0]?.title);
        return {
          text: `${admit}\n\n${texts.canAnswer(contact)}`,
          buttons: [{ title: texts.buttons.callMeBack }, ...near],
        };
      }
      default:
        return assertNever(outcome);
    }
  };

  /** "En savoir plus" on the last page. */
  const more = (data: ConversationData): Reply => {
    const page = deps.knowledge().corpus.pages.get(data.asked[data.asked.length - 1]?.pageId ?? '');
    const texts = textsOf(data.language);
    const reply = page && detailsReply(page, replyDeps(data));
    return reply ?? { text: texts.nothingMore, buttons: [{ title: texts.buttons.callMeBack }] };
  };

  const rate = async (intent: string, data: ConversationData): Promise<void> => {
    if (!data.lastRecordId) return;
    if (intent === 'useful' || intent === 'notUseful') {
      await deps.questionLog.rate(data.lastRecordId, intent === 'useful');
    }
    if (intent === 'none') await deps.questionLog.refuse(data.lastRecordId);
  };

  return {
    replyDeps,
    understand,
    async run(text, data, activity) {
      const outcome = understand(text, data);
      const intent = pressedIntent(text, data) ?? (outcome.kind === 'intent' ? outcome.intent : undefined);
      if (intent === undefined && outcome.kind !== 'intent') {
        await keep(text, outcome, data, activity);
        if (describesProject(text, deps.readProject(text))) {
          return { kind: 'findAids', wish: { kind: 'start', text, listFirst: true } };
        }
        return { kind: 'reply', reply: replyTo(outcome, data) };
      }
      switch (intent) {
        case 'callMeBack':
        case 'human':
          return { kind: 'callBack' };
        case 'requestStatus':
        case 'myData':
        case 'forgetMe':
        case 'notifyMe':
          return { kind: intent };
        case 'findAids':
          return { kind: intent, wish: { kind: 'start', text, listFirst: false } };
        case 'more':
          return { kind: 'reply', reply: more(data) };
        default:
          await rate(intent ?? '', data);
          return { kind: 'reply', reply: replyToIntent(intent ?? '', data, deps.knowledge().corpus) };
      }
    },
    aside(text, data) {
      if (!text.includes('?') && !opensQuestion.test(text)) return undefined;
      const outcome = understand(text, data);
      if (outcome.kind === 'answered') return answerReply(outcome.page, undefined, replyDeps(data));
      return outcome.kind === 'knownGap' ? gapReply(outcome.page, replyDeps(data)) : undefined;
    },
  };
}

/** Ids of the schemes among the pages shown. */
function schemesOf(...pages: readonly (Page | undefined)[]): string[] {
  return pages.filter((page) => page?.aid !== undefined).map((page) => page?.id ?? '');
}

function withRating(reply: Reply, data: ConversationData): Reply {
  const { useful, notUseful } = textsOf(data.language).buttons;
  return { ...reply, buttons: [...reply.buttons, { title: useful }, { title: notUseful }] };
}
