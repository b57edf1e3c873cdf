import { join } from 'node:path';
import { composeRouting, timeZone } from './composeRouting';
import type { Config } from './config';
import { createAskForLink } from './desk/signIn/askForLink';
import { createDeskAccess, type ListAccesses } from './desk/signIn/access';
import type { DeskAccount } from './desk/signIn/account';
import { listAccounts } from './desk/signIn/accounts';
import { createOidcSignIn } from './desk/signIn/oidc';
import { isEntra } from './desk/signIn/oidcEmail';
import { oidcRoutes } from './desk/signIn/oidcRoutes';
import type { RenderDeskPage } from './desk/signIn/renderPage';
import type { DeskAccess } from './desk/signIn/session';
import { sessionRoutes } from './desk/signIn/sessionRoutes';
import { createSessions } from './desk/signIn/sessions';
import { createSignedCookies } from './desk/signIn/signedCookies';
import { createSignIn } from './desk/signIn/signIn';
import { createSignInLinks, linkMinutes } from './desk/signIn/signInLinks';
import { signInRoutes } from './desk/signIn/signInRoutes';
import { readSigningKey } from './directline/signingKey';
import type { Route } from './http/route';
import type { Corpus } from './knowledge/corpus';
import type { Letter } from './notices/letter';
import { isLoopbackHost } from './shared/loopback';
import type { World } from './shared/world';
import { createDeskAccessRepository } from './storage/deskAccessRepository';
import type { OpenDatabase } from './storage/openDatabase';

/** Who may sign in at the desk, and the pages by which they do. */
export interface DeskAccessServices {
  readonly access: DeskAccess;
  readonly accesses: ListAccesses;
  /** Whoever may sign in at this moment. */
  readonly accounts: () => readonly DeskAccount[];
  readonly routes: readonly Route[];
  /** Prints a link for the owner when no mail can bring one and only this machine is served. @param service.url where it listens */
  start(service: { readonly url: string }): Promise<void>;
  /** Deletes links, sessions and recorded accesses whose time is up. Throws what the database throws. */
  forgetOld(): Promise<void>;
}

/** Months for which accesses to personal data stay recorded. */
const accessMonths = 12;

/**
 * Joins everything about signing in. It starts nothing.
 * @param corpus the knowledge at this moment: who leaves it is out at the next request
 * @param deps.sendLetter keeps a letter and tries it at once
 * @param deps.print writes a line on the operator's screen, apart from the log; standard output by default
 */
export function composeDeskAccess(
  config: Config,
  corpus: () => Corpus,
  db: OpenDatabase,
  { clock, ids, log }: World,
  deps: {
    readonly renderPage: RenderDeskPage;
    readonly sendLetter: (letter: Letter) => Promise<void>;
    readonly print?: (line: string) => void;
  },
): DeskAccessServices {
  const { renderPage, sendLetter, print = (line) => void process.stdout.write(`${line}\n`) } = deps;
  const { publicUrl } = config;
  const { editors, owners, oidc } = config.desk;
  const isLocal = isLoopbackHost(hostName(config.host));
  const prints = isLocal && config.mail.smtpUrl === undefined;
  let baseUrl = publicUrl ?? `http://localhost:${config.port}`;

  const accounts = (): readonly DeskAccount[] => {
    const now = corpus();
    const recipients = composeRouting(corpus, config).all();
    return listAccounts({ recipients, defaultId: now.contact.id, editors, owners });
  };
  const key = readSigningKey(join(config.dataDir, 'desk.key'));
  const cookies = createSignedCookies(key, publicUrl?.startsWith('https:') ?? false);
  const kept = createDeskAccessRepository(db);
  const links = createSignInLinks({ kept: kept.links, clock });
  const sessions = createSessions({ kept: kept.sessions, accounts, key, clock });
  const signIn = createSignIn({ sessions, cookies, log });
  const { accesses, ...access } = createDeskAccess({
    sessions,
    links,
    kept: kept.accesses,
    cookies,
    publicUrl,
    clock,
    ids,
  });

  const linkOf = (linkKey: string): string => `${baseUrl}/suivi/entrer?cle=${linkKey}`;
  const printLink = (linkKey: string): void =>
    print(`Suivi : ${linkOf(linkKey)} (sert une fois, pendant ${linkMinutes} minutes)`);
  const send = async ({ name, email }: DeskAccount, linkKey: string): Promise<void> => {
    if (prints) printLink(linkKey);
    await sendLetter({
      id: ids.uuid(),
      watchId: undefined,
      language: 'fr',
      to: { name, email },
      content: { kind: 'signIn', link: linkOf(linkKey), minutes: linkMinutes, desk: `${baseUrl}/suivi` },
      createdAt: clock(),
    });
  };
  const askForLink = createAskForLink({ accounts, links, send, clock });
  const ways = {
    link: prints || config.mail.smtpUrl !== undefined,
    provider: oidc && (isEntra(oidc.issuer) ? 'Microsoft' : 'votre organisation'),
  };

  return {
    access,
    accesses,
    accounts,
    routes: [
      ...signInRoutes({ access, accounts, links, askForLink, signIn, ways, publicUrl, renderPage }),
      ...sessionRoutes({ access, sessions, signIn, timeZone, renderPage }),
      ...(oidc
        ? oidcRoutes({
            oidc: createOidcSignIn(oidc),
            accounts,
            signIn,
            cookies,
            baseUrl: () => baseUrl,
            clock,
            log,
            renderPage,
          })
        : []),
    ],
    async start({ url }) {
      // With PORT=0 the port is known only now.
      if (isLocal) baseUrl = url;
      if (!prints) return;
      const owner = accounts().find((account) => account.owner);
      if (owner) printLink(await links.issue(owner.email));
    },
    async forgetOld() {
      await links.forgetOld();
      await sessions.forgetOld();
      const oldest = clock();
      oldest.setUTCMonth(oldest.getUTCMonth() - accessMonths);
      await kept.accesses.removeBefore(oldest);
    },
  };
}

/** As a URL holds it: an IPv6 address stands in brackets. */
const hostName = (host: string): string => (host.includes(':') ? `[${host}]` : host);
