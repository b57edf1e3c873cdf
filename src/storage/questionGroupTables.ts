import type { Moment } from './leadTables';

/** One row a group of questions that ask the same. */
export interface QuestionGroupRow {
  id: string;
  language: string;
  /** JSON: how often each telling word occurs, and its weight. Stems only: no sentence outlives its question. */
  words: string;
  members: number;
  state: string;
  page_id: string | null;
  decided_by: string | null;
  decided_at: Moment | null;
}

/** The tables of groups. */
export interface QuestionGroupTables {
  question_groups: QuestionGroupRow;
}
