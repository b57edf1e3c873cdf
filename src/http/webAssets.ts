import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod/v4';
import { AppError } from '../shared/errors';

const manifestSchema = z.record(
  z.string(),
  z.object({ file: z.string().regex(/^[\w.-]+$/), contentType: z.string(), integrity: z.string() }),
);

/** A file for browsers, as built. */
export interface WebAsset {
  /** Its name with a hash of its content: may be cached for ever. */
  readonly file: string;
  readonly contentType: string;
  /** For `integrity` attributes. */
  readonly integrity: string;
}

export type Encoding = 'br' | 'gzip' | 'identity';

/** The files that the build made for browsers. */
export interface WebAssets {
  /** The asset of a plain name such as `chat.js`. */
  named(name: string): WebAsset;
  /** The asset of a hashed file name; undefined when there is none. */
  withFile(file: string): WebAsset | undefined;
  /** Its bytes in an encoding; kept in memory once read. */
  read(asset: WebAsset, encoding: Encoding): Promise<Buffer>;
}

/**
 * Reads the build's manifest.
 * @param dir `dist/web`
 * @throws AppError WEB_ASSETS_MISSING
 */
export function readWebAssets(dir: string): WebAssets {
  const path = join(dir, 'manifest.json');
  if (!existsSync(path)) {
    throw new AppError(
      'WEB_ASSETS_MISSING',
      `${path} is missing: run "npm run build", which makes the web pages`,
    );
  }
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const byFile = new Map(Object.values(manifest).map((asset) => [asset.file, asset]));
  const contents = new Map<string, Promise<Buffer>>();
  const suffix = { br: '.br', gzip: '.gz', identity: '' };
  return {
    named(name) {
      const asset = manifest[name];
      if (!asset)
        throw new AppError('WEB_ASSETS_MISSING', `${path} does not name ${name}: run "npm run build"`);
      return asset;
    },
    withFile: (file) => byFile.get(file),
    read(asset, encoding) {
      const file = join(dir, asset.file + suffix[encoding]);
      const known = contents.get(file) ?? readFile(file);
      contents.set(file, known);
      return known;
    },
  };
}

/** The best encoding that a browser takes. */
export function encodingFor(acceptEncoding: string | string[] | undefined): Encoding {
  const accepted = String(acceptEncoding ?? '')
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => !/;\s*q=0(\.0+)?$/.test(part))
    .map((part) => part.split(';')[0]);
  if (accepted.includes('br')) return 'br';
  return accepted.includes('gzip') ? 'gzip' : 'identity';
}
