import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { zipSync } from 'fflate';
import { parseConfig } from '../config';
import { AppError } from '../shared/errors';
import type { CommandWorld } from './program';
import { teamsPair } from './teamsPair';
import { fillManifest, type ManifestValues } from './teamsManifest';
import { packageFaults } from './teamsPackageFaults';

interface PackageOptions {
  readonly from: string;
  readonly out: string;
  readonly version?: string;
}

/** `teams`: what an organisation needs to bring the assistant into Teams. */
export function addTeamsCommand(program: Command, world: CommandWorld): void {
  const teams = program.command('teams').description('the assistant in Microsoft Teams');
  teams
    .command('pair')
    .description('print a code by which a recipient gets leads in a chat in Teams')
    .argument('<recipient>', 'id in contacts.yml')
    .option('--mail', 'send it to the recipient’s address instead of printing it')
    .action((recipient: string, options: { mail?: boolean }) => teamsPair(recipient, options, world));
  teams
    .command('package')
    .description('write the app package for Teams, checked against Microsoft’s schema')
    .option('--from <folder>', 'folder of manifest.json, its translations and icons', 'teams')
    .option('--out <file.zip>', 'where to write the package', 'teams-app.zip')
    .option('--version <x.y.z>', 'version of the package (default: that of the assistant)')
    .action((options: PackageOptions) => teamsPackage(options, world));
}

async function teamsPackage(
  { from, out, version }: PackageOptions,
  { env, cwd }: CommandWorld,
): Promise<void> {
  const values = valuesOf(parseConfig(env, cwd), version ?? ownVersion());
  const folder = resolve(cwd, from);
  const manifest = fillManifest(readIn(folder, 'manifest.json').toString('utf8'), values);
  const files = new Map<string, Buffer>([
    ['manifest.json', Buffer.from(JSON.stringify(manifest, undefined, 2))],
  ]);
  for (const name of namedFiles(manifest)) files.set(name, readIn(folder, name));
  const faults = await packageFaults(manifest, files);
  if (faults.length > 0) {
    throw new AppError(
      'TEAMS_PACKAGE_INVALID',
      `nothing was written; ${faults.length === 1 ? '1 fault' : `${faults.length} faults`} in ${folder}:\n${faults
        .map((fault) => `  ${fault}`)
        .join('\n')}\nSee docs/teams.md.`,
    );
  }
  const target = resolve(cwd, out);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, zipSync(Object.fromEntries(files)));
  process.stdout.write(`${target}: ${[...files.keys()].join(', ')}\n`);
}

/** What the configuration says. @throws AppError CONFIG_INVALID naming what Teams needs and is not set */
function valuesOf({ bot, publicUrl }: ReturnType<typeof parseConfig>, version: string): ManifestValues {
  const missing = [
    ...(bot ? [] : ['MicrosoftAppId: the app id of the Azure Bot registration']),
    ...(publicUrl?.startsWith('https://') ? [] : ['PUBLIC_URL: the address of this service, with https://']),
  ];
  if (!bot || !publicUrl || missing.length > 0) {
    throw new AppError(
      'CONFIG_INVALID',
      `Teams needs settings that are missing:\n${missing.map((one) => `  ${one}`).join('\n')}\nSee .env.example.`,
    );
  }
  return { appId: bot.appId, publicUrl, publicHost: new URL(publicUrl).hostname, version };
}

/** Files that the manifest names: icons and translations. */
function namedFiles(manifest: Record<string, unknown>): string[] {
  const { icons = {}, localizationInfo } = manifest as {
    icons?: Record<string, string>;
    localizationInfo?: { additionalLanguages?: readonly { readonly file?: string }[] };
  };
  const translations = (localizationInfo?.additionalLanguages ?? []).map(({ file }) => file);
  return [...new Set([...Object.values(icons), ...translations.filter((file) => file !== undefined)])];
}

function readIn(folder: string, name: string): Buffer {
  const file = join(folder, name);
  if (!existsSync(file)) {
    throw new AppError('TEAMS_PACKAGE_INVALID', `${file} is missing. See docs/teams.md.`);
  }
  return readFileSync(file);
}

/** The version in package.json, beside dist/ and src/ alike. */
function ownVersion(): string {
  const places = [join(__dirname, '../package.json'), join(__dirname, '../../package.json')];
  const place = places.find((file) => existsSync(file)) ?? '';
  return (JSON.parse(readFileSync(place, 'utf8')) as { version: string }).version;
}
