/** The dates of a scheme, as its page gives them (ISO days). */
export interface SchemeDates {
  readonly opensOn?: string | undefined;
  /** Last day on which one may apply. */
  readonly closesOn?: string | undefined;
  /** The source says that there is no end date. */
  readonly permanent: boolean;
  /** Its operator takes no applications for the time being. */
  readonly suspended?: boolean | undefined;
}

/** Whether one may apply on a given day. `unknown` is said as such, never taken for open. */
export type SchemeStatus =
  | { readonly kind: 'open'; readonly closesOn: string; readonly daysLeft: number }
  | { readonly kind: 'notYetOpen'; readonly opensOn: string }
  | { readonly kind: 'closed'; readonly closedOn: string }
  | { readonly kind: 'suspended' }
  | { readonly kind: 'permanent' }
  | { readonly kind: 'unknown' };

const dayMs = 86_400_000;

/** @param today ISO day in the visitor's country; a scheme is still open on its last day */
export function schemeStatus(dates: SchemeDates, today: string): SchemeStatus {
  if (dates.closesOn && dates.closesOn < today) return { kind: 'closed', closedOn: dates.closesOn };
  if (dates.suspended) return { kind: 'suspended' };
  if (dates.opensOn && dates.opensOn > today) return { kind: 'notYetOpen', opensOn: dates.opensOn };
  if (dates.closesOn) {
    const daysLeft = Math.round((Date.parse(dates.closesOn) - Date.parse(today)) / dayMs);
    return { kind: 'open', closesOn: dates.closesOn, daysLeft };
  }
  return dates.permanent ? { kind: 'permanent' } : { kind: 'unknown' };
}
