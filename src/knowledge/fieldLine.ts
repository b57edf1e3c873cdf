import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The line, from 1, on which a field of a page's head stands; 1 when it cannot be found.
 * @param folders knowledge folders, in the order in which they are read
 * @param file the page's, relative to its folder
 * @param name as editors write it: `fermeture`
 */
export function fieldLine(folders: readonly string[], file: string, name: string): number {
  const path = folders.map((folder) => join(folder, file)).find((one) => existsSync(one));
  if (path === undefined) return 1;
  const lines = readFileSync(path, 'utf8').split('\n');
  const at = lines.findIndex((line) => line.trimStart().startsWith(`${name}:`));
  return at < 0 ? 1 : at + 1;
}
