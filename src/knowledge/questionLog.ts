import type { Language } from '../text/language';
import type { AnswerOutcome } from './answerOutcome';

/** How a question ended; `refused`: the visitor took none of the pages offered. */
export type QuestionEnd = AnswerOutcome['kind'] | 'refused';

/** One question as it is kept for editors: personal data masked, no visitor. */
export interface AskedRecord {
  readonly id: string;
  readonly at: Date;
  readonly language: Language;
  /** Masked; see `maskPersonalData`. */
  readonly question: string;
  readonly end: QuestionEnd;
  /** The page that answered, or the gap that editors know of. */
  readonly pageId?: string | undefined;
  /** The question's telling terms, most telling first. */
  readonly terms: readonly string[];
  /** What the visitor said of the answer. */
  readonly useful?: boolean | undefined;
  /** Lets the visitor see and erase their questions; forgotten when the conversation is. */
  readonly conversationId?: string | undefined;
}

/** Where questions are kept for editors. Losing one costs a hint, not a promise. */
export interface QuestionLog {
  record(asked: AskedRecord): Promise<void>;
  /** Marks a question's answer as useful or not; a later word replaces an earlier one. Unknown ids are left alone. */
  rate(id: string, useful: boolean): Promise<void>;
  /** Marks a question whose proposals the visitor refused. */
  refuse(id: string): Promise<void>;
  /** Questions since a moment, oldest first. */
  since(moment: Date): Promise<AskedRecord[]>;
  /** Deletes what was asked before a moment. @returns how many */
  deleteBefore(moment: Date): Promise<number>;
}

/** Telling terms of a ranking, for grouping questions later. Only words that the pages know: an unknown one may be a name. */
export function tellingTerms(outcome: AnswerOutcome, most = 12): string[] {
  return outcome.ranking.terms
    .filter((term) => term.known && !term.text.includes('_') && term.weight > 1.5)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map((term) => term.text);
}
