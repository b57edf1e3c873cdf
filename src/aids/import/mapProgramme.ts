import type { Criterion, SchemeKind } from '../scheme';
import type { SchemeDates } from '../schemeStatus';
import { criteriaOf } from './criteriaOf';
import { shortNames } from './importedNames';
import { importedThemes } from './importedThemes';
import {
  amountsOf,
  conditionsOf,
  durationOf,
  forWhomOf,
  oneLine,
  paragraphsOf,
  placesOf,
} from './importedWords';
import type { ImportIssue, Programme, ProgrammeKind } from './programme';
import { publishedCriteria } from './publishedCriteria';
import { readRules } from './readRules';
import { frenchDay } from './frenchDay';

/** A programme of the catalogue as a scheme of ours, with everything its page says; names that must be unique are given later. */
export interface ImportedScheme {
  /** The catalogue's title. */
  readonly title: string;
  readonly shortNames: readonly string[];
  readonly promise: string;
  readonly paragraphs: readonly string[];
  readonly operator: string;
  readonly otherOperators: readonly string[];
  readonly level: 'etat' | 'region';
  readonly kinds: readonly SchemeKind[];
  readonly themes: readonly string[];
  readonly forWhom: string;
  /** Where it is given, in the catalogue's words; undefined: everywhere. */
  readonly places: string | undefined;
  readonly criteria: readonly Criterion[];
  /** Conditions in words, to be read by whoever applies. */
  readonly conditions: readonly string[];
  readonly amounts: readonly string[];
  readonly duration: string | undefined;
  readonly dates: SchemeDates;
  readonly url: string | undefined;
}

const kindsOf: Readonly<Record<ProgrammeKind, readonly SchemeKind[]>> = {
  accompagnement: ['conseil'],
  étude: ['etude'],
  formation: ['formation'],
  financement: ['subvention'],
  prêt: ['pret'],
  'avantage fiscal': ['fiscal'],
};
/** Rules that must hold: the catalogue's own "is meant for" first, then those it is made of, for a file without it. */
const roots = ['est ciblée', 'est éligible', "est dans un secteur d'activité ciblé", 'a un objectif ciblé'];
const forCompanies = /entreprises|agriculteurs|associations/i;

/**
 * Maps one programme. Pure. An issue that stops means that the scheme is missing: what could not be read decides who may apply or until when, and leaving
 * it out could tell a company that it fits where it does not.
 */
export function mapProgramme(programme: Programme): {
  scheme: ImportedScheme | undefined;
  issues: readonly ImportIssue[];
} {
  const issues: ImportIssue[] = [];
  const note = (field: string, reason: string): void => {
    issues.push({ field, reason, stops: false });
  };
  const stop = (field: string, reason: string): void => {
    issues.push({ field, reason, stops: true });
  };
  const { condition, faults, unused } = readRules(programme.publicodes ?? {}, roots);
  const ruled = criteriaOf(condition);
  for (const { rule, reason } of [...faults, ...ruled.faults]) stop(`publicodes, ${rule}`, reason);
  for (const rule of unused)
    note(`publicodes, ${rule}`, 'règle jamais employée par « est ciblée » : ignorée');
  const published = publishedCriteria(programme["conditions d'éligibilité"]);
  issues.push(...published.issues);
  const known = new Set(ruled.criteria.map(({ name }) => name));
  const criteria = [...ruled.criteria, ...published.criteria.filter(({ name }) => !known.has(name))];

  const opensOn = dayOf(programme, 'début de validité', stop);
  const closesOn = dayOf(programme, 'fin de validité', stop);
  if (opensOn && closesOn && opensOn > closesOn)
    stop('fin de validité', `le ${closesOn} précède le début, le ${opensOn}`);

  const audience = programme['types bénéficiaire'] ?? [];
  if (audience.length > 0 && !audience.some((one) => forCompanies.test(one)))
    stop('types bénéficiaire', `pas pour les entreprises : ${audience.join(', ')}`);

  const { themes, unknown } = importedThemes(programme, ruled.objectives);
  for (const objective of unknown) note('objectif', `sans thème chez nous : « ${objective} »`);
  const { url } = programme;
  if (url !== undefined && !URL.canParse(url)) note('url', `adresse illisible : « ${url} »`);

  if (issues.some(({ stops }) => stops)) return { scheme: undefined, issues };
  const operator = operatorName(programme['opérateur de contact']);
  return {
    issues,
    scheme: {
      title: oneLine(programme.titre),
      shortNames: shortNames(programme.titre),
      promise: oneLine(programme.promesse),
      paragraphs: paragraphsOf(programme.description),
      operator,
      otherOperators: (programme['autres opérateurs'] ?? []).map(operatorName),
      level: levelOf(operator, criteria),
      kinds: kindsWith(programme),
      themes,
      forWhom: forWhomOf(programme),
      places: placesOf(programme),
      criteria,
      conditions: conditionsOf(programme),
      amounts: amountsOf(programme),
      duration: durationOf(programme),
      dates: {
        opensOn,
        closesOn,
        // A missing date is no statement that there is none.
        permanent: false,
        suspended: programme['aide temporairement indisponible'] ?? false,
      },
      url: url !== undefined && URL.canParse(url) ? url : undefined,
    },
  };
}

function dayOf(
  programme: Programme,
  field: 'début de validité' | 'fin de validité',
  stop: (field: string, reason: string) => void,
): string | undefined {
  const given = programme[field];
  if (given === undefined) return undefined;
  const day = frenchDay(given);
  if (!day) stop(field, `date impossible : « ${given} »`);
  return day;
}

/** The short name that everybody uses. */
const operatorName = (name: string): string =>
  oneLine(name).replace(/^Banque Publique d'Investissement France$/i, 'Bpifrance');

/** Operators of the whole country, whose schemes for some regions are the State's all the same. */
const national =
  /^(?:ademe|bpifrance|agences? de l'eau|ministère|ddfip|office français|voies navigables|agence de services|banque de france)/i;

function levelOf(operator: string, criteria: readonly Criterion[]): 'etat' | 'region' {
  if (/^région\b/i.test(operator)) return 'region';
  const forSome = criteria.some(({ name }) => name === 'place');
  return forSome && !national.test(operator.replace(/’/g, "'")) ? 'region' : 'etat';
}

/** The catalogue calls paid advice "étude" too, and says only in the amount that money is advanced. */
function kindsWith(programme: Programme): readonly SchemeKind[] {
  const kind = programme["nature de l'aide"] ?? programme["type de l'aide"];
  const kinds = kind ? kindsOf[kind] : [];
  if (kind === 'étude')
    return programme['montant du financement'] ? [...kinds, 'subvention'] : [...kinds, 'conseil'];
  return /avances? remboursables?/i.test(programme['montant du financement'] ?? '')
    ? [...kinds, 'avance']
    : kinds;
}
