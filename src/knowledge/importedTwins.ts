import { tokenise } from '../text/tokenise';
import type { Page } from './page';

/**
 * Imported pages that tell of a scheme which an editor's page tells already, with the id of that page: the same official address, or the same name. They are
 * judged for a company like all others, but questions are answered by the editor's page alone.
 */
export function importedTwins(pages: Iterable<Page>): ReadonlyMap<string, string> {
  const own = new Map<string, string>();
  const imported: Page[] = [];
  for (const page of pages) {
    if (page.aid?.importation) imported.push(page);
    else if (page.aid) for (const key of keysOf(page)) own.set(key, page.id);
  }
  const twins = new Map<string, string>();
  for (const page of imported) {
    const original = keysOf(page)
      .map((key) => own.get(key))
      .find((id) => id !== undefined);
    if (original) twins.set(page.id, original);
  }
  return twins;
}

function keysOf({ aid, fr }: Page): string[] {
  const names = [fr.title, ...(aid?.sigles ?? [])].map((name) => `name ${tokenise(name).join('')}`);
  return [...names, ...(aid?.url ? addressKeys(aid.url) : [])];
}

/** The address without what changes while the page stays the same; and the end of its path, which stays when a catalogue is filed by another year. */
export function addressKeys(address: string): string[] {
  const { hostname, pathname } = new URL(address);
  const host = hostname.replace(/^www\./, '');
  const path = pathname.replace(/\/+$/, '').toLowerCase();
  // The front page of an operator names none of its schemes.
  if (path === '') return [];
  const last = path.split('/').at(-1) ?? '';
  return [`url ${host}${path}`, ...(last.length > 30 ? [`url ${host} … ${last}`] : [])];
}
