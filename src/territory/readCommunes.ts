import { existsSync, readFileSync } from 'node:fs';
import type { Commune } from './commune';

/** First line of the list that is no comment: the names of its columns. */
export const communeColumns = 'code;nom;codes_postaux;intercommunalite;anciens_noms';

/**
 * Reads the list of communes that `scripts/buildCommunes.js` makes, in its order (largest first). Takes some tens of ms: `createFindSite` asks
 * for it when the first place is told, not at start. A missing file is an empty list, with which every place is unknown; rows that are none are
 * left out, and `communeFaults` tells them.
 */
export function readCommunes(path: string): readonly Commune[] {
  if (!existsSync(path)) return [];
  const communes: Commune[] = [];
  for (const line of readFileSync(path, 'utf8').split(/\r?\n/)) {
    const commune = communeOf(line);
    if (commune) communes.push(commune);
  }
  return communes;
}

/** The commune of a row; undefined for comments, column names, empty lines and what is not a row. */
export function communeOf(line: string): Commune | undefined {
  const [code = '', name = '', postcodes = '', intercommunality = '', formerNames = '', ...more] =
    line.split(';');
  if (!/^(?:\d{2}|2[AB])\d{3}$/.test(code) || !name || more.length > 0) return undefined;
  return {
    code,
    name,
    postcodes: postcodes ? postcodes.split(' ') : [],
    ...(intercommunality && { intercommunality }),
    ...(formerNames && { formerNames: formerNames.split('|') }),
  };
}
