import { languages } from '../text/language';
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
