import { regionOf } from '../shared/regions';
import { stopWords } from '../text/stopWords';
import { tokenise } from '../text/tokenise';
import type { Corpus } from './corpus';
import { importedTwins } from './importedTwins';
import type { Page } from './page';

/** Most words of a question that are taken together as a name. */
const longestName = 8;
/** Fewest letters of a name: shorter ones are found inside ordinary words' neighbours. */
const shortestName = 4;

/** An imported scheme that a question calls by its name. */
export interface NamedScheme {
  readonly page: Page;
  /** The name holds a word that no editor's page uses: whoever types it means this scheme and nothing else. */
  readonly distinctive: boolean;
  /** Words of the name, small ones not counted. */
  readonly words: number;
}

/** The imported schemes whose name stands in a question, the longest name first; spaces and small words do not matter. */
export type FindNamed = (question: string) => readonly NamedScheme[];

/** @param isOwnWord whether editors' pages use a folded word */
export function createFindNamed(corpus: Corpus, isOwnWord: (word: string) => boolean): FindNamed {
  const twins = importedTwins(corpus.pages.values());
  const byName = new Map<string, NamedScheme[]>();
  for (const page of corpus.pages.values()) {
    if (!page.aid?.importation || twins.has(page.id)) continue;
    const names = new Map<string, NamedScheme>();
    for (const words of [page.fr.title, ...page.aid.sigles].map(contentOf)) {
      // "Programme Breizh Fab" is asked for as "Breizh Fab"; "Prêt Tourisme" never as "tourisme".
      const rest = words.slice(1);
      for (const name of rest.some((word) => !isOwnWord(word)) ? [words, rest] : [words]) {
        // Written together, "Rés'Eau" is a word of everybody's.
        if (name.length > 1 && isOwnWord(name.join(''))) continue;
        const distinctive = name.some((word) => !isOwnWord(word));
        names.set(name.join(''), { page, distinctive, words: name.length });
      }
    }
    for (const [joined, named] of names) {
      if (joined.length >= shortestName) byName.set(joined, [...(byName.get(joined) ?? []), named]);
    }
  }
  return (question) => {
    const words = contentOf(question);
    for (let length = Math.min(longestName, words.length); length > 0; length -= 1) {
      const found = words
        .slice(0, words.length - length + 1)
        .flatMap((_, i) => byName.get(words.slice(i, i + length).join('')) ?? []);
      if (found.length > 0) return found;
    }
    return [];
  };
}

const contentOf = (text: string): string[] => tokenise(text).filter((word) => !stopWords.has(word));

/** Whether a scheme is open somewhere in the territory; a folder that does not say where it lies is open to all. */
export function isForTerritory({ aid }: Page, regions: readonly string[]): boolean {
  const places = [...(aid?.regions ?? []), ...(aid?.departements ?? [])];
  if (places.length === 0 || regions.length === 0) return true;
  return (
    regions.some((region) => aid?.regions?.includes(region)) ||
    (aid?.departements ?? []).some((one) => regions.includes(regionOf(one)?.code ?? ''))
  );
}
