import { normaliseEmail } from './account';
import type { Ids } from '../../shared/ids';
import type { Clock } from '../../shared/time';
import type { DeskAccessRepository, RecordedAccess } from './deskAccessRepository';
import { isFromOwnSite } from './ownForm';
import { isSame } from './secrets';
import { csrfField, type DeskAccess } from './session';
import type { Sessions } from './sessions';
import { sessionCookie } from './signIn';
import type { SignedCookies } from './signedCookies';
import type { SignInLinks } from './signInLinks';

/** How many recorded accesses a page shows. */
const pageSize = 50;

/** One page of the recorded accesses. */
export interface AccessPage {
  /** Latest first. */
  readonly accesses: readonly RecordedAccess[];
  /** Whether there are earlier ones. */
  readonly more: boolean;
}

/** Accesses to personal data, for owners to look at. @param part.page from 1 */
export type ListAccesses = (part: { readonly page: number }) => Promise<AccessPage>;

/** @param deps.publicUrl where people reach the service; undefined: as the request says */
export function createDeskAccess(deps: {
  readonly sessions: Sessions;
  readonly links: SignInLinks;
  readonly kept: DeskAccessRepository['accesses'];
  readonly cookies: SignedCookies;
  readonly publicUrl: string | undefined;
  readonly clock: Clock;
  readonly ids: Ids;
}): DeskAccess & { readonly accesses: ListAccesses } {
  const { sessions, links, kept, cookies, publicUrl, clock, ids } = deps;
  return {
    async sessionOf(request) {
      const secret = cookies.read(request, sessionCookie);
      return secret === undefined ? undefined : sessions.find(secret);
    },
    isOwnForm: (request, session, form) =>
      isFromOwnSite(request, publicUrl) && isSame(form.get(csrfField) ?? '', session.csrfToken),
    record: (session, { kind, subject }) =>
      kept.add({ id: ids.uuid(), at: clock(), email: session.account.email, kind, subject }),
    async revokeAll(email) {
      const address = normaliseEmail(email);
      await links.endAll(address);
      await sessions.endAll(address);
    },
    async accesses({ page }) {
      const rows = await kept.list({ offset: (page - 1) * pageSize, limit: pageSize + 1 });
      return { accesses: rows.slice(0, pageSize), more: rows.length > pageSize };
    },
  };
}
