import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { mapProgramme, type ImportedScheme } from '../aids/import/mapProgramme';
import { programmeSchema, type ImportIssue } from '../aids/import/programme';
import { readYaml } from '../knowledge/frontMatter';
import { AppError } from '../shared/errors';
import { fold } from '../text/normalise';

/** One file of the catalogue and what became of it. */
export interface ReadProgramme {
  /** Name of its file without folder. */
  readonly file: string;
  /** Name of its page: the file's without ending, in plain letters. */
  readonly slug: string;
  /** Undefined: it cannot be taken over, and an issue says why. */
  readonly scheme: ImportedScheme | undefined;
  readonly issues: readonly ImportIssue[];
}

/**
 * The files of a catalogue: all YAML below a folder, or one file (YAML, or JSON, which YAML includes).
 * @throws AppError COMMAND_INVALID when the place does not exist or holds no YAML
 */
export function programmeFiles(place: string): readonly string[] {
  const stat = statSync(place, { throwIfNoEntry: false });
  if (stat?.isFile()) return [place];
  const files = stat?.isDirectory()
    ? readdirSync(place, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.ya?ml$/i.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
    : [];
  if (files.length > 0) return files;
  const why = stat ? 'holds no .yaml file' : 'does not exist';
  throw new AppError(
    'COMMAND_INVALID',
    `${place} ${why}; give the catalogue's folder, or one of its programmes`,
  );
}

/** @param taken slugs of the programmes read before: two files cannot have one page */
export function readProgramme(path: string, taken: ReadonlySet<string>): ReadProgramme {
  const file = basename(path);
  const slug = fold(basename(path, extname(path)))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const left = (issues: readonly ImportIssue[]): ReadProgramme => ({ file, slug, scheme: undefined, issues });
  if (!slug) return left([stopping('nom du fichier', 'sans lettre ni chiffre')]);
  if (taken.has(slug))
    return left([stopping('nom du fichier', `déjà porté par un autre programme : ${slug}`)]);
  const { value, faults } = readYaml(readFileSync(path, 'utf8'), programmeSchema, file, 1);
  if (!value) return left(faults.map(({ line, message }) => stopping(`ligne ${line}`, message)));
  return { file, slug, ...mapProgramme(value) };
}

const stopping = (field: string, reason: string): ImportIssue => ({ field, reason, stops: true });
