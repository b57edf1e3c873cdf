import type { AidList } from '../../notices/aidList';
import type { Findings } from './finder';
import type { FinderTurn } from './finderTurn';
import { knownFacts } from './knownFacts';
import { schemeLines } from './schemeText';

/** Schemes in a mail. */
const maxMailed = 12;

/** The list as a mail tells it, in the visitor's language. */
export function mailedList({ state, corpus, data, reply }: FinderTurn, { fitting }: Findings): AidList {
  return {
    facts: knownFacts(state.project, corpus.projectThemes, data.language).map(({ text }) => text),
    schemes: fitting.slice(0, maxMailed).map((found) => {
      const { title, url, operator, promise, lines } = schemeLines(found, reply);
      const source = corpus.sources.get(found.page.sources[0] ?? '');
      return {
        title,
        url,
        operator,
        lines: [promise, ...lines],
        source: source && { title: source.title, url: source.url },
      };
    }),
    contact: corpus.contact,
  };
}
