import type { Route } from '../route';
import type { WebAssets } from '../webAssets';
import { respondAsset } from './assets';

/** `GET /widget.js`: the launcher under a name that stays; sites that pin a version use its hashed name in /assets. */
export function widgetRoute(assets: WebAssets): Route {
  return {
    method: 'get',
    path: '/widget.js',
    handle: (request, response) =>
      respondAsset(request, response, assets, assets.named('widget.js'), 'public, max-age=3600'),
  };
}
