import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { criterionTextsOf } from '../aids/criterionTexts';
import { matchScheme, type Match } from '../aids/matchScheme';
import { nearestChanges } from '../aids/nearestChange';
import type { Profile } from '../aids/profile';
import { rankMatches } from '../aids/rankMatches';
import { readProfile } from '../aids/readProfile';
import { catalogueOf } from '../composeAids';
import { timeZone } from '../composeRouting';
import { parseConfig } from '../config';
import { isoDate } from '../knowledge/page';
import { openKnowledge } from '../openKnowledge';
import { AppError, codeOf } from '../shared/errors';
import { dayIn, systemClock } from '../shared/time';
import type { CommandWorld } from './program';

interface AidsOptions {
  readonly profile: string;
  readonly on?: string;
  readonly json?: boolean;
  readonly lang?: string;
}

const headings = {
  fr: { eligible: 'Convient', toBeChecked: 'À vérifier', notEligible: 'Ne convient pas', ended: 'Terminée' },
  en: { eligible: 'Fits', toBeChecked: 'To be checked', notEligible: 'Does not fit', ended: 'Ended' },
};

/** `aids`: the verdict on every scheme for one company. */
export function addAidsCommand(program: Command, world: CommandWorld): void {
  program
    .command('aids')
    .description('judge every scheme of the knowledge folders for one company')
    .requiredOption('--profile <file.json>', 'what is known of the company and its project')
    .option('--on <YYYY-MM-DD>', 'the day to judge for (default: today in France)')
    .option('--lang <fr|en>', 'language of the sentences', 'fr')
    .option('--json', 'as JSON: every scheme, best first, each criterion with its reason')
    .action((options: AidsOptions) => {
      aids(options, world);
    });
}

function aids({ profile: file, on, json, lang }: AidsOptions, { env, cwd }: CommandWorld): void {
  if (lang !== 'fr' && lang !== 'en') {
    throw new AppError('COMMAND_INVALID', `--lang is fr or en, got "${lang ?? ''}"`);
  }
  const today = on ?? dayIn(timeZone, systemClock());
  if (!isoDate.safeParse(today).success) {
    throw new AppError(
      'COMMAND_INVALID',
      `--on must be a day that exists, such as 2026-11-23, got "${today}"`,
    );
  }
  const profile = profileIn(resolve(cwd, file));
  const { corpus } = openKnowledge(parseConfig(env, cwd));
  const matches = catalogueOf(corpus).map(({ scheme }) => matchScheme(scheme, profile, today));
  const ranked = rankMatches(matches, profile.themes);
  const texts = criterionTextsOf(lang);
  if (json) {
    process.stdout.write(
      `${JSON.stringify(
        ranked.map((match) => toJson(match, profile, texts)),
        null,
        2,
      )}\n`,
    );
    return;
  }
  for (const match of ranked) {
    process.stdout.write(`${headings[lang][match.verdict]} · ${match.scheme.title} (${match.scheme.id})\n`);
    for (const judged of match.criteria.filter(({ state }) => state !== 'met')) {
      process.stdout.write(`    ${texts.because(judged, profile)}\n`);
    }
    if (match.verdict === 'notEligible') {
      const changes = nearestChanges(match, profile).map((change) => texts.change(change));
      process.stdout.write(`    → ${changes.join(' ; ')}\n`);
    }
  }
}

/** The contract of `--json`: what is not known of a scheme's dates is left out. */
const toJson = (
  { scheme, verdict, criteria }: Match,
  profile: Profile,
  texts: ReturnType<typeof criterionTextsOf>,
): object => ({
  id: scheme.id,
  title: scheme.title,
  verdict,
  criteria: criteria.map((judged) => ({
    name: judged.criterion.name,
    state: judged.state,
    because: texts.because(judged, profile),
  })),
  opensOn: scheme.dates.opensOn,
  closesOn: scheme.dates.closesOn,
});

/** @throws AppError COMMAND_INVALID with every fault of the file */
function profileIn(file: string): Profile {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    const why = codeOf(cause) === 'ENOENT' ? 'does not exist' : `is no readable JSON (${codeOf(cause)})`;
    throw new AppError('COMMAND_INVALID', `the profile ${file} ${why}`, { cause });
  }
  const read = readProfile(value);
  if (read.kind === 'valid') return read.profile;
  throw new AppError('COMMAND_INVALID', `the profile ${file} cannot be read:\n  ${read.faults.join('\n  ')}`);
}
