import type { Moment } from './leadTables';

/** One row a conversation on the website. */
export interface DirectLineConversationRow {
  id: string;
  user_id: string;
  created_at: Moment;
  /** The sequence of the youngest activity ever recorded, 0 at first; never goes back, even when activities are removed. */
  last_sequence: number;
  last_activity_at: Moment;
}

/** One row an activity. The visitor's words stand in `content` only. */
export interface DirectLineActivityRow {
  conversation_id: string;
  sequence: number;
  recorded_at: Moment;
  /** Unique in its conversation: the client's own id of a message, which makes sending it again harmless. */
  client_activity_id: string | null;
  /** JSON: the activity without id and timestamp. */
  content: string;
}

/** The tables of the website's conversations. */
export interface DirectLineTables {
  direct_line_conversations: DirectLineConversationRow;
  direct_line_activities: DirectLineActivityRow;
}
