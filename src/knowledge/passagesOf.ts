import { languages } from '../text/language';
import type { LexiconSource } from '../text/lexicon';
import type { Corpus } from './corpus';
import type { Passage } from './passage';

/** The passages of a corpus: every page and every intent, once per language in which it has words of its own. */
export function passagesOf(corpus: Corpus): Passage[] {
  const passages: Passage[] = [];
  for (const page of corpus.pages.values()) {
    for (const language of languages) {
      const text = page[language];
      if (!text) continue;
      const names = page.aid ? page.aid.sigles : [];
      passages.push({
        id: `page:${page.id}`,
        language,
        examples: [text.title, ...names, ...text.questions],
        body: [text.answer, ...text.details].join(' '),
      });
    }
  }
  for (const [name, examples] of corpus.intents) {
    for (const language of languages) {
      passages.push({ id: `intent:${name}`, language, examples: examples[language], body: '' });
    }
  }
  return passages;
}

/** The editors' lexicon, with each scheme's acronyms as a notion of its own: who types one means that scheme. */
export function lexiconOf(corpus: Corpus): LexiconSource {
  const schemes = [...corpus.pages.values()].filter((page) => page.aid && page.aid.sigles.length > 0);
  const names = schemes.map((page) => [page.id, page.aid?.sigles ?? []] as const);
  return { ...corpus.lexicon, notions: { ...corpus.lexicon.notions, ...Object.fromEntries(names) } };
}
