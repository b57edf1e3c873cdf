import { languages } from '../text/language';
import type { Corpus } from './corpus';

/** An address of the web that pages name. */
export interface PageLink {
  readonly url: string;
  /** Where it stands, for editors: `aides/c3iv.md`, `sources.yml (tee)`. */
  readonly places: readonly string[];
}

/** A link in Markdown, `[words](address)`, or a bare address; an address may hold parentheses in pairs. */
const inText = /\]\((https?:\/\/(?:[^\s()]|\([^\s()]*\))+)\)|(https?:\/\/(?:[^\s()\]»"<>]|\([^\s()]*\))+)/g;

/** Every address of a corpus once: of sources, of schemes, and in the text of pages in both languages. Fragments do not make another address. */
export function pageLinks({ pages, sources }: Corpus): readonly PageLink[] {
  const places = new Map<string, Set<string>>();
  const note = (address: string, place: string): void => {
    if (!URL.canParse(address)) return;
    const url = new URL(address);
    url.hash = '';
    if (!/^https?:$/.test(url.protocol)) return;
    places.set(url.href, (places.get(url.href) ?? new Set()).add(place));
  };
  for (const [id, { url }] of sources) note(url, `sources.yml (${id})`);
  for (const page of pages.values()) {
    if (page.aid?.url) note(page.aid.url, page.file);
    for (const language of languages) {
      const text = page[language];
      if (!text) continue;
      const file = language === 'fr' ? page.file : page.file.replace(/\.md$/, `.${language}.md`);
      for (const [, linked, bare = ''] of [text.answer, ...text.details].join('\n').matchAll(inText)) {
        note(linked ?? bare.replace(/[.,;:!?]+$/, ''), file);
      }
    }
  }
  return [...places].map(([url, where]) => ({ url, places: [...where] }));
}
