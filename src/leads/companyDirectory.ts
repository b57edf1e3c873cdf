import type { CompanyFacts } from './lead';

/** What looking a company up gave. */
export type CompanySearch =
  /** One to five, best first. */
  | { readonly kind: 'found'; readonly companies: readonly [CompanyFacts, ...CompanyFacts[]] }
  | { readonly kind: 'notFound' }
  /** It did not answer within its time limit, or not in a form that can be read. The form goes on without. */
  | { readonly kind: 'unavailable' }
  /** Look-ups are switched off. */
  | { readonly kind: 'off' };

/** A public registry of companies. */
export interface CompanyDirectory {
  /** @param query a name, a SIREN or a SIRET (digits only, checksum verified by `readCompanyNumber`) */
  search(query: string): Promise<CompanySearch>;
}
