import type { OverlayPage } from './overlay';

/** What was done to a page. `removed`: the page of the folders serves again, or none. */
export const pageActions = ['published', 'verified', 'reverted', 'removed'] as const;
export type PageAction = (typeof pageActions)[number];

/** One state of a page as it was published, kept for good. */
export interface PageVersion {
  /** Grows with every publication of any page. */
  readonly number: number;
  readonly action: PageAction;
  /** Empty texts with `removed`. */
  readonly page: OverlayPage;
  readonly author: { readonly name: string; readonly email: string };
  readonly at: Date;
  /** Why, in the author's words. */
  readonly reason: string;
}

/** The published pages with their history: the truth, of which files and index are made. */
export interface PublicationRepository {
  /** Of every page that has one, oldest first; removed ones are left out. */
  current(): Promise<readonly PageVersion[]>;
  /** Number of the newest version; 0: nothing was ever published. */
  newest(): Promise<number>;
  /** Newest first. */
  history(pageId: string): Promise<readonly PageVersion[]>;
  version(number: number): Promise<PageVersion | undefined>;
  /**
   * Writes a version in one transaction.
   * @param base the page's newest version that its author saw; 0: none
   * @returns undefined when another was written since: nothing is written then
   */
  append(version: Omit<PageVersion, 'number'>, base: number): Promise<PageVersion | undefined>;
}
