import { languageOf } from '../../../web/texts';
import { newNonce, pagePolicy } from '../contentSecurity';
import { homePage } from '../homePage';
import { respondHtml } from '../respond';
import { queryParameter, type Route } from '../route';
import type { Site } from '../site';

/** `GET /`: a sample site with the assistant on it. */
export function homeRoute(site: Site): Route {
  return {
    method: 'get',
    path: '/',
    async handle(request, response) {
      const nonce = newNonce();
      const language = languageOf(queryParameter(request, 'lang'));
      respondHtml(response, 200, homePage({ language, site, nonce }), {
        'Content-Security-Policy': pagePolicy(nonce),
      });
    },
  };
}
