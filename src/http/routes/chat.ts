import { languageOf } from '../../../web/texts';
import { chatPage } from '../chatPage';
import { chatPolicy, newNonce } from '../contentSecurity';
import type { Origins } from '../origins';
import { respondHtml } from '../respond';
import { queryParameter, type Route } from '../route';
import type { Site } from '../site';
import type { WebAssets } from '../webAssets';

/** `GET /chat`: the page of the chat, alone or in a frame on an allowed site. */
export function chatRoute(deps: {
  readonly site: Site;
  readonly assets: WebAssets;
  readonly origins: Origins;
  readonly directLineUrls: readonly string[];
}): Route {
  const { site, assets, origins, directLineUrls } = deps;
  return {
    method: 'get',
    path: '/chat',
    async handle(request, response) {
      const nonce = newNonce();
      const language = languageOf(queryParameter(request, 'lang'));
      const { host } = request.headers;
      respondHtml(response, 200, chatPage({ language, site, assets, nonce }), {
        'Content-Security-Policy': chatPolicy({ nonce, host, origins, directLineUrls }),
      });
    },
  };
}
