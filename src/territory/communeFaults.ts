import { existsSync, readFileSync } from 'node:fs';
import { communeColumns, communeOf } from './readCommunes';

/** Something wrong in the list of communes, told to the editor in French; `line` is 1-based. */
export interface CommuneFault {
  readonly line: number;
  readonly message: string;
}

const remedy = 'relancez « node scripts/buildCommunes.js »';

/**
 * What would make places be told wrongly: rows that cannot be read, and a list that no longer agrees with the intercommunalities.
 * @param intercommunalities the names of the territory's list; a folder without any needs no list of communes
 */
export function communeFaults(path: string, intercommunalities: readonly string[]): CommuneFault[] {
  if (!existsSync(path))
    return intercommunalities.length > 0 ? [{ line: 1, message: `fichier absent ; ${remedy}` }] : [];
  const faults: CommuneFault[] = [];
  const seen = new Set<string>();
  readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .forEach((line, i) => {
      if (!line || line.startsWith('#') || line === communeColumns) return;
      const commune = communeOf(line);
      if (!commune) faults.push({ line: i + 1, message: `ligne illisible ; ${remedy}` });
      const name = commune?.intercommunality;
      if (name === undefined) return;
      if (!seen.has(name) && !intercommunalities.includes(name)) {
        faults.push({
          line: i + 1,
          message: `« ${name} » n'est plus dans intercommunalites.yml ; ${remedy}`,
        });
      }
      seen.add(name);
    });
  for (const name of intercommunalities.filter((one) => !seen.has(one))) {
    faults.push({ line: 1, message: `aucune commune de « ${name} » ; ${remedy}` });
  }
  return faults;
}
