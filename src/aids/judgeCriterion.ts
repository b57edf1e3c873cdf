import { departementOf, regionOf } from '../shared/regions';
import { isActivityAmong, sectionOf } from './activity';
import type { Profile } from './profile';
import type { Criterion, SizeCategory } from './scheme';

/** Whether a profile meets one condition. `unknown`: the profile does not say; it never excludes. */
export type CriterionState = 'met' | 'unmet' | 'unknown';

/** INSEE's category of sole traders. A micro-entrepreneur is one; not every sole trader is a micro-entrepreneur. */
const soleTrader = '1000';

/** @param on ISO day on which ages are counted */
export function judgeCriterion(criterion: Criterion, profile: Profile, on: string): CriterionState {
  switch (criterion.name) {
    case 'employees':
      return forHeadCounts(profile, (count) => within(count, criterion.min, criterion.max));
    case 'category':
      return forHeadCounts(profile, (count) =>
        stateOf(categoriesOf(count).some((one) => criterion.categories.includes(one))),
      );
    case 'activity':
      return activityState(criterion.codes, profile);
    case 'place':
      return placeState(criterion, profile);
    case 'age':
      return within(
        profile.createdOn === undefined ? undefined : yearsBetween(profile.createdOn, on),
        criterion.minYears,
        // "At most three years" ends on the third birthday.
        criterion.maxYears,
      );
    case 'notMicro':
      return profile.legalCategory === undefined || profile.legalCategory === soleTrader ? 'unknown' : 'met';
    case 'cost':
      return within(profile.cost, criterion.min, criterion.max);
    case 'notOrdered':
      return profile.stage === undefined
        ? 'unknown'
        : stateOf(['idea', 'study', 'quotes'].includes(profile.stage));
  }
}

/** Size categories that a head count allows (décret 2008-1354: below 10, 250, 5000); a TPE is a PME too. */
export function categoriesOf(employees: number): readonly SizeCategory[] {
  if (employees < 10) return ['TPE', 'PME'];
  if (employees < 250) return ['PME'];
  return employees < 5000 ? ['ETI'] : ['GE'];
}

/** A band decides only what both its ends agree on. */
function forHeadCounts(
  { employees, employeesBand }: Profile,
  judge: (count: number) => CriterionState,
): CriterionState {
  if (employees !== undefined) return judge(employees);
  if (!employeesBand) return 'unknown';
  const [least, most] = [judge(employeesBand.min), judge(employeesBand.max)];
  return least === most ? least : 'unknown';
}

function activityState(codes: readonly string[], { activityCode, activitySection }: Profile): CriterionState {
  if (activityCode !== undefined && sectionOf(activityCode) !== undefined) {
    return stateOf(isActivityAmong(activityCode, codes));
  }
  if (activitySection === undefined) return 'unknown';
  if (codes.includes(activitySection)) return 'met';
  // A condition on a part of the section leaves open whether the company is in that part.
  return codes.some((code) => sectionOf(code) === activitySection) ? 'unknown' : 'unmet';
}

const stateOf = (met: boolean): CriterionState => (met ? 'met' : 'unmet');

function within(value: number | undefined, min = -Infinity, max = Infinity): CriterionState {
  return value === undefined ? 'unknown' : stateOf(value >= min && value <= max);
}

function placeState(
  { regions, departements }: Extract<Criterion, { name: 'place' }>,
  { communeCode, regionCode }: Profile,
): CriterionState {
  const departement = communeCode === undefined ? undefined : departementOf(communeCode);
  const region = departement === undefined ? regionCode : regionOf(departement)?.code;
  if (region !== undefined && regions.includes(region)) return 'met';
  if (departement !== undefined) return stateOf(departements.includes(departement));
  if (region === undefined) return 'unknown';
  // The region alone does not tell whether the site is in one of its départements.
  return departements.some((one) => regionOf(one)?.code === region) ? 'unknown' : 'unmet';
}

/** Years with their fraction; birthdays count from the day itself. */
function yearsBetween(from: string, to: string): number {
  const whole = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  const birthday = `${to.slice(0, 4)}${from.slice(4)}`;
  const elapsed = to < birthday ? whole - 1 : whole;
  return to.slice(4) === from.slice(4) ? elapsed : elapsed + 0.5;
}
