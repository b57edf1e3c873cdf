import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Response } from 'restify';
import { respondHtml } from '../http/respond';
import type { WebAssets } from '../http/webAssets';
import { deskTexts as texts } from './desk.fr';
import type { DeskAccount } from './signIn/account';
import type { DeskSession } from './signIn/session';

/** What stands at the top of a page after something was done or could not be. */
export interface DeskNotice {
  readonly kind: 'done' | 'fault';
  readonly text: string;
  /** What belongs to it, such as the button that takes a step back. */
  readonly after?: ComponentChildren;
}

/** A page of the desk, without what all of them share. */
export interface DeskPage {
  readonly title: string;
  /** What waits, told with the title in the browser's tab; 0 by default. */
  readonly waiting?: number;
  readonly content: ComponentChildren;
  /** Undefined: nobody is signed in, and there is no menu. */
  readonly session?: DeskSession | undefined;
  /** Address of the section that the page belongs to. */
  readonly section?: string | undefined;
  readonly notice?: DeskNotice | undefined;
  /** Shows by itself what has changed meanwhile. */
  readonly live?: boolean;
  /** As printed: without menu and forms. */
  readonly forPrint?: boolean;
}

/** Answers with a page. It is kept nowhere, framed by nobody, and its address is told to nobody. */
export type RespondDesk = (response: Response, status: number, page: DeskPage) => void;

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** @param deps.programme what the desk is for, in its header */
export function createRespondDesk(deps: {
  readonly programme: string;
  readonly assets: Pick<WebAssets, 'named'>;
}): RespondDesk {
  return (response, status, page) => {
    const html = renderToString(<Frame {...deps} page={page} />);
    respondHtml(response, status, `<!doctype html>\n${html}`, {
      'Content-Security-Policy': policy,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'same-origin',
      'X-Robots-Tag': 'noindex',
    });
  };
}

/** The sections that an account sees, in the order of the menu. */
export function sectionsOf({ recipientId, editor, owner }: DeskAccount) {
  const { sections } = texts;
  const knows = editor || owner;
  return [
    ...(recipientId !== undefined || owner ? [sections.leads] : []),
    ...(knows ? [sections.questions, sections.pages] : []),
    sections.figures,
    ...(owner ? [sections.accesses] : []),
  ];
}

function Frame({
  programme,
  assets,
  page,
}: {
  readonly programme: string;
  readonly assets: Pick<WebAssets, 'named'>;
  readonly page: DeskPage;
}) {
  const { title, notice, session, waiting = 0, forPrint = false } = page;
  const told = [waiting > 0 && `(${waiting})`, notice && `${notice.text} –`, title].filter(Boolean).join(' ');
  return (
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${told} – ${texts.name}`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={`/assets/${assets.named('desk.css').file}`} />
        <script src={`/assets/${assets.named('desk.js').file}`} defer />
      </head>
      <body class={forPrint ? 'print' : undefined}>
        <a class="skip" href="#contenu">
          {texts.skip}
        </a>
        <header>
          <p class="name">
            {texts.name} <span class="soft">{programme}</span>
          </p>
          {session && !forPrint ? <Menu session={session} section={page.section} /> : undefined}
        </header>
        <main id="contenu" data-live={page.live ? '' : undefined}>
          <h1>{title}</h1>
          {notice ? <Notice {...notice} /> : undefined}
          {page.content}
        </main>
      </body>
    </html>
  );
}

function Menu({ session, section }: { readonly session: DeskSession; readonly section: string | undefined }) {
  return (
    <>
      <nav aria-label={texts.menu}>
        <ul>
          {sectionsOf(session.account).map(({ href, label }) => (
            <li key={href}>
              <a href={href} aria-current={href === section ? 'page' : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="who">
        <a href="/suivi/sessions">{session.account.name}</a>
        <DeskForm to="/suivi/sortir" session={session}>
          <button class="quiet small">{texts.signOut}</button>
        </DeskForm>
      </div>
    </>
  );
}

function Notice({ kind, text, after }: DeskNotice) {
  return (
    <div class={kind === 'done' ? 'notice' : 'notice fault'} role={kind === 'done' ? 'status' : 'alert'}>
      <p>{text}</p>
      {after}
    </div>
  );
}

/** A form of the desk: it bears the token that tells our own forms from others. */
export function DeskForm(props: {
  readonly to: string;
  readonly session: DeskSession;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly class?: string;
  readonly children: ComponentChildren;
}) {
  return (
    <form method="post" action={props.to} class={props.class}>
      {Object.entries({ ...props.hidden, jeton: props.session.csrfToken }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {props.children}
    </form>
  );
}

/** HTML that another room has made, escaped already. */
export const Html = ({ html, inline }: { readonly html: string; readonly inline?: boolean }) =>
  inline ? (
    <span dangerouslySetInnerHTML={{ __html: html }} />
  ) : (
    <div dangerouslySetInnerHTML={{ __html: html }} />
  );
