import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod/v4';
import { writeDurably } from '../delivery/writeDurably';
import { formatYaml } from '../knowledge/formatPage';
import { readYaml } from '../knowledge/frontMatter';
import { AppError } from '../shared/errors';

/** The catalogue that the import was written for, and the licence of the repository that its files come from. */
export const defaultCatalogue = {
  name: 'Transition écologique des entreprises',
  url: 'https://mission-transition-ecologique.beta.gouv.fr/',
  licence: 'AGPL-3.0',
} as const;

const licences: readonly (readonly [RegExp, string])[] = [
  [/licence ouverte|open licence|etalab-2\.0/i, 'Licence Ouverte 2.0'],
  [/affero general public license/i, 'AGPL-3.0'],
  [/open database license|odbl/i, 'ODbL 1.0'],
  [/creative commons attribution 4|cc[- ]by[- ]4/i, 'CC BY 4.0'],
];

/** The licence named by a LICENCE file in the catalogue's folder or the one above; undefined when there is none that is known. */
export function licenceBeside(place: string): string | undefined {
  const folder = statSync(place).isDirectory() ? place : dirname(place);
  for (const near of [folder, dirname(folder)]) {
    for (const name of readdirSync(near).filter((one) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(one))) {
      const text = readFileSync(join(near, name), 'utf8').slice(0, 2000);
      const known = licences.find(([words]) => words.test(text));
      if (known) return known[1];
    }
  }
  return undefined;
}

/** Id of a catalogue's entry in `sources.yml`. */
export const sourceIdOf = (catalogue: string): string =>
  `catalogue-${catalogue
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')}`;

const sourcesSchema = z.record(z.string(), z.looseObject({}));

/**
 * Writes the catalogue into the folder's `sources.yml`, so that proof lines can name it; other entries stay.
 * @param readOn ISO day of the catalogue's copy; undefined: the day that is written already, else `today`
 * @throws AppError COMMAND_INVALID when the file is unreadable
 */
export async function writeSource(
  folder: string,
  source: { readonly id: string; readonly title: string; readonly url: string },
  readOn: string | undefined,
  today: string,
): Promise<void> {
  const path = join(folder, 'sources.yml');
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const { value: all, faults } = readYaml(before, sourcesSchema, path, 1);
  if (!all) {
    throw new AppError(
      'COMMAND_INVALID',
      `${path} is unreadable: ${faults[0]?.message ?? 'no YAML'}; mend it first`,
    );
  }
  const day = readOn ?? all[source.id]?.lue_le ?? today;
  const text = formatYaml({ ...all, [source.id]: { titre: source.title, url: source.url, lue_le: day } });
  if (text !== before) await writeDurably(path, Buffer.from(text));
}
