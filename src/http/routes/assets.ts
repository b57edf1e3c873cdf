import type { Request, Response } from 'restify';
import { respondError } from '../respond';
import { pathParameter, type Route } from '../route';
import { encodingFor, type WebAsset, type WebAssets } from '../webAssets';

/** `GET /assets/:file`: what the build made for browsers. The name holds a hash, so browsers keep it for ever. */
export function assetsRoute(assets: WebAssets): Route {
  return {
    method: 'get',
    path: '/assets/:file',
    async handle(request, response) {
      const asset = assets.withFile(pathParameter(request, 'file'));
      if (!asset) {
        respondError(
          response,
          404,
          'REQUEST_INVALID',
          'there is no such file; reload the page that names it',
        );
        return;
      }
      await respondAsset(request, response, assets, asset, 'public, max-age=31536000, immutable');
    },
  };
}

/** Answers with an asset in the best encoding, or with 304 when the browser has it. */
export async function respondAsset(
  request: Request,
  response: Response,
  assets: WebAssets,
  asset: WebAsset,
  cacheControl: string,
): Promise<void> {
  const encoding = encodingFor(request.headers['accept-encoding']);
  const etag = `"${asset.file}-${encoding}"`;
  const headers: Record<string, string> = {
    'Content-Type': asset.contentType,
    'Cache-Control': cacheControl,
    ETag: etag,
    Vary: 'Accept-Encoding',
    // Sites that embed the launcher may pin it with `integrity`, which needs this.
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  };
  if (request.headers['if-none-match'] === etag) {
    response.sendRaw(304, '', headers);
    return;
  }
  if (encoding !== 'identity') headers['Content-Encoding'] = encoding;
  response.sendRaw(200, await assets.read(asset, encoding), headers);
}
