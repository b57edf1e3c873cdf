import { matchScheme, type Match } from '../../aids/matchScheme';
import { rankMatches } from '../../aids/rankMatches';
import type { Criterion, Scheme } from '../../aids/scheme';
import type { Page } from '../../knowledge/page';
import type { ProjectThemes } from '../../knowledge/projectThemes';
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
  /** Open to the project as far as one knows. What is about its very themes comes before what is about wider ones. */
  readonly fitting: readonly Found[];
  /** About the project and not open to it. */
  readonly refused: readonly Found[];
}

/** What the finder may ask, and the criteria on which each answer decides. */
export const finderFields = ['project', 'site', 'company', 'stage', 'cost', 'activity'] as const;
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
 * Judges the catalogue for a project. Without themes every scheme is about it.
 * @param on ISO day in the visitor's country
 */
export function findSchemes(
  catalogue: readonly CatalogueScheme[],
  themes: ProjectThemes,
  { profile }: Project,
  on: string,
): Findings {
  const own = profile.themes ?? [];
  const wider = own.flatMap((id) => themes.get(id)?.broader ?? []).filter((id) => !own.includes(id));
  const tier = (wanted: readonly string[]): readonly Found[] => {
    const about = catalogue.filter(
      ({ scheme }) => wanted.length === 0 || scheme.themes.some((theme) => wanted.includes(theme)),
    );
    const pages = new Map(about.map(({ scheme, page }) => [scheme.id, page]));
    const ranked = rankMatches(
      about.map(({ scheme }) => matchScheme(scheme, profile, on)),
      wanted,
    );
    return ranked.flatMap((match) => {
      const page = pages.get(match.scheme.id);
      return page ? [{ ...match, page }] : [];
    });
  };
  const first = tier(own);
  const seen = new Set(first.map(({ scheme }) => scheme.id));
  const second = wider.length > 0 ? tier(wider).filter(({ scheme }) => !seen.has(scheme.id)) : [];
  const all = [...first, ...second];
  return {
    // What is suspended or not open yet is no offer of today; it stands among the refused, with its day.
    fitting: all.filter(({ verdict, status }) => isOffer(verdict) && isOpen(status.kind)),
    refused: all.filter(
      ({ verdict, status }) =>
        verdict === 'notEligible' || (verdict === 'toBeChecked' && !isOpen(status.kind)),
    ),
  };
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
