import type { Generated } from 'kysely';
import type { Moment } from './leadTables';

/** One row a question. Personal data is masked before it comes here. */
export interface QuestionRow {
  id: string;
  asked_at: Moment;
  language: string;
  question: string;
  end: string;
  page_id: string | null;
  /** Separated by spaces. */
  terms: string;
  /** 1, 0, or null while the visitor has said nothing. */
  useful: number | null;
  /** Null once nobody can tell any more whose question it was. */
  conversation_id: string | null;
  /** The group of questions that ask the same; only of those without a useful answer. */
  group_id?: string | null | undefined;
  /** 1 once the conversation became a lead after it; stays when nobody can tell any more whose question it was. */
  handed_over: Generated<number>;
}

/** The table of questions. */
export interface QuestionTables {
  questions: QuestionRow;
}
