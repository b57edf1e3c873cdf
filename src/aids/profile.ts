/** How far a project has come. From `ordered` on, most schemes that ask to be applied for first are lost. */
export const stages = ['idea', 'study', 'quotes', 'ordered', 'begun', 'done'] as const;
export type Stage = (typeof stages)[number];

/** What is known of a company and its project. Everything is optional: what is unknown never excludes. */
export interface Profile {
  /** Head count of the company, whole number from 0. */
  readonly employees?: number | undefined;
  /** Where only a band is known, as in a register: 20 to 49. `employees` counts more. */
  readonly employeesBand?: { readonly min: number; readonly max: number } | undefined;
  /** NAF code as INSEE writes it, "25.62B"; revision 2. */
  readonly activityCode?: string | undefined;
  /** Section of that nomenclature, "C", when the code is unknown. */
  readonly activitySection?: string | undefined;
  /** INSEE code of the site's commune; the region and département follow from it. */
  readonly communeCode?: string | undefined;
  /** INSEE code of the site's region, when the commune is unknown. */
  readonly regionCode?: string | undefined;
  /** ISO day of the company's creation. */
  readonly createdOn?: string | undefined;
  /** INSEE's category of legal form, "5710"; "1000" is a sole trader. */
  readonly legalCategory?: string | undefined;
  /** What the project is about, in the words of `schemeThemes`. */
  readonly themes?: readonly string[] | undefined;
  /** Cost of the project, euros without tax. */
  readonly cost?: number | undefined;
  readonly stage?: Stage | undefined;
}
