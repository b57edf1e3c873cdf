import type { Moment } from './leadTables';

/** One row a key of the Bot Framework's state: a conversation's or a user's. */
export interface BotStateRow {
  key: string;
  /** JSON without the eTag. */
  value: string;
  /** Changes with every write. */
  etag: string;
  updated_at: Moment;
}

/** The table of the Bot Framework's state. */
export interface BotStateTables {
  bot_state: BotStateRow;
}
