import { departementOf, regionOf, regions as allRegions } from '../shared/regions';
import type { CriterionTexts } from './criterionTexts';
import type { Profile, Stage } from './profile';
import type { Criterion, SizeCategory } from './scheme';
import { sectionNames } from './sectionNames';

const numbers = new Intl.NumberFormat('en-GB');
const dates = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const amount = (euros: number): string => `€${numbers.format(euros)}`;
const count = (value: number): string => numbers.format(value);
const day = (iso: string): string => dates.format(new Date(iso));
const list = (items: readonly string[], word = 'or'): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1) ?? ''}`;

function range(show: (value: number) => string, min?: number, max?: number): string {
  if (min !== undefined && max !== undefined) return `${show(min)} to ${show(max)}`;
  return min === undefined ? `at most ${show(max ?? 0)}` : `at least ${show(min)}`;
}

const categories: Readonly<Record<SizeCategory, string>> = {
  TPE: 'very small companies (fewer than 10 employees)',
  PME: 'SMEs (fewer than 250 employees)',
  ETI: 'mid-caps (250 to 4,999 employees)',
  GE: 'large companies (5,000 employees and more)',
};
const stages: Readonly<Record<Stage, string>> = {
  idea: 'the project is an idea',
  study: 'the project is being studied',
  quotes: 'quotes are being collected',
  ordered: 'an order has been signed',
  begun: 'work has begun',
  done: 'the project is finished',
};

const activities = (codes: readonly string[]): string =>
  list(codes.map((code) => sectionNames.en[code] ?? `NAF code ${code}`));

function places({ regions, departements }: Extract<Criterion, { name: 'place' }>): string {
  const named = regions.map((code) => allRegions.find((region) => region.code === code)?.name ?? code);
  return list([...named, ...departements.map((code) => `département ${code}`)]);
}

/** What a scheme asks for. */
function asked(criterion: Criterion): string {
  switch (criterion.name) {
    case 'employees':
      return `asks for ${range(count, criterion.min, criterion.max)} employees`;
    case 'category':
      return `for ${list(
        criterion.categories.map((one) => categories[one]),
        'and',
      )} only`;
    case 'activity':
      return `for certain activities only (${activities(criterion.codes)})`;
    case 'place':
      return `for sites in ${places(criterion)} only`;
    case 'age':
      return `asks for ${range(count, criterion.minYears, criterion.maxYears)} years of existence`;
    case 'notMicro':
      return 'not open to micro-entrepreneurs';
    case 'cost':
      return `the project must cost ${range(amount, criterion.min, criterion.max)} before tax`;
    case 'notOrdered':
      return 'to be applied for before anything is ordered or begun';
  }
}

/** What is known of it; empty: nothing. */
function known(name: Criterion['name'], profile: Profile): string {
  switch (name) {
    case 'employees':
    case 'category': {
      const { employees, employeesBand } = profile;
      if (employees !== undefined) return `you are ${count(employees)}`;
      return employeesBand ? `you are ${count(employeesBand.min)} to ${count(employeesBand.max)}` : '';
    }
    case 'activity': {
      const { activityCode, activitySection } = profile;
      if (activityCode !== undefined) return `your code is ${activityCode}`;
      return activitySection === undefined
        ? ''
        : `your sector: ${sectionNames.en[activitySection] ?? activitySection}`;
    }
    case 'place': {
      const { communeCode, regionCode } = profile;
      const departement = communeCode === undefined ? undefined : departementOf(communeCode);
      const region =
        departement === undefined
          ? allRegions.find(({ code }) => code === regionCode)
          : regionOf(departement);
      if (departement !== undefined)
        return `your site: département ${departement}${region ? `, ${region.name}` : ''}`;
      return region ? `your site: ${region.name}` : '';
    }
    case 'age':
      return profile.createdOn === undefined ? '' : `created on ${day(profile.createdOn)}`;
    case 'notMicro':
      return profile.legalCategory === undefined ? '' : `legal form ${profile.legalCategory}`;
    case 'cost':
      return profile.cost === undefined ? '' : `your project: ${amount(profile.cost)}`;
    case 'notOrdered':
      return profile.stage === undefined ? '' : stages[profile.stage];
  }
}

const nouns: Readonly<Record<Criterion['name'], string>> = {
  employees: 'the head count',
  category: 'the size of the company',
  activity: 'the activity (NAF code)',
  place: 'where the project is',
  age: 'how old the company is',
  notMicro: 'that you are no micro-entrepreneur',
  cost: 'the cost of the project',
  notOrdered: 'that nothing is ordered or begun',
};

const capital = (sentence: string): string => `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;

/** The sentences about criteria, in English. */
export const criterionTextsEn: CriterionTexts = {
  because({ criterion, state }, profile) {
    const told = known(criterion.name, profile);
    const end = { met: told, unmet: told, unknown: told ? `${told}: to be specified` : 'to be specified' }[
      state
    ];
    return capital(end ? `${asked(criterion)}; ${end}` : asked(criterion));
  },
  noun: (name) => nouns[name],
  change(change) {
    switch (change.kind) {
      case 'wait':
        return `from ${day(change.until)}`;
      case 'reopening':
        return 'if its operator opens it again';
      case 'none':
        return `for other companies only (${asked(change.criterion)})`;
      case 'criterion':
        return change.criterion.name === 'notOrdered'
          ? 'for what is neither ordered nor begun yet'
          : `if this were otherwise (${asked(change.criterion)})`;
    }
  },
};
