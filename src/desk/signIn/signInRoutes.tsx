import { readForm } from '../../http/readForm';
import { queryParameter, type Response, type Route } from '../../http/route';
import { accountOf, type DeskAccount } from './account';
import type { AskForLink } from './askForLink';
import { clientOf, isFromOwnSite } from './ownForm';
import { redirect } from './redirect';
import type { RenderDeskPage } from './renderPage';
import type { DeskAccess } from './session';
import type { SignIn } from './signIn';
import type { SignInLinks } from './signInLinks';
import { BadLink, EnterForm, LinkSent, Refused, SignInForm, type SignInWays } from './signInPages';

/** What the pages of signing in need. */
export interface SignInRouteDeps {
  readonly access: DeskAccess;
  readonly accounts: () => readonly DeskAccount[];
  readonly links: SignInLinks;
  readonly askForLink: AskForLink;
  readonly signIn: SignIn;
  readonly ways: SignInWays;
  /** Where people reach the service; undefined: as the request says. */
  readonly publicUrl: string | undefined;
  readonly renderPage: RenderDeskPage;
}

/** `/suivi/connexion` and `/suivi/entrer`: asking for a link by mail, and using it. */
export function signInRoutes(deps: SignInRouteDeps): readonly Route[] {
  const { access, accounts, links, askForLink, signIn, ways, publicUrl, renderPage } = deps;

  function badLink(response: Response): void {
    renderPage(response, 410, { title: 'Ce lien ne sert plus', content: <BadLink /> });
  }

  function askAgain(response: Response, status: number, fault?: string): void {
    renderPage(response, status, {
      title: 'Se connecter au suivi',
      content: <SignInForm ways={ways} fault={fault} />,
    });
  }

  function foreign(response: Response): void {
    renderPage(response, 403, {
      title: 'Accès refusé',
      content: <Refused>Cette demande ne vient pas d’une page du suivi.</Refused>,
    });
  }

  return [
    {
      method: 'get',
      path: '/suivi/connexion',
      async handle(request, response) {
        if (await access.sessionOf(request)) redirect(response, '/suivi');
        else askAgain(response, 200);
      },
    },
    {
      method: 'post',
      path: '/suivi/connexion',
      async handle(request, response) {
        const form = await readForm(request, response);
        if (!form) return;
        const email = form.get('courriel')?.trim() ?? '';
        if (!isFromOwnSite(request, publicUrl)) foreign(response);
        else if (!ways.link) askAgain(response, 503);
        else if (!/^[^\s@]+@[^\s@]+$/.test(email) || email.length > 254) {
          askAgain(response, 400, 'Écrivez une adresse électronique, par exemple prenom.nom@exemple.fr.');
        } else {
          await askForLink(email, clientOf(request));
          renderPage(response, 200, { title: 'Regardez vos courriels', content: <LinkSent /> });
        }
      },
    },
    {
      method: 'get',
      path: '/suivi/entrer',
      async handle(request, response) {
        const key = queryParameter(request, 'cle') ?? '';
        if (!(await links.isOpen(key))) badLink(response);
        else
          renderPage(response, 200, { title: 'Entrer dans le suivi', content: <EnterForm linkKey={key} /> });
      },
    },
    {
      method: 'post',
      path: '/suivi/entrer',
      async handle(request, response) {
        const form = await readForm(request, response);
        if (!form) return;
        if (!isFromOwnSite(request, publicUrl)) {
          foreign(response);
          return;
        }
        const email = await links.take(form.get('cle') ?? '');
        const account = email === undefined ? undefined : accountOf(accounts(), email);
        if (!account) {
          badLink(response);
          return;
        }
        await signIn.enter(request, response, account, 'link');
        redirect(response, '/suivi');
      },
    },
  ];
}
