import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError, codeOf } from '../shared/errors';

/**
 * The key that signs the website's tokens: read from `path`, or made there at the first start (readable by the service's
 * user only). Removing the file signs every visitor out and nothing more.
 * @throws AppError DIRECT_LINE_UNAVAILABLE when the file can be neither read nor made, or holds something else
 */
export function readSigningKey(path: string): Buffer {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    try {
      writeFileSync(path, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 });
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64url');
    if (key.length !== 32) {
      throw new AppError(
        'DIRECT_LINE_UNAVAILABLE',
        `${path} holds ${key.length} bytes instead of the 32 of a signing key; delete it, a new one is made at start`,
      );
    }
    return key;
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError(
      'DIRECT_LINE_UNAVAILABLE',
      `the signing key ${path} cannot be read or made (${codeOf(cause)}); check that DATA_DIR may be written to`,
      { cause },
    );
  }
}
