import type { Match, Verdict } from './matchScheme';
import { schemeKinds } from './scheme';
import type { SchemeStatus } from './schemeStatus';

/** Days before its closing date from which a scheme "closes soon". */
export const closesSoonDays = 30;

const verdicts: readonly Verdict[] = ['eligible', 'toBeChecked', 'notEligible', 'ended'];

/** The order in which schemes are shown; `docs/aids.md` publishes it. @param themes the project's; none: all themes are alike */
export function rankMatches(matches: readonly Match[], themes: readonly string[] = []): readonly Match[] {
  const wanted = new Set(themes);
  const keyed = matches.map((match) => ({
    match,
    keys: [
      verdicts.indexOf(match.verdict),
      -themeShare(match.scheme.themes, wanted),
      timeRank(match.status),
      kindRank(match),
    ],
  }));
  keyed.sort((a, b) => {
    const at = a.keys.findIndex((key, index) => key !== b.keys[index]);
    return at === -1
      ? a.match.scheme.title.localeCompare(b.match.scheme.title, 'fr')
      : (a.keys[at] ?? 0) - (b.keys[at] ?? 0);
  });
  return keyed.map(({ match }) => match);
}

/**
 * How much a scheme is about the project's themes, from 0 to 1: the part of the wanted themes that it covers, and among equals the scheme that
 * is about little else.
 */
export function themeShare(themes: readonly string[], wanted: ReadonlySet<string>): number {
  const shared = themes.filter((theme) => wanted.has(theme)).length;
  return shared === 0 ? 0 : (2 * shared) / (wanted.size + themes.length);
}

function timeRank(status: SchemeStatus): number {
  switch (status.kind) {
    case 'open':
      return status.daysLeft > closesSoonDays ? 0 : 1;
    case 'permanent':
      return 2;
    case 'unknown':
      return 3;
    case 'notYetOpen':
      return 4;
    case 'suspended':
      return 5;
    case 'closed':
      return 6;
  }
}

const kindRank = ({ scheme }: Match): number =>
  Math.min(...scheme.kinds.map((kind) => schemeKinds.indexOf(kind)), schemeKinds.length);
