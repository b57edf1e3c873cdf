import { judgeCriterion, type CriterionState } from './judgeCriterion';
import type { Profile } from './profile';
import type { Criterion, Scheme } from './scheme';
import { schemeStatus, type SchemeStatus } from './schemeStatus';

/**
 * What a profile and a scheme give together. `eligible`: every criterion that data can express is met; it promises nothing, since operators
 * decide, and conditions in words remain to be read. `toBeChecked`: none is unmet, and something is unknown.
 */
export type Verdict = 'eligible' | 'toBeChecked' | 'notEligible' | 'ended';

/** One criterion and whether the profile meets it. */
export interface JudgedCriterion {
  readonly criterion: Criterion;
  readonly state: CriterionState;
}

/** A scheme judged for a profile. */
export interface Match {
  readonly scheme: Scheme;
  readonly verdict: Verdict;
  readonly criteria: readonly JudgedCriterion[];
  readonly status: SchemeStatus;
}

/**
 * Judges one scheme. Themes say whether it is about the project and are no criterion (`rankMatches`).
 * @param on ISO day in the visitor's country
 */
export function matchScheme(scheme: Scheme, profile: Profile, on: string): Match {
  const status = schemeStatus(scheme.dates, on);
  const criteria = scheme.criteria.map((criterion) => ({
    criterion,
    state: judgeCriterion(criterion, profile, on),
  }));
  return { scheme, verdict: verdictOf(criteria, status), criteria, status };
}

function verdictOf(criteria: readonly JudgedCriterion[], status: SchemeStatus): Verdict {
  if (status.kind === 'closed') return 'ended';
  if (criteria.some(({ state }) => state === 'unmet')) return 'notEligible';
  // Nobody can apply yet, so it is not shown among what fits today.
  const waits = status.kind === 'notYetOpen' || status.kind === 'suspended';
  return waits || criteria.some(({ state }) => state === 'unknown') ? 'toBeChecked' : 'eligible';
}
