import { departementOf, regionOf, regions as allRegions } from '../shared/regions';
import { withOrdinalFirst } from '../shared/time';
import type { CriterionTexts } from './criterionTexts';
import type { Profile, Stage } from './profile';
import type { Criterion, SizeCategory } from './scheme';
import { sectionNames } from './sectionNames';

const numbers = new Intl.NumberFormat('fr-FR');
const dates = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' });
const amount = (euros: number): string => `${numbers.format(euros).replace(/\s/g, ' ')} €`;
const count = (value: number): string => numbers.format(value).replace(/\s/g, ' ');
const day = (iso: string): string => withOrdinalFirst(dates.format(new Date(iso)));
const list = (items: readonly string[], word = 'ou'): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1) ?? ''}`;

function range(show: (value: number) => string, min?: number, max?: number): string {
  if (min !== undefined && max !== undefined) return `de ${show(min)} à ${show(max)}`;
  return min === undefined ? `au plus ${show(max ?? 0)}` : `au moins ${show(min)}`;
}

const categories: Readonly<Record<SizeCategory, string>> = {
  TPE: 'très petites entreprises (moins de 10 salariés)',
  PME: 'PME (moins de 250 salariés)',
  ETI: 'entreprises de taille intermédiaire (250 à 4 999 salariés)',
  GE: 'grandes entreprises (5 000 salariés et plus)',
};
const stages: Readonly<Record<Stage, string>> = {
  idea: 'le projet en est à l’idée',
  study: 'le projet est à l’étude',
  quotes: 'le projet en est aux devis',
  ordered: 'une commande est signée',
  begun: 'les travaux ont commencé',
  done: 'le projet est terminé',
};

const activities = (codes: readonly string[]): string =>
  list(codes.map((code) => sectionNames.fr[code] ?? `le code NAF ${code}`));

function places({ regions, departements }: Extract<Criterion, { name: 'place' }>): string {
  const named = regions.map((code) => allRegions.find((region) => region.code === code)?.name ?? code);
  return list([...named, ...departements.map((code) => `le département ${code}`)]);
}

/** What a scheme asks for. */
function asked(criterion: Criterion): string {
  switch (criterion.name) {
    case 'employees':
      return `il faut ${range(count, criterion.min, criterion.max)} salariés`;
    case 'category':
      return `réservé aux ${list(
        criterion.categories.map((one) => categories[one]),
        'et',
      )}`;
    case 'activity':
      return `réservé à certaines activités (${activities(criterion.codes)})`;
    case 'place':
      return `réservé aux sites de : ${places(criterion)}`;
    case 'age':
      return `il faut ${range((years) => `${count(years)} an${years > 1 ? 's' : ''}`, criterion.minYears, criterion.maxYears)} d’existence`;
    case 'notMicro':
      return 'les micro-entreprises en sont exclues';
    case 'cost':
      return `le projet doit coûter ${range(amount, criterion.min, criterion.max)} hors taxes`;
    case 'notOrdered':
      return 'la demande se dépose avant toute commande et avant le début des travaux';
  }
}

/** What is known of it; empty: nothing. */
function known(name: Criterion['name'], profile: Profile): string {
  switch (name) {
    case 'employees':
    case 'category': {
      const { employees, employeesBand } = profile;
      if (employees !== undefined) return `vous êtes ${count(employees)}`;
      return employeesBand ? `vous êtes de ${count(employeesBand.min)} à ${count(employeesBand.max)}` : '';
    }
    case 'activity': {
      const { activityCode, activitySection } = profile;
      if (activityCode !== undefined) return `votre code est ${activityCode}`;
      return activitySection === undefined
        ? ''
        : `votre secteur : ${sectionNames.fr[activitySection] ?? activitySection}`;
    }
    case 'place': {
      const { communeCode, regionCode } = profile;
      const departement = communeCode === undefined ? undefined : departementOf(communeCode);
      const region =
        departement === undefined
          ? allRegions.find(({ code }) => code === regionCode)
          : regionOf(departement);
      if (departement !== undefined)
        return `votre site : département ${departement}${region ? `, ${region.name}` : ''}`;
      return region ? `votre site : ${region.name}` : '';
    }
    case 'age':
      return profile.createdOn === undefined ? '' : `création le ${day(profile.createdOn)}`;
    case 'notMicro':
      return profile.legalCategory === undefined ? '' : `forme juridique ${profile.legalCategory}`;
    case 'cost':
      return profile.cost === undefined ? '' : `votre projet : ${amount(profile.cost)}`;
    case 'notOrdered':
      return profile.stage === undefined ? '' : stages[profile.stage];
  }
}

const nouns: Readonly<Record<Criterion['name'], string>> = {
  employees: 'l’effectif',
  category: 'la taille de l’entreprise',
  activity: 'l’activité (code NAF)',
  place: 'le lieu du projet',
  age: 'l’ancienneté de l’entreprise',
  notMicro: 'que vous n’êtes pas une micro-entreprise',
  cost: 'le coût du projet',
  notOrdered: 'que rien n’est commandé ni commencé',
};

const capital = (sentence: string): string => `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;

/** The sentences about criteria, in French. */
export const criterionTextsFr: CriterionTexts = {
  because({ criterion, state }, profile) {
    const told = known(criterion.name, profile);
    const end = { met: told, unmet: told, unknown: told ? `${told} : à préciser` : 'à préciser' }[state];
    return capital(end ? `${asked(criterion)} ; ${end}` : asked(criterion));
  },
  noun: (name) => nouns[name],
  change(change) {
    switch (change.kind) {
      case 'wait':
        return `à partir du ${day(change.until)}`;
      case 'reopening':
        return 'si l’opérateur la rouvre';
      case 'none':
        return `seulement pour d’autres entreprises (${asked(change.criterion)})`;
      case 'criterion':
        return change.criterion.name === 'notOrdered'
          ? 'pour ce qui n’est encore ni commandé ni commencé'
          : `si la condition changeait (${asked(change.criterion)})`;
    }
  },
};
