import { inboxTabs, type InboxQuery, type InboxTab } from '../../leads/leadInbox';
import { searchWords } from '../../leads/leadWords';
import { inboxTexts as texts } from './inbox.fr';

/** What the inbox's address says: everything that was chosen, so that a page can be kept and passed on. */
export interface InboxAddress {
  readonly tab: InboxTab;
  /** As typed. */
  readonly search: string;
  readonly intercommunality: string;
  /** From 1. */
  readonly page: number;
}

/** Leads on one page. */
export const inboxPageSize = 25;

const most = 200;

/** Reads an address; what it does not know is left out. */
export function readInboxAddress(query: string): InboxAddress {
  const params = new URLSearchParams(query);
  const slug = params.get('tri');
  const page = Number(params.get('page'));
  return {
    tab: inboxTabs.find((tab) => texts.tabs[tab].slug === slug) ?? 'toTake',
    search: (params.get('q') ?? '').trim().slice(0, most),
    intercommunality: (params.get('ou') ?? '').slice(0, most),
    page: Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1,
  };
}

/** The address of what was chosen, with some of it changed. */
export function inboxAddress(now: InboxAddress, changes: Partial<InboxAddress>, path = '/suivi'): string {
  const { tab, search, intercommunality, page } = { ...now, ...changes };
  const params = new URLSearchParams({
    ...(tab === 'toTake' ? {} : { tri: texts.tabs[tab].slug }),
    ...(search === '' ? {} : { q: search }),
    ...(intercommunality === '' ? {} : { ou: intercommunality }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString();
  return params === '' ? path : `${path}?${params}`;
}

/** What is looked for in the database. */
export const inboxQueryOf = ({ tab, search, intercommunality, page }: InboxAddress): InboxQuery => ({
  tab,
  words: searchWords(search),
  intercommunality: intercommunality === '' ? undefined : intercommunality,
  page,
  pageSize: inboxPageSize,
});
