import { dayAfter, daysBetween, type Clock } from '../shared/time';
import { checkDraft, type DraftCheck, type DraftFault } from './checkDraft';
import type { LiveKnowledge } from './liveKnowledge';
import type { OverlayPage } from './overlay';
import { draftText, readDraft, type PageDraft, type PageText } from './pageDraft';
import type { PageAction, PageVersion, PublicationRepository } from './publication';

/** Who publishes, and why. */
export interface PublishedBy {
  readonly author: { readonly name: string; readonly email: string };
  readonly reason: string;
}

/** A page at the desk: its files as they serve, and the newest version that was published, if any. */
export interface OpenedPage {
  readonly text: PageText;
  readonly draft: PageDraft;
  /** Of the newest version; 0: never published at the desk. */
  readonly base: number;
}

/** `stale`: somebody else published the page since it was opened. */
export type PublishOutcome =
  | { readonly kind: 'published'; readonly version: PageVersion }
  | { readonly kind: 'stale' }
  | { readonly kind: 'invalid'; readonly faults: readonly DraftFault[] };

/** What editors do with pages. Everything throws what the database and the disk throw. */
export interface Publishing {
  /** Undefined: no such page. */
  open(pageId: string): Promise<OpenedPage | undefined>;
  check(draft: PageDraft): Promise<DraftCheck>;
  /** A draft as the page that publishing would make of it. */
  pageOf(draft: PageDraft): Promise<OverlayPage>;
  /** Publishes a draft; visitors get it before this returns. @param base of the page as it was opened */
  publish(draft: PageDraft, base: number, by: PublishedBy): Promise<PublishOutcome>;
  /** Says that a human compared the page with its sources today; the next check comes after as long as before. Undefined: no such page. */
  verify(pageId: string, today: string, by: PublishedBy): Promise<PublishOutcome | undefined>;
  /** Brings an earlier state back. @param to number of a version; 0: the page of the folders, or none */
  revert(pageId: string, to: number, base: number, by: PublishedBy): Promise<PublishOutcome | undefined>;
  /** Takes over what was published elsewhere since. @returns whether there was anything */
  refresh(): Promise<boolean>;
}

/** Days from one check to the next where a page does not tell. */
const usualInterval = 182;

export function createPublishing(deps: {
  readonly versions: PublicationRepository;
  readonly live: LiveKnowledge;
  /** The files of a page in the folders; undefined: there is none. */
  readonly folderText: (pageId: string) => PageText | undefined;
  /** Makes what was published serve: files and index. */
  readonly serve: (overlay: readonly OverlayPage[]) => Promise<void>;
  /** The newest version that serves already. */
  readonly servedAtStart: number;
  readonly clock: Clock;
}): Publishing {
  const { versions, live, folderText } = deps;
  let served = deps.servedAtStart;
  let refreshing: Promise<boolean> | undefined;

  const latestOf = async (pageId: string): Promise<PageVersion | undefined> =>
    (await versions.history(pageId))[0];
  const textNow = (pageId: string, latest: PageVersion | undefined): PageText | undefined =>
    latest && latest.action !== 'removed' ? latest.page : folderText(pageId);

  const pageOf = async (draft: PageDraft): Promise<OverlayPage> => ({
    id: draft.id,
    ...draftText(draft, textNow(draft.id, await latestOf(draft.id))),
  });

  /** Serves whatever is newest; when something newer comes meanwhile, that as well. */
  const serveNewest = async (): Promise<boolean> => {
    const newest = await versions.newest();
    if (newest === served) return false;
    await deps.serve((await versions.current()).map(({ page }) => page));
    served = newest;
    return true;
  };
  const refresh = (): Promise<boolean> => {
    refreshing ??= serveNewest().finally(() => {
      refreshing = undefined;
    });
    return refreshing;
  };

  const write = async (
    action: PageAction,
    page: OverlayPage,
    base: number,
    by: PublishedBy,
  ): Promise<PublishOutcome> => {
    const version = await versions.append({ action, page, at: deps.clock(), ...by }, base);
    if (!version) return { kind: 'stale' };
    // A refresh that began before the row was written does not hold it.
    await refreshing;
    await refresh();
    return { kind: 'published', version };
  };

  return {
    async open(pageId) {
      const latest = await latestOf(pageId);
      const text = textNow(pageId, latest);
      const draft = text && readDraft(pageId, text);
      return draft && { text, draft, base: latest?.number ?? 0 };
    },
    async check(draft) {
      return checkDraft(draft.id, await pageOf(draft), live.current());
    },
    pageOf,
    async publish(draft, base, by) {
      const page = await pageOf(draft);
      const { faults } = checkDraft(draft.id, page, live.current());
      if (faults.length > 0) return { kind: 'invalid', faults };
      return write('published', page, base, by);
    },
    async verify(pageId, today, by) {
      const latest = await latestOf(pageId);
      const text = textNow(pageId, latest);
      const draft = text && readDraft(pageId, text);
      if (!draft) return undefined;
      const { verifiedOn, nextCheckOn } = draft;
      const interval = Math.max(0, daysBetween(verifiedOn, nextCheckOn)) || usualInterval;
      const renewed = { ...draft, verifiedOn: today, nextCheckOn: dayAfter(today, interval) };
      const page = { id: pageId, ...draftText(renewed, text) };
      return write('verified', page, latest?.number ?? 0, by);
    },
    async revert(pageId, to, base, by) {
      if (to === 0) {
        const gone = { id: pageId, fr: '', sources: {} };
        const { faults } = checkRemoval(pageId);
        return faults.length > 0 ? { kind: 'invalid', faults } : write('removed', gone, base, by);
      }
      const earlier = await versions.version(to);
      if (earlier?.page.id !== pageId || earlier.action === 'removed') return undefined;
      const { faults } = checkDraft(pageId, earlier.page, live.current());
      return faults.length > 0 ? { kind: 'invalid', faults } : write('reverted', earlier.page, base, by);
    },
    refresh,
  };

  /** A page that others link to cannot go unless the folders have one of its name. */
  function checkRemoval(pageId: string): { readonly faults: readonly DraftFault[] } {
    if (folderText(pageId)) return { faults: [] };
    const { pages, welcomePages } = live.corpus();
    const linking = [...pages.values()].filter(
      ({ id, links, schemes }) => id !== pageId && [...links, ...schemes].includes(pageId),
    );
    const places = [...linking.map(({ id }) => id), ...(welcomePages.includes(pageId) ? ['accueil'] : [])];
    return {
      faults: places.map((place) => ({
        field: 'page',
        message: `la page ${place} renvoie encore à celle-ci`,
      })),
    };
  }
}
