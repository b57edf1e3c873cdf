import type { Request, Response } from 'restify';
import { readForm } from '../http/readForm';
import type { Route } from '../http/route';
import type { RespondDesk } from './deskPage';
import { deskTexts as texts } from './desk.fr';
import type { DeskAccount } from './signIn/account';
import type { DeskAccess, DeskSession } from './signIn/session';

/** What a page asks of whoever opens it. */
export type Right = 'any' | 'leads' | 'knowledge' | 'owner';

const has: Readonly<Record<Right, (account: DeskAccount) => boolean>> = {
  any: () => true,
  leads: ({ recipientId, owner }) => recipientId !== undefined || owner,
  knowledge: ({ editor, owner }) => editor || owner,
  owner: ({ owner }) => owner,
};

/** Addresses of the desk. Nobody gets to a handler without a session and the right that it asks for. */
export interface Guard {
  page(
    path: string,
    right: Right,
    handle: (request: Request, response: Response, session: DeskSession) => Promise<void>,
  ): Route;
  /** A form's address. The form has been read, and is our own. @param maxBytes 16 KiB by default */
  form(
    path: string,
    right: Right,
    handle: (
      request: Request,
      response: Response,
      session: DeskSession,
      form: ReadonlyMap<string, string>,
    ) => Promise<void>,
    maxBytes?: number,
  ): Route;
  /** Answers that there is nothing here for this account: the same whether it exists or not. */
  refuse(response: Response, session: DeskSession): void;
}

export function createGuard(deps: { readonly access: DeskAccess; readonly respond: RespondDesk }): Guard {
  const { access, respond } = deps;

  const refuse: Guard['refuse'] = (response, session) => {
    const { title, explain, back } = texts.forbidden;
    respond(response, 403, {
      title,
      session,
      content: (
        <>
          <p>{explain}</p>
          <p>
            <a href="/suivi">{back}</a>
          </p>
        </>
      ),
    });
  };

  /** @returns undefined when the request has been answered */
  const admitted = async (request: Request, response: Response, right: Right) => {
    const session = await access.sessionOf(request);
    if (!session) {
      const wanted = request.method === 'POST' ? '/suivi' : (request.url ?? '/suivi');
      respondElsewhere(response, `/suivi/connexion?retour=${encodeURIComponent(wanted)}`);
      return undefined;
    }
    if (has[right](session.account)) return session;
    refuse(response, session);
    return undefined;
  };

  return {
    refuse,
    page: (path, right, handle) => ({
      method: 'get',
      path,
      async handle(request, response) {
        const session = await admitted(request, response, right);
        if (session) await handle(request, response, session);
      },
    }),
    form: (path, right, handle, maxBytes) => ({
      method: 'post',
      path,
      async handle(request, response) {
        const session = await admitted(request, response, right);
        if (!session) return;
        const form = await readForm(request, response, maxBytes);
        if (!form) return;
        if (access.isOwnForm(request, session, form)) await handle(request, response, session, form);
        else {
          respond(response, 403, {
            title: texts.forbidden.title,
            session,
            notice: { kind: 'fault', text: texts.expired },
            content: <a href="/suivi">{texts.forbidden.back}</a>,
          });
        }
      },
    }),
  };
}

/** Sends the browser to another page of ours, by GET: loading it again repeats nothing. */
export function respondElsewhere(response: Response, to: string): void {
  response.sendRaw(303, '', { Location: to, 'Cache-Control': 'no-store' });
}
