import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parse } from 'yaml';
import { mapProgramme } from '../src/aids/import/mapProgramme';
import { programmeSchema } from '../src/aids/import/programme';
import { matchScheme } from '../src/aids/matchScheme';
import { programmeFiles } from '../src/cli/readProgrammes';
import { catalogueProfiles } from './catalogueProfiles';
import { catalogueVerdicts, type RawProgramme } from './catalogueVerdicts';

/** The fixed day of the comparison. */
const on = '2026-11-23';

/**
 * Compares, for every programme of a catalogue and forty companies, the matcher's verdict on the imported scheme with what the catalogue's own rules
 * give (`catalogueVerdicts`). Prints the share of equal ones and every kind of difference with the programmes it comes from.
 * @param args the catalogue's folder
 */
export function verdicts([place = '']: readonly string[]): void {
  const differences = new Map<string, Map<string, number>>();
  const counts = new Map<string, number>();
  let compared = 0;
  let equal = 0;
  for (const file of programmeFiles(resolve(place))) {
    const raw = parse(readFileSync(file, 'utf8')) as RawProgramme;
    const { scheme } = mapProgramme(programmeSchema.parse(raw));
    const expected = catalogueVerdicts(raw, catalogueProfiles, on);
    catalogueProfiles.forEach((profile, i) => {
      const theirs = expected[i] ?? '';
      const match = scheme && matchScheme({ ...scheme, id: basename(file) }, profile, on);
      const ours = match?.verdict ?? 'missing';
      compared += 1;
      counts.set(theirs, (counts.get(theirs) ?? 0) + 1);
      if (ours === theirs) {
        equal += 1;
        return;
      }
      const because = (match?.criteria ?? [])
        .filter(({ state }) => state !== 'met')
        .map(({ criterion, state }) => `${criterion.name} ${state}`);
      const kind = `catalogue ${theirs}, matcher ${ours} (${because.join(', ') || 'no open criterion'})`;
      const files = differences.get(kind) ?? new Map<string, number>();
      files.set(basename(file), (files.get(basename(file)) ?? 0) + 1);
      differences.set(kind, files);
    });
  }
  const share = ((100 * equal) / Math.max(1, compared)).toFixed(2);
  console.log(`${equal} of ${compared} verdicts equal on ${on}: ${share} %`);
  console.log([...counts].map(([verdict, count]) => `${verdict} ${count}`).join(', '));
  for (const [kind, files] of differences) {
    const total = [...files.values()].reduce((sum, count) => sum + count, 0);
    console.log(`${total} × ${kind}: ${[...files].map(([file, count]) => `${file} ${count}`).join(', ')}`);
  }
}
