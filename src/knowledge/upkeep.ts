import { daysBetween } from '../shared/time';
import type { Page } from './page';

/** Days before its closing date from which editors hear that a scheme closes. */
export const closingSoonDays = 30;

/** Pages that need an editor's look because time has passed. */
export interface Upkeep {
  /** Editors' pages past their next check; longest overdue first. */
  readonly overdue: readonly Page[];
  /** Imported pages past theirs: another import renews them together. */
  readonly importedOverdue: readonly Page[];
  /** Schemes that close within `closingSoonDays`, the last day included; soonest first. */
  readonly closing: readonly { readonly page: Page; readonly closesOn: string; readonly daysLeft: number }[];
  /** Schemes that are closed; latest first. */
  readonly closed: readonly { readonly page: Page; readonly closedOn: string }[];
}

/**
 * Looks through pages for what is over or will be soon.
 * @param today ISO day; a page is not overdue on the day of its check, and a scheme is open on its last day
 */
export function upkeepOf(pages: Iterable<Page>, today: string): Upkeep {
  const all = [...pages];
  const closes = all.flatMap((page) => (page.aid?.fermeture ? [{ page, on: page.aid.fermeture }] : []));
  const overdue = all
    .filter((page) => page.nextCheckOn < today)
    .sort((a, b) => a.nextCheckOn.localeCompare(b.nextCheckOn));
  return {
    overdue: overdue.filter(({ aid }) => !aid?.importation),
    importedOverdue: overdue.filter(({ aid }) => aid?.importation),
    closing: closes
      .map(({ page, on }) => ({ page, closesOn: on, daysLeft: daysBetween(today, on) }))
      .filter(({ daysLeft }) => daysLeft >= 0 && daysLeft <= closingSoonDays)
      .sort((a, b) => a.daysLeft - b.daysLeft),
    closed: closes
      .filter(({ on }) => on < today)
      .map(({ page, on }) => ({ page, closedOn: on }))
      .sort((a, b) => b.closedOn.localeCompare(a.closedOn)),
  };
}
