import type { Moment } from './leadTables';

/** One row a watch of a scheme. `email_key` and `scheme_id` together are unique. */
export interface WatchRow {
  id: string;
  email: string;
  /** The address as two of them are compared. */
  email_key: string;
  scheme_id: string;
  language: string;
  /** Null once nobody can tell any more whose wish it was. */
  conversation_id: string | null;
  asked_at: Moment;
  confirmed_at: Moment | null;
  /** JSON: where the scheme stood when the watcher was last told. */
  told: string | null;
  version: number;
}

/** One row a letter that is not yet delivered, or was given up. */
export interface LetterRow {
  id: string;
  watch_id: string | null;
  language: string;
  /** JSON. */
  recipient: string;
  /** JSON. */
  content: string;
  state: string;
  attempts: number;
  created_at: Moment;
  due_at: Moment;
  /** Set while `state` is `leased`. */
  lease_until: Moment | null;
}

/** One row a month whose report to the project lead was sent or found empty: "2026-12". */
export interface ReportMonthRow {
  month: string;
}

/** One row a week whose digest was decided, by its Monday. */
export interface DigestWeekRow {
  monday: string;
}

/** The tables of watches, letters and reports. */
export interface NoticeTables {
  watches: WatchRow;
  letters: LetterRow;
  report_months: ReportMonthRow;
  digest_weeks: DigestWeekRow;
}
