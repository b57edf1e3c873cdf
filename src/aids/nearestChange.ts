import type { Match } from './matchScheme';
import type { Profile } from './profile';
import { themeShare } from './rankMatches';
import type { Criterion } from './scheme';

/** What would have to be otherwise for a scheme to open. Told to visitors as a possibility, never as advice to arrange it. */
export type Change =
  /** The criterion itself says what is asked for. */
  | { readonly kind: 'criterion'; readonly criterion: Criterion }
  /** Nothing but time, until an ISO day. */
  | { readonly kind: 'wait'; readonly until: string }
  /** It is over; it may come back. */
  | { readonly kind: 'reopening' }
  /** No change of the project's opens it. */
  | { readonly kind: 'none'; readonly criterion: Criterion };

/** How near a change is: what is a matter of the project before what is a matter of the company. */
const nearness: Readonly<Record<Criterion['name'], number>> = {
  cost: 0,
  notOrdered: 1,
  employees: 2,
  category: 3,
  place: 4,
  activity: 5,
  age: 6,
  notMicro: 7,
};

/**
 * What would have to change for a scheme that does not fit, the nearest change first; all of them are needed together. Empty: it is not refused.
 */
export function nearestChanges({ criteria, status, verdict }: Match, profile: Profile): readonly Change[] {
  if (status.kind === 'closed' || status.kind === 'suspended') return [{ kind: 'reopening' }];
  const refused = criteria
    .filter(({ state }) => state === 'unmet')
    .map(({ criterion }) => criterion)
    .sort((a, b) => nearness[a.name] - nearness[b.name]);
  const changes = refused.map((criterion) => changeFor(criterion, profile));
  if (status.kind === 'notYetOpen' && verdict !== 'eligible') {
    return [...changes, { kind: 'wait', until: status.opensOn }];
  }
  return changes;
}

function changeFor(criterion: Criterion, { createdOn }: Profile): Change {
  if (criterion.name !== 'age' || createdOn === undefined) return { kind: 'criterion', criterion };
  const { minYears, maxYears = Infinity } = criterion;
  const youngEnough = minYears === undefined ? undefined : anniversary(createdOn, Math.ceil(minYears));
  // A company grows older, never younger.
  return youngEnough !== undefined && minYears !== undefined && minYears <= maxYears && maxYears === Infinity
    ? { kind: 'wait', until: youngEnough }
    : { kind: 'none', criterion };
}

function anniversary(day: string, years: number): string {
  const there = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  // Who was created on 29 February has birthdays on 1 March.
  return there.endsWith('-02-29') && Number.isNaN(Date.parse(there))
    ? there.replace('-02-29', '-03-01')
    : there;
}

/** The scheme that fits in place of one that does not: about the same things, of the same form of help if possible. Undefined: none is. */
export function nearestFitting(refused: Match, ranked: readonly Match[]): Match | undefined {
  const wanted = new Set(refused.scheme.themes);
  const scored = ranked
    .filter(({ verdict, scheme }) => isFitting(verdict) && scheme.id !== refused.scheme.id)
    .map((match) => {
      const sameKind = match.scheme.kinds.some((kind) => refused.scheme.kinds.includes(kind));
      return { match, score: themeShare(match.scheme.themes, wanted) * (sameKind ? 2 : 1) };
    })
    .filter(({ score }) => score > 0);
  // Among equals the ranking decides, which the order of the list holds.
  return scored.reduce<(typeof scored)[number] | undefined>(
    (best, one) => (best && best.score >= one.score ? best : one),
    undefined,
  )?.match;
}

const isFitting = (verdict: Match['verdict']): boolean => verdict === 'eligible' || verdict === 'toBeChecked';
