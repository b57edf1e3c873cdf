import type { AnswerOutcome } from './answerOutcome';
import type { Knowledge } from './knowledge';
import { questionLanguage } from './questionLanguage';

/** What a change of the pages does to one question. */
export type ReplayChange =
  /** It had no answer and has one now. */
  | 'gained'
  /** It had an answer and has none now. */
  | 'lost'
  /** Another page answers, or another intent is understood. */
  | 'changed'
  | 'same';

/** One question, before and after. */
export interface ReplayRow {
  readonly question: string;
  readonly change: ReplayChange;
  /** Page or intent, or `sans réponse`. */
  readonly before: string;
  readonly after: string;
}

/** Asks every question of both knowledges, each by itself, and tells what became of it. */
export function compareKnowledge(
  questions: readonly string[],
  before: Knowledge,
  after: Knowledge,
): ReplayRow[] {
  return questions.map((question) => {
    const was = ask(before, question);
    const is = ask(after, question);
    return { question, before: was.name, after: is.name, change: changeOf(was, is) };
  });
}

interface Answered {
  readonly answers: boolean;
  readonly name: string;
}

function changeOf(was: Answered, is: Answered): ReplayChange {
  if (was.answers !== is.answers) return is.answers ? 'gained' : 'lost';
  return was.name === is.name ? 'same' : 'changed';
}

function ask({ findAnswer }: Knowledge, question: string): Answered {
  return nameOf(findAnswer(question, questionLanguage(question, 'fr', findAnswer)));
}

function nameOf(outcome: AnswerOutcome): Answered {
  switch (outcome.kind) {
    case 'answered':
      return { answers: true, name: outcome.page.id };
    case 'intent':
      return { answers: true, name: `intention ${outcome.intent}` };
    case 'knownGap':
      return { answers: false, name: `lacune connue ${outcome.page.id}` };
    case 'ambiguous':
      return { answers: false, name: `hésite entre ${outcome.candidates.map((page) => page.id).join(', ')}` };
    case 'unanswered':
      return { answers: false, name: 'sans réponse' };
  }
}
