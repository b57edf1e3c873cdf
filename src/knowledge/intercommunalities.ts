import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod/v4';
import type { Fault } from './fault';
import { readYaml } from './frontMatter';
import { isoDate } from './page';

/** Where a knowledge folder lists its intercommunalities, and the communes of the country. */
export const intercommunalitiesFile = 'territoire/intercommunalites.yml';
export const communesFile = 'territoire/communes.csv';

const schema = z.strictObject({
  source: z.string(),
  lue_le: isoDate,
  intercommunalites: z.array(
    z.strictObject({
      siren: z.string().regex(/^\d{9}$/, { error: 'neuf chiffres attendus, entre guillemets' }),
      nom: z.string(),
    }),
  ),
});

/** Reads the names of the territory's intercommunalities; a folder without that file has none. */
export function readIntercommunalities(folder: string): { names: readonly string[]; faults: Fault[] } {
  const path = join(folder, intercommunalitiesFile);
  if (!existsSync(path)) return { names: [], faults: [] };
  const { value, faults } = readYaml(readFileSync(path, 'utf8'), schema, intercommunalitiesFile, 1);
  return { names: value?.intercommunalites.map(({ nom }) => nom) ?? [], faults };
}
