import { divisionsOf } from '../activity';
import type { Criterion } from '../scheme';
import { placeNamed } from './placeNamed';
import type { ImportIssue, Programme } from './programme';

const codeForm = /^(?:[A-U]|\d{2}(?:\.?\d{1,2}[A-Z]?)?)$/;
const sections = 'ABCDEFGHIJKLMNOPQRSTU'.split('');

/** The criteria that the published layout gives as data under `conditions d'éligibilité`; none for sentences alone. Pure. */
export function publishedCriteria(conditions: Programme["conditions d'éligibilité"]): {
  criteria: readonly Criterion[];
  issues: readonly ImportIssue[];
} {
  const issues: ImportIssue[] = [];
  const size = conditions?.["taille de l'entreprise"];
  const age = conditions?.["nombre d'années d'activité"];
  const min = size?.['effectif minimum'];
  const max = size?.['effectif maximum'];
  const minYears = age?.["minimum d'années d'activité"];
  const maxYears = age?.["maximum d'années d'activité"];
  const categories = size?.["catégorie d'entreprise"] ?? [];
  const stop = (field: string, reason: string): void => {
    issues.push({ field, reason, stops: true });
  };
  if ((min ?? 0) > (max ?? Infinity)) stop("taille de l'entreprise", 'aucun effectif ne peut convenir');
  const activity = activityOf(conditions?.["secteur d'activité"], stop);
  const place = placeOf(conditions?.['secteur géographique']?.['zone géographique Régions'] ?? [], stop);
  return {
    issues,
    criteria: [
      ...(min !== undefined || max !== undefined ? [{ name: 'employees', min, max } as const] : []),
      ...(categories.length > 0 ? [{ name: 'category', categories } as const] : []),
      ...(activity ? [activity] : []),
      ...(place ? [place] : []),
      ...(minYears !== undefined || maxYears !== undefined
        ? [{ name: 'age', minYears, maxYears } as const]
        : []),
      ...(size?.['éligible aux micro-entreprises'] === false ? [{ name: 'notMicro' } as const] : []),
    ],
  };
}

type Stop = (field: string, reason: string) => void;
type Activity = NonNullable<NonNullable<Programme["conditions d'éligibilité"]>["secteur d'activité"]>;

function activityOf(given: Activity | undefined, stop: Stop): Criterion | undefined {
  const named = given?.['secteurs spécifiques'] ?? [];
  const excluded = given?.['secteurs exclus'] ?? [];
  for (const code of [...named, ...excluded]) {
    if (!codeForm.test(code)) stop("secteur d'activité", `code NAF inconnu : « ${code} »`);
  }
  if (excluded.length === 0) return named.length > 0 ? { name: 'activity', codes: named } : undefined;
  const fine = excluded.filter((code) => !/^(?:[A-U]|\d{2})$/.test(code));
  if (fine.length > 0) {
    stop('secteurs exclus', `exclusion plus fine qu'une division : ${fine.join(', ')}`);
    return undefined;
  }
  const codes = (named.length > 0 ? named : sections).flatMap((code) => without(code, excluded));
  if (codes.length === 0) stop("secteur d'activité", "aucun secteur d'activité ne peut convenir");
  return { name: 'activity', codes };
}

/** What remains of a code once sections and divisions are taken away. */
function without(code: string, excluded: readonly string[]): readonly string[] {
  if (excluded.includes(code)) return [];
  if (!/^[A-U]$/.test(code)) {
    const gone = excluded.some((one) =>
      /^[A-U]$/.test(one) ? divisionsOf(one).includes(code.slice(0, 2)) : code.startsWith(one),
    );
    return gone ? [] : [code];
  }
  const divisions = divisionsOf(code);
  return divisions.some((one) => excluded.includes(one))
    ? divisions.filter((one) => !excluded.includes(one))
    : [code];
}

function placeOf(names: readonly string[], stop: Stop): Criterion | undefined {
  if (names.length === 0) return undefined;
  const places = names.map((name) => {
    const place = placeNamed(name);
    if (!place) stop('zone géographique Régions', `région inconnue : « ${name} »`);
    return place;
  });
  return {
    name: 'place',
    regions: places.flatMap((place) => (place && 'region' in place ? [place.region] : [])),
    departements: places.flatMap((place) => (place && 'departement' in place ? [place.departement] : [])),
  };
}
