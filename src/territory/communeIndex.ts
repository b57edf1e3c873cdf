import { distance } from 'fastest-levenshtein';
import type { Commune } from './commune';
import { placeKey } from './placeKey';

/** Communes by what people call them. Every list keeps the order of the communes it was made of. */
export interface CommuneIndex {
  readonly withPostcode: (postcode: string) => readonly Commune[];
  readonly withCode: (code: string) => Commune | undefined;
  /** @param key a name by `placeKey`, which may begin with "à", lack its article, or be the beginning of a name of the programme's communes */
  readonly named: (key: string) => readonly Commune[];
  /** Communes whose name begins so; else those of the programme whose name ends so, or is a slip of the pen away. */
  readonly nearlyNamed: (key: string) => readonly Commune[];
}

/** Beyond this many, a part of a name ("Saint", "sur Seine") says nothing. */
const mostByPart = 8;

/** Shorter words are not guessed at: too many names are near them. */
const shortestGuess = 4;

/** Indexes communes by name, former name, postcode and INSEE code. */
export function createCommuneIndex(communes: readonly Commune[]): CommuneIndex {
  const byCode = new Map<string, Commune>();
  const byPostcode = new Map<string, Commune[]>();
  const byName = new Map<string, Commune[]>();
  const byFormerName = new Map<string, Commune[]>();
  const insideNames: (readonly [string, Commune])[] = [];
  for (const commune of communes) {
    byCode.set(commune.code, commune);
    for (const postcode of commune.postcodes) add(byPostcode, postcode, commune);
    const key = placeKey(commune.name);
    const formerKeys = (commune.formerNames ?? []).map(placeKey);
    add(byName, key, commune);
    for (const former of formerKeys) add(byFormerName, former, commune);
    if (commune.intercommunality) for (const name of [key, ...formerKeys]) insideNames.push([name, commune]);
  }

  const exactly = (key: string): readonly Commune[] => {
    const former = byFormerName.get(key) ?? [];
    const current = byName.get(key);
    return current ? [...current, ...former.filter((commune) => commune.intercommunality)] : former;
  };
  const insideBeginning = (key: string): readonly Commune[] => {
    const start = `${key} `;
    return few(insideNames.flatMap(([name, commune]) => (name.startsWith(start) ? commune : [])));
  };
  const anyBeginning = (key: string): readonly Commune[] => {
    const start = `${key} `;
    const found: Commune[] = [];
    for (const [name, communes] of byName) if (name.startsWith(start)) found.push(...communes);
    return few(found);
  };

  return {
    withPostcode: (postcode) => byPostcode.get(postcode) ?? [],
    withCode: (code) => byCode.get(code),
    named(key) {
      for (const name of waysToSay(key)) {
        const exact = exactly(name);
        if (exact.some((commune) => commune.intercommunality)) return exact;
        // Who shortens the name of a neighbour must not be told to be far away.
        const found = [...exact, ...insideBeginning(name)];
        if (found.length > 0) return found;
      }
      return [];
    },
    nearlyNamed(key) {
      if (key.length < shortestGuess) return [];
      const begun = anyBeginning(key);
      if (begun.length > 0) return begun;
      // The last word is what neighbours say of a long name.
      const ended = few(
        insideNames.filter(([name]) => name.endsWith(` ${key}`)).map(([, commune]) => commune),
      );
      if (ended.length > 0) return ended;
      const most = key.length < 8 ? 1 : 2;
      const slips = insideNames
        .filter(([name]) => Math.abs(name.length - key.length) <= most)
        .map(([name, commune]) => ({ commune, slips: distance(key, name) }));
      const fewest = Math.min(most, ...slips.map((one) => one.slips));
      return slips.filter((one) => one.slips === fewest).map((one) => one.commune);
    },
  };
}

/** The name as typed, then without what may stand before it, then with the article that people leave out, then without a district's number. */
function waysToSay(key: string): readonly string[] {
  const bare = key
    .replace(/^(?:(?:la )?(?:commune|ville) (?:de |d )?|a |au |aux )/, '')
    .replace(/^(?:le|la|les|l) /, '');
  const town = bare.replace(/ \d{1,2}(?: ?(?:er|e|eme|ieme))?(?: arrondissement)?$/, '');
  return [...new Set([key, bare, `le ${bare}`, `la ${bare}`, `les ${bare}`, `l ${bare}`, town])].filter(
    Boolean,
  );
}

function few(found: readonly Commune[]): readonly Commune[] {
  const once = [...new Set(found)];
  return once.length > mostByPart ? [] : once;
}

function add(map: Map<string, Commune[]>, key: string, commune: Commune): void {
  const there = map.get(key);
  if (there) there.push(commune);
  else map.set(key, [commune]);
}
