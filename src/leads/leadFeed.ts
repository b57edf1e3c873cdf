import type { LeadFile } from './leadFile';

/** A lead as another program keeps its copy of it up to date. */
export type FeedItem =
  | { readonly kind: 'lead'; readonly changedAt: Date; readonly file: LeadFile }
  /** Its data were erased: copies have to be erased too. */
  | { readonly kind: 'erased'; readonly changedAt: Date; readonly reference: string };

/** Leads in the order in which they last changed. */
export interface LeadFeed {
  /**
   * @param after from the answer before; it wins over `since`
   * @returns `next`: for the request after this one, also when nothing more is there yet
   */
  read(request: {
    readonly since?: Date | undefined;
    readonly after?: FeedPosition | undefined;
    readonly limit: number;
  }): Promise<{ readonly items: readonly FeedItem[]; readonly next: FeedPosition | undefined }>;
}

/** The last item that was read. */
export interface FeedPosition {
  readonly changedAt: Date;
  readonly leadId: string;
}
