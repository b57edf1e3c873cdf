import type { LeadFile } from './leadFile';

/**
 * The drawers of the inbox: `toTake`: nobody follows them · `mine`: followed by whoever looks · `waiting`: followed by somebody, and without a step
 * of a person for too long · `closed` · `all`.
 */
export const inboxTabs = ['toTake', 'mine', 'waiting', 'closed', 'all'] as const;
export type InboxTab = (typeof inboxTabs)[number];

/** Whose leads are seen. */
export interface InboxScope {
  /** Who looks; undefined: nobody who gets leads. */
  readonly recipientId: string | undefined;
  /** False: only the leads that went to this recipient. */
  readonly all: boolean;
  /** Without a step of a person since then, a followed lead is `waiting`. */
  readonly waitingSince: Date;
}

/** Which leads of a drawer. */
export interface InboxQuery {
  readonly tab: InboxTab;
  /** From `searchWords`: each must be found. */
  readonly words: readonly string[];
  /** Name of an intercommunality. */
  readonly intercommunality?: string | undefined;
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
}

/** Leads as their recipients look for them. Erased ones are never among them. */
export interface LeadInbox {
  count(scope: InboxScope): Promise<Readonly<Record<InboxTab, number>>>;
  /** `toTake` and `waiting`: oldest first; the others: youngest first. `total`: on all pages. */
  list(
    scope: InboxScope,
    query: InboxQuery,
  ): Promise<{ readonly files: readonly LeadFile[]; readonly total: number }>;
  /** Other leads of the same company that are in scope, youngest first, at most 20. */
  ofSameCompany(scope: InboxScope, leadId: string): Promise<readonly LeadFile[]>;
  /** Makes leads of an earlier release findable. @returns how many it did; 0: all are */
  indexOlder(): Promise<number>;
}
