import type { Commune } from './commune';
import { createCommuneIndex, type CommuneIndex } from './communeIndex';
import { readPlace, type PlaceQuery } from './placeKey';
import type { FindSite, SiteOutcome } from './site';

/** As many as can be offered as buttons. */
const mostOffered = 8;

/**
 * Finds sites among communes, which are read and indexed at the first question only (some tenths of a second for the whole country).
 * @param communes the likelier first: where more than eight answer, the first eight are offered, those of the programme before the others
 */
export function createFindSite(communes: () => readonly Commune[]): FindSite {
  let index: CommuneIndex | undefined;
  return (typed) => {
    index ??= createCommuneIndex(communes());
    const place = readPlace(typed);
    const found = outcomeOf(communesOf(place, index));
    if (found.kind !== 'unknown' || place.code !== undefined) return found;
    const near = inOrder(index.nearlyNamed(place.name));
    return near.length > 0 ? { kind: 'ambiguous', communes: near } : found;
  };
}

function communesOf({ code, department, name }: PlaceQuery, index: CommuneIndex): readonly Commune[] {
  // "Paris 15": that is no department with such a town, so the number belongs to the name.
  const named = name ? index.named(name) : [];
  if (code === undefined) {
    const there = department ? named.filter((commune) => commune.code.startsWith(department)) : [];
    return there.length > 0 ? there : named;
  }
  const fitting = named.filter((commune) => commune.postcodes.includes(code) || commune.code === code);
  if (fitting.length > 0) return fitting;
  const served = index.withPostcode(code);
  if (served.length > 0) return served;
  const commune = index.withCode(code);
  return commune ? [commune] : named;
}

function outcomeOf(found: readonly Commune[]): SiteOutcome {
  const [only, ...others] = inOrder(found);
  if (!only) return { kind: 'unknown' };
  if (others.length > 0) return { kind: 'ambiguous', communes: [only, ...others] };
  const { intercommunality } = only;
  return intercommunality
    ? { kind: 'inside', commune: only, intercommunality }
    : { kind: 'outside', commune: only };
}

function inOrder(found: readonly Commune[]): readonly Commune[] {
  const once = [...new Set(found)];
  const inside = once.filter((commune) => commune.intercommunality);
  return [...inside, ...once.filter((commune) => !commune.intercommunality)].slice(0, mostOffered);
}
