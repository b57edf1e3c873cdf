import type { Moment } from './leadTables';

/** One row a sign-in link that can still be used. */
export interface DeskLinkRow {
  /** SHA-256 of the link's key, in hexadecimal. */
  key_hash: string;
  email: string;
  expires_at: Moment;
}

/** One row an open session of the desk. */
export interface DeskSessionRow {
  /** SHA-256 of the session's id, in hexadecimal. */
  id_hash: string;
  email: string;
  signed_in_at: Moment;
  /** At most a minute late. */
  last_seen_at: Moment;
  /** In a few words. */
  browser: string;
}

/** One row an access to personal data. */
export interface DeskAccessRow {
  id: string;
  at: Moment;
  /** Of the person at the desk, never of a visitor. */
  email: string;
  kind: string;
  subject: string;
}

/** The tables of the desk's sign-in. */
export interface DeskAccessTables {
  desk_links: DeskLinkRow;
  desk_sessions: DeskSessionRow;
  desk_accesses: DeskAccessRow;
}
