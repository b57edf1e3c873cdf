import type { ColumnType } from 'kysely';

/** A moment as ISO 8601 text in UTC with milliseconds (`Date.toISOString`): sorts as time does, in every database. */
export type Moment = string;

/** Given once, when the row is inserted. */
type Fixed<T> = ColumnType<T, T, never>;

/** One row a lead. Personal data stand in `content` only, so that erasing has one place to go to. */
export interface LeadRow {
  id: Fixed<string>;
  /** Unique. */
  reference: Fixed<string>;
  /** Unique: the form's own id, which makes a repeated submission harmless. */
  submission_id: Fixed<string>;
  created_at: Fixed<Moment>;
  channel_id: Fixed<string>;
  conversation_id: Fixed<string>;
  /** JSON with a version of its own: `leadCodec`. */
  content: string;
}

/** One row a delivery of a lead to a recipient. */
export interface OutboxEntryRow {
  id: Fixed<string>;
  lead_id: Fixed<string>;
  kind: Fixed<string>;
  recipient_id: Fixed<string>;
  /** JSON: the recipient as known when the lead was recorded. */
  recipient: string;
  state: string;
  attempts: number;
  created_at: Fixed<Moment>;
  due_at: Moment;
  /** Set while `state` is `leased`. */
  lease_until: Moment | null;
}

/** One row an attempt, written when it begins. Without `finished_at`: a crash, so nobody knows what was accepted. */
export interface DeliveryAttemptRow {
  entry_id: Fixed<string>;
  /** From 1. */
  number: Fixed<number>;
  started_at: Fixed<Moment>;
  finished_at: Moment | null;
  outcome: string | null;
  code: string | null;
  detail: string | null;
  remote_id: string | null;
}

/** The tables of leads and of their way to the recipients. */
export interface LeadTables {
  leads: LeadRow;
  outbox_entries: OutboxEntryRow;
  delivery_attempts: DeliveryAttemptRow;
}
