import { languages } from '../text/language';
import type { LexiconSource } from '../text/lexicon';
import type { Corpus } from './corpus';
import { importedTwins } from './importedTwins';
import type { Page } from './page';
import type { Passage } from './passage';

/**
 * The passages of a corpus: every editor's page and every intent, once per language in which it has words of its own. Imported pages have an index of
 * their own (`importedPassagesOf`), so that importing changes no answer that editors wrote.
 */
export function passagesOf(corpus: Corpus): Passage[] {
  const passages = [...corpus.pages.values()].filter((page) => !page.aid?.importation).flatMap(ofPage);
  for (const [name, examples] of corpus.intents) {
    for (const language of languages) {
      passages.push({ id: `intent:${name}`, language, examples: examples[language], body: '' });
    }
  }
  return passages;
}

/** The passages of imported schemes of which no editor's page tells. */
export function importedPassagesOf(corpus: Corpus): Passage[] {
  const twins = importedTwins(corpus.pages.values());
  return [...corpus.pages.values()]
    .filter((page) => page.aid?.importation && !twins.has(page.id))
    .flatMap(ofPage);
}

function ofPage(page: Page): Passage[] {
  return languages.flatMap((language) => {
    const text = page[language];
    if (!text) return [];
    const examples = [text.title, ...(page.aid?.sigles ?? []), ...text.questions];
    return [{ id: `page:${page.id}`, language, examples, body: [text.answer, ...text.details].join(' ') }];
  });
}

/** The editors' lexicon, with each scheme's acronyms as a notion of its own: who types one means that scheme. */
export function lexiconOf(corpus: Corpus): LexiconSource {
  const schemes = [...corpus.pages.values()].filter(
    ({ aid }) => aid && !aid.importation && aid.sigles.length > 0,
  );
  const names = schemes.map((page) => [page.id, page.aid?.sigles ?? []] as const);
  return { ...corpus.lexicon, notions: { ...corpus.lexicon.notions, ...Object.fromEntries(names) } };
}
