import { readForm } from '../../http/readForm';
import { queryParameter, type Request, type Response, type Route } from '../../http/route';
import { redirect } from './redirect';
import type { RenderDeskPage } from './renderPage';
import type { DeskAccess, DeskSession } from './session';
import type { Sessions } from './sessions';
import type { SignIn } from './signIn';
import { Refused, SessionList } from './signInPages';

/** What the pages of one's own sessions need. */
export interface SessionRouteDeps {
  readonly access: DeskAccess;
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  readonly timeZone: string;
  readonly renderPage: RenderDeskPage;
}

/** `/suivi/sortir` and `/suivi/sessions`: ending this session, looking at one's own and ending the others. */
export function sessionRoutes(deps: SessionRouteDeps): readonly Route[] {
  const { access, sessions, signIn, timeZone, renderPage } = deps;
  const writer = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone });

  /** The session whose own form this is; otherwise the request has been answered. */
  async function ownForm(request: Request, response: Response): Promise<DeskSession | undefined> {
    const form = await readForm(request, response);
    if (!form) return undefined;
    const session = await access.sessionOf(request);
    if (!session) {
      redirect(response, '/suivi/connexion');
      return undefined;
    }
    if (access.isOwnForm(request, session, form)) return session;
    renderPage(response, 403, {
      title: 'Accès refusé',
      content: <Refused>Cette demande ne vient pas de votre session : rien n’a été changé.</Refused>,
      session,
    });
    return undefined;
  }

  return [
    {
      method: 'post',
      path: '/suivi/sortir',
      async handle(request, response) {
        const session = await ownForm(request, response);
        if (!session) return;
        await sessions.end(session);
        signIn.leave(request, response);
        redirect(response, '/suivi/connexion');
      },
    },
    {
      method: 'get',
      path: '/suivi/sessions',
      async handle(request, response) {
        const session = await access.sessionOf(request);
        if (!session) {
          redirect(response, '/suivi/connexion');
          return;
        }
        renderPage(response, 200, {
          title: 'Vos sessions',
          content: (
            <SessionList
              session={session}
              sessions={await sessions.of(session.account)}
              moment={(at) => writer.format(at)}
              done={queryParameter(request, 'fermees') !== undefined}
            />
          ),
          session,
        });
      },
    },
    {
      method: 'post',
      path: '/suivi/sessions',
      async handle(request, response) {
        const session = await ownForm(request, response);
        if (!session) return;
        await sessions.endOthers(session);
        redirect(response, '/suivi/sessions?fermees');
      },
    },
  ];
}
