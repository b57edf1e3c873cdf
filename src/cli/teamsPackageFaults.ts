import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppManifestUtils } from '@microsoft/app-manifest';
import Ajv from 'ajv-draft-04';
import { imageSize } from 'image-size';

/** Sides of the icons, in pixels, as Teams asks for them. */
const iconSides: Readonly<Record<string, number>> = { color: 192, outline: 32 };

/** What a manifest says of itself, as far as the checks need it. */
interface Manifest {
  readonly manifestVersion?: unknown;
  readonly $schema?: unknown;
  readonly icons?: Readonly<Record<string, string>>;
  readonly localizationInfo?: {
    readonly additionalLanguages?: readonly { readonly languageTag?: string; readonly file?: string }[];
  };
}

/**
 * What Teams would refuse in a package, each with its place; empty: nothing. Offline, against the schemas that Microsoft publishes with
 * `@microsoft/app-manifest`. What only the service knows (whether the id exists) is not checked.
 * @param files the package's files by name
 */
export async function packageFaults(
  manifest: Record<string, unknown>,
  files: ReadonlyMap<string, Buffer>,
): Promise<readonly string[]> {
  const { manifestVersion, $schema, icons = {}, localizationInfo } = manifest as Manifest;
  const folder = schemaFolder(String(manifestVersion));
  if (!folder) return [`manifest.json: manifestVersion ${JSON.stringify(manifestVersion)} is unknown`];
  const faults: string[] = [];
  if (!String($schema).includes(`/v${String(manifestVersion)}/`)) {
    faults.push(`manifest.json: $schema is not that of version ${String(manifestVersion)}`);
  }
  const broken = await AppManifestUtils.validateAgainstSchema(manifest as never);
  faults.push(...broken.map((fault) => `manifest.json: ${fault.replace(/ Details: .*/, '').trim()}`));
  for (const [kind, file] of Object.entries(icons)) faults.push(...iconFaults(kind, file, files.get(file)));
  for (const { file = '' } of localizationInfo?.additionalLanguages ?? []) {
    faults.push(...translationFaults(file, files.get(file), folder));
  }
  return faults;
}

function iconFaults(kind: string, file: string, bytes: Buffer | undefined): string[] {
  const side = iconSides[kind];
  if (side === undefined || bytes === undefined) return [];
  try {
    const { width, height, type } = imageSize(bytes);
    if (type === 'png' && width === side && height === side) return [];
    return [
      `${file}: the ${kind} icon must be a PNG of ${side} × ${side} pixels, got ${type ?? '?'} of ${width} × ${height}`,
    ];
  } catch {
    return [`${file}: the ${kind} icon must be a PNG of ${side} × ${side} pixels, got no image`];
  }
}

function translationFaults(file: string, bytes: Buffer | undefined, folder: string): string[] {
  if (bytes === undefined) return [];
  let translation: unknown;
  try {
    translation = JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    return [`${file}: no JSON: ${error instanceof Error ? error.message : ''}`];
  }
  const schema = JSON.parse(
    readFileSync(join(folder, 'MicrosoftTeams.Localization.schema.json'), 'utf8'),
  ) as object;
  // The schema's patterns are older than the "u" flag that ajv sets by default.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, validateFormats: false });
  if (ajv.validate(schema, translation)) return [];
  return (ajv.errors ?? []).map(({ instancePath, message = '' }) =>
    `${file}: ${instancePath} ${message}`.trim(),
  );
}

/** Where the schemas of a manifest version are; undefined: there is none. */
function schemaFolder(version: string): string | undefined {
  if (!/^\d+\.\d+$/.test(version)) return undefined;
  const folder = join(
    dirname(require.resolve('@microsoft/app-manifest')),
    'json-schemas/teams',
    `v${version}`,
  );
  try {
    readFileSync(join(folder, 'MicrosoftTeams.schema.json'));
    return folder;
  } catch {
    return undefined;
  }
}
