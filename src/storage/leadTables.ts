import type { ColumnType } from 'kysely';

/** A moment as ISO 8601 text in UTC with milliseconds (`Date.toISOString`): sorts as time does, in every database. */
export type Moment = string;

/** Given once, when the row is inserted. */
type Fixed<T> = ColumnType<T, T, never>;

/** One row a lead. Personal data stand in `content`, and in what is made of it for searching. */
export interface LeadRow {
  id: Fixed<string>;
  /** Unique. */
  reference: Fixed<string>;
  /** Unique: the form's own id, which makes a repeated submission harmless. */
  submission_id: Fixed<string>;
  created_at: Fixed<Moment>;
  channel_id: Fixed<string>;
  /** Empty once the lead is erased. */
  conversation_id: string;
  /** JSON with a version of its own: `leadCodec`. Empty once the lead is erased. */
  content: string;
  state: string;
  assignee_id: string | null;
  outcome: string | null;
  /** JSON: array of ids. */
  recipient_ids: string;
  /** Number of the last step. */
  version: number;
  /** Since when it is closed. */
  closed_at: Moment | null;
  erased_at: Moment | null;
  /** What it is found by; null once the lead is erased, and in a lead of an early release until it was made findable. */
  search_text: string | null;
  /** See `companyKeyOf`; null once the lead is erased. */
  company_key: string | null;
  /** From here on: what statistics need after an erasure. */
  language: Fixed<string>;
  /** Name of the intercommunality of a site inside the territory. */
  intercommunality: Fixed<string | null>;
  /** Staff band and INSEE code of the project's commune: neither identifies a company by itself. */
  size_band: Fixed<string | null>;
  commune_code: Fixed<string | null>;
  /** JSON: array of page ids. */
  schemes: Fixed<string>;
  /** The last one given. */
  rating: number | null;
}

/** One row a step of a lead's history. */
export interface LeadStepRow {
  id: Fixed<string>;
  lead_id: Fixed<string>;
  /** Unique for each lead. */
  number: Fixed<number>;
  at: Fixed<Moment>;
  kind: Fixed<string>;
  actor_kind: Fixed<string>;
  actor_id: Fixed<string | null>;
  state: Fixed<string>;
  assignee_id: Fixed<string | null>;
  /** JSON: array of ids. */
  recipient_ids: Fixed<string | null>;
  outcome: Fixed<string | null>;
  rating: Fixed<number | null>;
  /** Words of a person; null once the lead is erased. */
  note: string | null;
  undoes: Fixed<number | null>;
}

/** One row a message about a lead to a recipient by one way. */
export interface OutboxEntryRow {
  id: Fixed<string>;
  lead_id: Fixed<string>;
  kind: Fixed<string>;
  message: Fixed<string>;
  occasion: Fixed<string>;
  recipient_id: Fixed<string>;
  /** JSON: the recipient as known when the entry was made; the id alone once the lead is erased. */
  recipient: string;
  state: string;
  attempts: number;
  /** Moves when an operator sends a given-up entry on its way again. */
  created_at: Moment;
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
  lead_steps: LeadStepRow;
  outbox_entries: OutboxEntryRow;
  delivery_attempts: DeliveryAttemptRow;
}
