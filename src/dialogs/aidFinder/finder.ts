import { matchScheme, type Match } from '../../aids/matchScheme';
import { rankMatches } from '../../aids/rankMatches';
import type { Criterion, Scheme } from '../../aids/scheme';
import type { Profile } from '../../aids/profile';
import type { Corpus } from '../../knowledge/corpus';
import type { Page } from '../../knowledge/page';
import type { Project } from './project';

/** A scheme of the catalogue and the page that tells of it. */
export interface CatalogueScheme {
  readonly scheme: Scheme;
  readonly page: Page;
}

/** A judged scheme with its page. */
export interface Found extends Match {
  readonly page: Page;
}

/** What the finder found for a project, best first. */
export interface Findings {
  /** Open to the project as far as one knows. */
  readonly fitting: readonly Found[];
  /** How many of these are about the project's very themes; they come first. */
  readonly close: number;
  /** About the project and not open to it. */
  readonly refused: readonly Found[];
}

/** What the finder may ask, and the criteria on which each answer decides. */
const finderFields = ['project', 'site', 'company', 'stage', 'cost', 'activity'] as const;
export type FinderField = (typeof finderFields)[number];
const decides: Readonly<Record<FinderField, readonly Criterion['name'][]>> = {
  project: [],
  site: ['place'],
  company: ['employees', 'category'],
  stage: ['notOrdered'],
  cost: ['cost'],
  activity: ['activity'],
};

/** As many fitting schemes as a visitor will ever look at: only what changes these is asked. */
const looked = 12;

/**
 * Judges the catalogue for a project. What the pages of its needs name comes first, then what is about its very themes, then what is about wider
 * ones; within each, the published ranking. Without themes every scheme is about it.
 * @param on ISO day in the visitor's country
 */
export function findSchemes(
  catalogue: readonly CatalogueScheme[],
  { projectThemes, pages }: Pick<Corpus, 'projectThemes' | 'pages'>,
  { profile }: Project,
  on: string,
): Findings {
  const own = profile.themes ?? [];
  const themes = own.flatMap((id) => projectThemes.get(id) ?? []);
  const wider = themes.flatMap(({ broader }) => broader);
  const named = new Set(themes.flatMap((theme) => theme.pages.flatMap((id) => pages.get(id)?.schemes ?? [])));
  const isAbout = (wanted: readonly string[]) => (one: CatalogueScheme) =>
    one.scheme.themes.some((theme) => wanted.includes(theme));
  const tiers =
    own.length === 0
      ? [() => true]
      : [(one: CatalogueScheme) => named.has(one.page.id), isAbout(own), isAbout(wider)];
  const byTier = tiers.map((belongs, tier) =>
    ranked(
      catalogue.filter((one) => belongs(one) && !tiers.slice(0, tier).some((before) => before(one))),
      profile,
      on,
      tier === 2 ? wider : own,
    ),
  );
  const all = byTier.flat();
  const fits = ({ verdict, status }: Found): boolean => isOffer(verdict) && isOpen(status.kind);
  return {
    // What is suspended or not open yet is no offer of today; it stands among the refused, with its day.
    fitting: all.filter(fits),
    close: byTier.slice(0, 2).flat().filter(fits).length,
    refused: all.filter(
      ({ verdict, status }) =>
        verdict === 'notEligible' || (verdict === 'toBeChecked' && !isOpen(status.kind)),
    ),
  };
}

function ranked(
  schemes: readonly CatalogueScheme[],
  profile: Profile,
  on: string,
  themes: readonly string[],
): readonly Found[] {
  const pages = new Map(schemes.map(({ scheme, page }) => [scheme.id, page]));
  const matches = schemes.map(({ scheme }) => matchScheme(scheme, profile, on));
  return rankMatches(matches, themes).flatMap((match) => {
    const page = pages.get(match.scheme.id);
    return page ? [{ ...match, page }] : [];
  });
}

const isOffer = (verdict: Match['verdict']): boolean => verdict === 'eligible' || verdict === 'toBeChecked';
const isOpen = (kind: Match['status']['kind']): boolean => kind !== 'suspended' && kind !== 'notYetOpen';

/** The question whose answer decides most among the schemes that still fit; undefined: no answer would change them. */
export function nextField(
  { fitting }: Findings,
  { profile }: Project,
  passed: readonly FinderField[],
): FinderField | undefined {
  const open = finderFields.filter((field) => !passed.includes(field));
  if (open.includes('project') && (profile.themes ?? []).length === 0) return 'project';
  const counted = open.map((field) => ({
    field,
    count: fitting
      .slice(0, looked)
      .filter(({ criteria }) =>
        criteria.some(
          ({ criterion, state }) => state === 'unknown' && decides[field].includes(criterion.name),
        ),
      ).length,
  }));
  return counted
    .filter(({ count }) => count > 0)
    .reduce<(typeof counted)[number] | undefined>(
      (best, one) => (best && best.count >= one.count ? best : one),
      undefined,
    )?.field;
}
