import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAnalysis } from '../text/analyse';
import { compileLexicon } from '../text/lexicon';
import { tokenise } from '../text/tokenise';
import type { Corpus } from './corpus';
import type { Fault } from './fault';
import { lexiconOf, passagesOf } from './passagesOf';

/** Lexicon entries that can never help: a notion that no page names, an abbreviation for words that no page uses. */
export function deadEntries(corpus: Corpus, folder: string): Fault[] {
  const file = 'lexique.yml';
  const lines = readFileSync(join(folder, file), 'utf8').split('\n');
  const lineOf = (entry: string): number => {
    const line = lines.findIndex((text) => text.trim().replace(/^["']/, '').startsWith(entry));
    return line < 0 ? 1 : line + 1;
  };
  const compiled = compileLexicon(lexiconOf(corpus));
  const analyse = createAnalysis(compiled);
  const notions = new Set<string>();
  const words = new Set<string>();
  for (const { examples, body, language } of passagesOf(corpus)) {
    for (const text of [...examples, body]) {
      for (const term of analyse(text, language))
        if (term.text.startsWith('~')) notions.add(term.text.slice(1));
      for (const word of compiled.expand(tokenise(text))) words.add(word);
    }
  }
  const { lexicon } = corpus;
  return [
    ...Object.keys(lexicon.notions)
      .filter((notion) => !notions.has(notion))
      .map((notion) => dead(lineOf(notion), `la notion « ${notion} » n'est nommée dans aucune page`)),
    ...Object.entries(lexicon.abbreviations)
      .filter(([, long]) => !tokenise(long).some((word) => words.has(word)))
      .map(([short, long]) =>
        dead(lineOf(short), `l'abréviation « ${short} » vaut « ${long} », qu'aucune page n'emploie`),
      ),
  ];

  function dead(line: number, message: string): Fault {
    return { file, line, level: 'avertissement', message };
  }
}
