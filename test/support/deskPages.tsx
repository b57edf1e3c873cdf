import { render } from 'preact-render-to-string';
import { newNonce, pagePolicy } from '../../src/http/contentSecurity';
import { respondHtml } from '../../src/http/respond';
import type { RenderDeskPage } from '../../src/desk/signIn/renderPage';

/** The least that a page of the desk may be. */
export const renderBarePage: RenderDeskPage = (response, status, { title, content }) =>
  respondHtml(
    response,
    status,
    `<!doctype html>${render(
      <html lang="fr">
        <head>
          <title>{title}</title>
        </head>
        <body>
          <main>
            <h1>{title}</h1>
            {content}
          </main>
        </body>
      </html>,
    )}`,
    {
      'Content-Security-Policy': pagePolicy(newNonce()),
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'same-origin',
    },
  );
