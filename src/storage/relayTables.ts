import type { Moment } from './leadTables';

/** One row a live relay. */
export interface RelayRow {
  id: string;
  lead_id: string;
  conversation_id: string;
  recipient_id: string;
  user_id: string;
  visitor_name: string;
  recipient_name: string;
  language: string;
  started_at: Moment;
  last_at: Moment;
  ended_at: Moment | null;
  /** Since when its exchange stands with the lead. */
  kept_at: Moment | null;
}

/** One row a message of a relay, until it is over. */
export interface RelayMessageRow {
  id: string;
  relay_id: string;
  /** Grows with each message of a relay. */
  number: number;
  at: Moment;
  sender: string;
  receiver: string;
  text: string;
  handoff: string | null;
  /** `due`, or `over`: delivered, or given up. */
  state: string;
  attempts: number;
  /** Not before; while a dispatcher has it, when its lease ends. */
  due_at: Moment;
}

/** The tables of live relays. */
export interface RelayTables {
  relays: RelayRow;
  relay_messages: RelayMessageRow;
}
