import type { Commune } from './commune';

/** What a typed place is, against the communes of France. */
export type SiteOutcome =
  | { readonly kind: 'inside'; readonly commune: Commune; readonly intercommunality: string }
  | { readonly kind: 'outside'; readonly commune: Commune }
  /** A shared postcode, a name that several communes bear, or only something like a name (then perhaps one): up to eight, inside first. The visitor chooses. */
  | { readonly kind: 'ambiguous'; readonly communes: readonly Commune[] }
  /** No commune of that name or postcode is known. */
  | { readonly kind: 'unknown' };

/**
 * Finds where a site is: a commune's name (accents, case, hyphens, "St" for "Saint" do not matter), a postcode, an INSEE code, or "76330 Notre-Dame".
 * `${code} ${name}` with an INSEE code is never taken for a postcode, which may have the same digits.
 */
export type FindSite = (typed: string) => SiteOutcome;
