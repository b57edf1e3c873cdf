import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { importedNames } from '../aids/import/importedNames';
import type { ImportedScheme } from '../aids/import/mapProgramme';
import { timeZone } from '../composeRouting';
import { parseConfig } from '../config';
import { isoDate } from '../knowledge/page';
import { AppError } from '../shared/errors';
import { regions } from '../shared/regions';
import { dayIn, systemClock } from '../shared/time';
import { defaultCatalogue, licenceBeside, sourceIdOf, writeSource } from './catalogueSource';
import { importedPage, type ImportDays } from './importedPage';
import { openImportFolder, type PageFate } from './importFolder';
import { importReport } from './importReport';
import type { CommandWorld } from './program';
import { createProgressBar } from './progressBar';
import { programmeFiles, readProgramme, type ReadProgramme } from './readProgrammes';

interface ImportOptions {
  readonly into?: string;
  readonly catalogue: string;
  readonly url: string;
  readonly licence?: string;
  readonly asOf?: string;
  readonly prune?: boolean;
}

/** `assistant knowledge import <folder|file>`: the programmes of a public catalogue as pages of a further knowledge folder. */
export function addImportCommand(knowledge: Command, world: CommandWorld): void {
  knowledge
    .command('import')
    .description('make pages of the programmes of a public catalogue (YAML), in a folder of their own')
    .argument('<folder|file>', 'the catalogue, or one of its programmes')
    .option(
      '--into <folder>',
      'default: the first of KNOWLEDGE_EXTRA_DIRS, else knowledge-imported in DATA_DIR',
    )
    .option('--catalogue <name>', 'name of the catalogue, shown under every answer', defaultCatalogue.name)
    .option('--url <address>', 'where the catalogue is published', defaultCatalogue.url)
    .option(
      '--licence <name>',
      `default: what a LICENCE file beside it says, else ${defaultCatalogue.licence}, the licence of the repository it comes from`,
    )
    .option('--as-of <day>', 'ISO day of the copy; default: the day of the import')
    .option('--prune', 'delete the pages of programmes that the catalogue no longer has')
    .action((place: string, options: ImportOptions) => knowledgeImport(place, options, world));
}

/**
 * Imports, and prints a report in French; exit code 1 when a programme was left out. Pages that somebody wrote or changed are never touched; a second
 * run changes nothing.
 * @throws AppError COMMAND_INVALID
 */
async function knowledgeImport(given: string, options: ImportOptions, world: CommandWorld): Promise<void> {
  const config = parseConfig(world.env, world.cwd);
  const [own = '', firstExtra] = config.knowledgeDirs;
  const place = resolve(world.cwd, given);
  const into = options.into
    ? resolve(world.cwd, options.into)
    : (firstExtra ?? join(config.dataDir, 'knowledge-imported'));
  if (into === own) {
    throw new AppError('COMMAND_INVALID', `${into} is the editors' own folder; import into another one`);
  }
  if (options.asOf !== undefined && !isoDate.safeParse(options.asOf).success) {
    throw new AppError('COMMAND_INVALID', `--as-of is a day such as 2026-11-23, got "${options.asOf}"`);
  }
  if (!URL.canParse(options.url)) {
    throw new AppError(
      'COMMAND_INVALID',
      `--url is an address that begins with https://, got "${options.url}"`,
    );
  }
  const today = dayIn(timeZone, systemClock());
  const files = programmeFiles(place);
  const folder = openImportFolder(into, own, options.catalogue);
  const catalogue = {
    name: options.catalogue,
    licence: options.licence ?? licenceBeside(place) ?? defaultCatalogue.licence,
    sourceId: sourceIdOf(options.catalogue),
  };

  const bar = createProgressBar('Import', files.length * 2);
  const slugs = new Set<string>();
  const programmes: ReadProgramme[] = [];
  for (const path of files) {
    const programme = readProgramme(path, slugs);
    slugs.add(programme.slug);
    programmes.push(programme);
    bar.step();
  }
  const mapped = programmes.filter(isMapped);
  const names = importedNames(mapped.map(({ scheme, slug }) => namePartsOf(scheme, slug)));
  const fates = new Map<string, PageFate>();
  for (const [i, { file, slug, scheme }] of mapped.entries()) {
    const name = names[i] ?? { title: scheme.title, button: scheme.title };
    const render = (days: ImportDays): string => importedPage(scheme, name, file, catalogue, days);
    fates.set(slug, await folder.put(slug, file, render, { importedOn: today, readOn: options.asOf }));
    bar.step();
  }
  const changed = [...fates.values()].some((fate) => fate === 'added' || fate === 'updated');
  const title = `Catalogue « ${catalogue.name} » (${catalogue.licence})`;
  const source = { id: catalogue.sourceId, title, url: options.url };
  await writeSource(into, source, options.asOf ?? (changed ? today : undefined), today);
  // One programme alone says nothing of the others.
  const withdrawn = files[0] === place ? [] : folder.withdrawn(slugs);
  const removed: string[] = [];
  for (const slug of options.prune ? withdrawn : []) if (await folder.remove(slug)) removed.push(slug);
  await folder.close();
  bar.stop();

  const isRead = config.knowledgeDirs.includes(into);
  const report = importReport({ place, into, programmes, fates, withdrawn, removed, isRead });
  process.stdout.write(`${report}\n`);
  if (mapped.length < programmes.length) process.exitCode = 1;
}

const isMapped = (programme: ReadProgramme): programme is ReadProgramme & { scheme: ImportedScheme } =>
  programme.scheme !== undefined;

/** Two programmes of one title differ by their region, their operator, or at least their file. */
function namePartsOf(scheme: ImportedScheme, slug: string) {
  const place = scheme.criteria.find(({ name }) => name === 'place');
  const [code, ...others] = place?.name === 'place' ? place.regions : [];
  const region = others.length === 0 ? regions.find((one) => one.code === code)?.name : undefined;
  return { title: scheme.title, tellApart: [...(region ? [region] : []), scheme.operator, slug] };
}
