import type { Request } from 'restify';
import type { DeskAccount } from './account';

/** Somebody who is signed in, in one browser. */
export interface DeskSession {
  readonly id: string;
  readonly account: DeskAccount;
  /** Stands in every form. */
  readonly csrfToken: string;
  readonly signedInAt: Date;
}

/** Who may do what at the desk. */
export interface DeskAccess {
  /** The session of a request; undefined: nobody is signed in (or expired, revoked, no longer listed). */
  sessionOf(request: Request): Promise<DeskSession | undefined>;
  /** Whether a POST comes from our own page of this very session (token in the form, Origin / Sec-Fetch-Site). */
  isOwnForm(request: Request, session: DeskSession, form: ReadonlyMap<string, string>): boolean;
  /** Writes down an access to personal data: who, when, what (a lead's reference or a list), never the data. */
  record(session: DeskSession, access: { readonly kind: string; readonly subject: string }): Promise<void>;
  /** Ends every session of an account, e.g. when it is lost. */
  revokeAll(email: string): Promise<void>;
}
