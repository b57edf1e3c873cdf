import type { SchemeDates } from './schemeStatus';

/** Forms of help, in the order of the published ranking: what costs nothing first, what must be paid back later. */
export const schemeKinds = [
  'conseil',
  'etude',
  'formation',
  'subvention',
  'avance',
  'pret',
  'fonds-propres',
  'fiscal',
] as const;
export type SchemeKind = (typeof schemeKinds)[number];

/** Size categories by head count alone; turnover and balance sheet are for the operator to check. */
export const sizeCategories = ['TPE', 'PME', 'ETI', 'GE'] as const;
export type SizeCategory = (typeof sizeCategories)[number];

/** One condition that data can express. What data cannot express is in `Scheme.conditions`. */
export type Criterion =
  | { readonly name: 'employees'; readonly min?: number | undefined; readonly max?: number | undefined }
  | { readonly name: 'category'; readonly categories: readonly SizeCategory[] }
  /** Sections ("C") or the beginnings of codes ("25", "25.6", "25.62B"). */
  | { readonly name: 'activity'; readonly codes: readonly string[] }
  | { readonly name: 'place'; readonly regions: readonly string[]; readonly departements: readonly string[] }
  | { readonly name: 'age'; readonly minYears?: number | undefined; readonly maxYears?: number | undefined }
  | { readonly name: 'notMicro' }
  /** Cost of the project, euros without tax. */
  | { readonly name: 'cost'; readonly min?: number | undefined; readonly max?: number | undefined }
  /** To be applied for before anything is ordered. */
  | { readonly name: 'notOrdered' };

/** A public aid as the matcher sees it. */
export interface Scheme {
  /** Id of its page; an imported scheme's is the catalogue's file name. */
  readonly id: string;
  readonly title: string;
  readonly kinds: readonly SchemeKind[];
  readonly themes: readonly string[];
  readonly dates: SchemeDates;
  readonly criteria: readonly Criterion[];
}
