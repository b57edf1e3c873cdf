import { createTriesLimit } from '../../http/triesLimit';
import { minutes, type Clock } from '../../shared/time';
import { accountOf, normaliseEmail, type DeskAccount } from './account';
import { hashOf } from './secrets';
import type { SignInLinks } from './signInLinks';

/** How often a link may be asked for in a period: for one address, and by one client. */
const mostPerAddress = 5;
const mostPerClient = 20;
const periodMs = minutes(15);

/** Sends a link to an address, if it is listed and not asked for too often; the caller never learns whether. */
export type AskForLink = (email: string, client: string) => Promise<void>;

/** @param deps.send brings an account its key. Throws what sending and the database throw */
export function createAskForLink(deps: {
  readonly accounts: () => readonly DeskAccount[];
  readonly links: SignInLinks;
  readonly send: (account: DeskAccount, key: string) => Promise<void>;
  readonly clock: Clock;
}): AskForLink {
  const { accounts, links, send, clock } = deps;
  const byAddress = createTriesLimit({ clock, most: mostPerAddress, periodMs });
  const byClient = createTriesLimit({ clock, most: mostPerClient, periodMs });
  return async (email, client) => {
    // Hashed, so that what strangers type takes the same little memory.
    const address = hashOf(normaliseEmail(email));
    if (byClient.isReached(client) || byAddress.isReached(address)) return;
    byClient.failed(client);
    byAddress.failed(address);
    const account = accountOf(accounts(), email);
    if (account) await send(account, await links.issue(account.email));
    else await links.pretend();
  };
}
