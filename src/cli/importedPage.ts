import type { ImportedScheme } from '../aids/import/mapProgramme';
import { questionsAbout, type ImportedName } from '../aids/import/importedNames';
import type { Criterion } from '../aids/scheme';
import { formatPage } from '../knowledge/formatPage';
import { pageHeadSchema, type Aid } from '../knowledge/page';
import { AppError } from '../shared/errors';

/** Where imported pages lie in their knowledge folder. */
export const importedFolder = 'aides-importees';
/** Months after which an imported page should be compared with the catalogue again. */
const monthsToCheck = 6;

/** Characters up to which the places are told with the answer. */
const maxPlaces = 120;

/** What all pages of one import share. */
export interface Catalogue {
  readonly name: string;
  readonly licence: string;
  /** Id of its entry in `sources.yml`. */
  readonly sourceId: string;
}

/** ISO days: the import, and the catalogue's copy. */
export interface ImportDays {
  readonly importedOn: string;
  readonly readOn: string;
}

/**
 * The text of a scheme's page.
 * @throws AppError KNOWLEDGE_INVALID when the page would not pass the check of knowledge pages, which the mapping is to prevent
 */
export function importedPage(
  scheme: ImportedScheme,
  { title, button }: ImportedName,
  file: string,
  { name, licence, sourceId }: Catalogue,
  { importedOn, readOn }: ImportDays,
): string {
  const head = {
    titre: title,
    bouton: button,
    type: 'aide',
    theme: 'aides',
    sources: [sourceId],
    verifie_le: readOn,
    a_verifier_le: monthsLater(readOn, monthsToCheck),
    aide: {
      ...aidOf(scheme),
      importation: { fichier: file, catalogue: name, licence, le: importedOn },
    },
    questions: questionsAbout(scheme.shortNames[0] ?? title, scheme.promise, scheme.operator),
  };
  const { error } = pageHeadSchema.safeParse(head);
  if (error) {
    const issues = error.issues.map(({ path, message }) => `${path.join('.')} : ${message}`);
    throw new AppError('KNOWLEDGE_INVALID', `${file} makes no valid page: ${issues.join(' ; ')}`);
  }
  return formatPage(head, [...paragraphsOf(scheme), `Texte du catalogue « ${name} » (${licence}).`]);
}

/** In the order of `aidSchema`; empty lists and what is false by default are left out. */
function aidOf(scheme: ImportedScheme): Record<string, unknown> {
  const listed = <T>(list: readonly T[]): T[] | undefined => (list.length > 0 ? [...list] : undefined);
  return {
    sigles: [...scheme.shortNames],
    operateur: scheme.operator,
    autres_operateurs: listed(scheme.otherOperators),
    niveau: scheme.level,
    nature: [...scheme.kinds],
    themes: [...scheme.themes],
    objet: scheme.promise,
    pour_qui: scheme.forWhom,
    ...scheme.criteria.map(fieldsOf).reduce((fields, more) => ({ ...fields, ...more }), {}),
    exclusions: listed(scheme.conditions),
    montants: listed(scheme.amounts),
    ouverture: scheme.dates.opensOn,
    fermeture: scheme.dates.closesOn,
    suspendue: scheme.dates.suspended ? true : undefined,
    url: scheme.url,
    // Nobody of the programme has compared it with the operator's own page.
    confiance: 'probable',
  };
}

function fieldsOf(criterion: Criterion): Partial<Aid> {
  switch (criterion.name) {
    case 'employees':
      return { effectif_min: criterion.min, effectif_max: criterion.max };
    case 'category':
      return { categories: [...criterion.categories] };
    case 'activity':
      return { sections_naf: [...criterion.codes] };
    case 'place':
      return {
        ...(criterion.regions.length > 0 ? { regions: [...criterion.regions] } : {}),
        ...(criterion.departements.length > 0 ? { departements: [...criterion.departements] } : {}),
      };
    case 'age':
      return { anciennete_min_annees: criterion.minYears, anciennete_max_annees: criterion.maxYears };
    case 'notMicro':
      return { sans_micro_entreprise: true };
    case 'cost':
      return { cout_projet_min: criterion.min, cout_projet_max: criterion.max };
    case 'notOrdered':
      return { avant_depot: true };
  }
}

/** The promise first: it is the answer, so it must stand alone, and say when it is not meant for everywhere. */
function paragraphsOf(scheme: ImportedScheme): string[] {
  const where = scheme.places && scheme.places.length <= maxPlaces ? ` Lieux : ${scheme.places}.` : '';
  const promise = /[.!?…]$/.test(scheme.promise) ? scheme.promise : `${scheme.promise}.`;
  const [first = '', ...others] = scheme.paragraphs;
  const introduces = /[:;]$/.test(first);
  return [
    `${introduces ? promise : `${promise} ${first}`}${where}`,
    ...(introduces ? [first] : []),
    ...others,
    ...labelled('Montant', scheme.amounts),
    ...labelled('Durée', scheme.duration === undefined ? [] : [scheme.duration]),
    ...labelled('Pour qui', [scheme.forWhom]),
    ...labelled(
      'À vérifier',
      scheme.conditions.filter((condition) => !scheme.forWhom.includes(condition)),
    ),
  ];
}

const labelled = (label: string, parts: readonly string[]): string[] =>
  parts.length > 0 ? [`${label} : ${parts.join(' ; ')}`] : [];

/** The same day some months later, or the last of that month. */
function monthsLater(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
