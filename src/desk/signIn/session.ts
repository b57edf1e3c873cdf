import type { Request } from '../../http/route';
import type { DeskAccount } from './account';

/** Somebody who is signed in at the desk. */
export interface DeskSession {
  /** Names the session; it opens nothing. */
  readonly id: string;
  readonly account: DeskAccount;
  /** Stands in every form, in the field `jeton` (`csrfField`). */
  readonly csrfToken: string;
  readonly signedInAt: Date;
}

/** The name of the field of `csrfToken` in forms. */
export const csrfField = 'jeton';

/** What the pages of the desk ask about who is there. All throw what the database throws. */
export interface DeskAccess {
  /** The session of a request; undefined: nobody is signed in (or expired, revoked, no longer listed). */
  sessionOf(request: Request): Promise<DeskSession | undefined>;
  /** Whether a POST comes from our own page of this very session (token in the form, Origin / Sec-Fetch-Site). */
  isOwnForm(request: Request, session: DeskSession, form: ReadonlyMap<string, string>): boolean;
  /**
   * Writes down an access to personal data: who, when, what.
   * @param access.kind what was done, in one word such as `read` or `export`
   * @param access.subject a lead's reference or the name of a list; never the data
   */
  record(session: DeskSession, access: { readonly kind: string; readonly subject: string }): Promise<void>;
  /** Ends every session of an account and voids its links, e.g. when the mailbox or a device is lost. */
  revokeAll(email: string): Promise<void>;
}
