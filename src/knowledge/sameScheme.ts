import { tokenise } from '../text/tokenise';
import type { Corpus } from './corpus';
import type { Fault } from './fault';
import { fieldLine } from './fieldLine';
import { addressKeys, importedTwins } from './importedTwins';
import type { Aid, Page } from './page';

/**
 * Two pages on one scheme: the same official address, or short names of which none is a page's own (several schemes of one fund may share the fund's
 * name beside names of their own). Between editors' pages it is an error; an imported page beside an editor's is a warning, since the editor's answers
 * questions anyway.
 */
export function sameSchemeFaults(corpus: Corpus, folders: readonly string[]): Fault[] {
  const own = [...corpus.pages.values()].filter(({ aid }) => aid && !aid.importation);
  const faults: Fault[] = [];
  own.forEach((page, i) => {
    for (const earlier of own.slice(0, i)) {
      const field = sharedField(earlier, page);
      if (field === undefined) continue;
      faults.push({
        file: page.file,
        line: fieldLine(folders, page.file, field),
        level: 'erreur',
        message: `${reasons[field]} : ${earlier.file} décrit déjà ce dispositif`,
      });
    }
  });
  for (const [id, ownId] of importedTwins(corpus.pages.values())) {
    faults.push({
      file: corpus.pages.get(id)?.file ?? id,
      line: 1,
      level: 'avertissement',
      message: `${corpus.pages.get(ownId)?.file ?? ownId} décrit déjà ce dispositif ; la page importée ne répond pas aux questions`,
    });
  }
  return faults;
}

const reasons = { url: 'même adresse officielle', sigles: 'mêmes sigles' } as const;

function sharedField(one: Page, other: Page): keyof typeof reasons | undefined {
  if (!one.aid || !other.aid) return undefined;
  const address = addressOf(one.aid);
  if (address !== undefined && address === addressOf(other.aid)) return 'url';
  const [names, otherNames] = [namesOf(one.aid), namesOf(other.aid)];
  return isWithin(names, otherNames) || isWithin(otherNames, names) ? 'sigles' : undefined;
}

/** Undefined for the front page of an operator, which names none of its schemes. */
const addressOf = ({ url }: Aid): string | undefined => (url === undefined ? undefined : addressKeys(url)[0]);

const namesOf = ({ sigles }: Aid): ReadonlySet<string> =>
  new Set(sigles.map((name) => tokenise(name).join('')));

const isWithin = (names: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  names.size > 0 && [...names].every((name) => others.has(name));
