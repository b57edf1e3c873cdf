import { momentHtml } from '../../http/momentHtml';
import { queryParameter, type Route } from '../../http/route';
import { Html, type RespondDesk } from '../deskPage';
import type { Guard } from '../guard';
import type { ListAccesses } from './access';

const texts = {
  title: 'Accès aux données personnelles',
  explain:
    'Qui a ouvert quoi, sans le contenu. Gardé douze mois. « list » : la liste des demandes ; « lead » : une demande ; « export » : un téléchargement.',
  columns: { at: 'Quand', who: 'Qui', what: 'Quoi', subject: 'Lequel' },
  none: 'Aucun accès pour l’instant.',
  pages: { label: 'Pages de la liste', previous: 'Plus récents', next: 'Plus anciens' },
} as const;

/** `/suivi/acces`: who looked at personal data, for owners. */
export function accessRoutes(accesses: ListAccesses, guard: Guard, respond: RespondDesk): readonly Route[] {
  return [
    guard.page('/suivi/acces', 'owner', async (request, response, session) => {
      const asked = Number(queryParameter(request, 'page') ?? 1);
      const page = Number.isInteger(asked) && asked > 0 ? asked : 1;
      const { accesses: listed, more } = await accesses({ page });
      const { columns, pages } = texts;
      respond(response, 200, {
        title: texts.title,
        session,
        section: '/suivi/acces',
        content: (
          <>
            <p class="soft">{texts.explain}</p>
            {listed.length === 0 ? (
              <p>{texts.none}</p>
            ) : (
              <div class="table" tabIndex={0} role="region" aria-label={texts.title}>
                <table>
                  <thead>
                    <tr>
                      <th scope="col">{columns.at}</th>
                      <th scope="col">{columns.who}</th>
                      <th scope="col">{columns.what}</th>
                      <th scope="col">{columns.subject}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {listed.map(({ at, email, kind, subject }, i) => (
                      <tr key={i}>
                        <td>
                          <Html inline html={momentHtml(at, 'fr')} />
                        </td>
                        <td>{email}</td>
                        <td>{kind}</td>
                        <td>{subject}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
            <nav aria-label={pages.label}>
              <ul class="tabs">
                {page > 1 ? (
                  <li>
                    <a href={`/suivi/acces?page=${page - 1}`}>{pages.previous}</a>
                  </li>
                ) : undefined}
                {more ? (
                  <li>
                    <a href={`/suivi/acces?page=${page + 1}`}>{pages.next}</a>
                  </li>
                ) : undefined}
              </ul>
            </nav>
          </>
        ),
      });
    }),
  ];
}
