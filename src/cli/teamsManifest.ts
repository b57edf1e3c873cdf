import { AppError } from '../shared/errors';

/** What stands as `${name}` in the manifest. */
export interface ManifestValues {
  /** Id of the Azure Bot registration; the app's own id in Teams as well. */
  readonly appId: string;
  /** With https, without a final slash. */
  readonly publicUrl: string;
  readonly publicHost: string;
  /** Three numbers; Teams takes an update only with a higher one. */
  readonly version: string;
}

/**
 * The manifest with the configuration's values.
 * @throws AppError TEAMS_PACKAGE_INVALID for what is no JSON, and for a name that is no value
 */
export function fillManifest(template: string, values: ManifestValues): Record<string, unknown> {
  const unknown = [...template.matchAll(/\$\{(\w*)\}/g)]
    .map(([, name = '']) => name)
    .filter((name) => !(name in values));
  if (unknown.length > 0) {
    throw new AppError(
      'TEAMS_PACKAGE_INVALID',
      `manifest.json asks for ${unknown.map((name) => `\${${name}}`).join(', ')}; known are ${Object.keys(
        values,
      )
        .map((name) => `\${${name}}`)
        .join(', ')}`,
    );
  }
  try {
    const filled = template.replace(/\$\{(\w+)\}/g, (_, name: keyof ManifestValues) => values[name]);
    return JSON.parse(filled) as Record<string, unknown>;
  } catch (cause) {
    throw new AppError(
      'TEAMS_PACKAGE_INVALID',
      `manifest.json is no JSON: ${cause instanceof Error ? cause.message : ''}`,
      { cause },
    );
  }
}
