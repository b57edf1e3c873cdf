import type { Profile } from '../../aids/profile';

type HeadCount = Pick<Profile, 'employees' | 'employeesBand'>;

const number = '(\\d{1,3}(?:[ .\\u00a0\\u202f]\\d{3})+|\\d+)';
const people =
  '(?:salarie|employe|personnes|personne(?! ne)|collaborateur|ouvrier|agents?\\b|etp\\b|compagnon|equivalents? temps|gars\\b|mecs\\b|tetes\\b|people\\b|employee|staff\\b|workers?\\b|full-time|fte\\b|persons?\\b)';
/** Nothing that follows makes it an amount, an age or a measure. */
const alone =
  '(?![\\d.,]*\\s*(?:k\\b|m\\b|k?€|m€|euro|million|milliard|ans?\\b|annee|%|kw|mw|gw|tonnes?|m2|m3|years?\\b|km))';

const band = new RegExp(`(?:entre |between )?${number}\\s*(?:a|-|et|to|and)\\s*${number}\\s+${people}`);
const counted = new RegExp(
  `${number}(?:-|\\s+)(?:(?!pour|pr|et|mais|avec|dans|sans|and|for|with)[a-z-]{2,14}\\s+|d')?${people}`,
);
const stated = new RegExp(
  `(?:effectifs?(?: est| total)?(?: de)?|headcount(?: is)?(?: of)?|(?:on|nous) (?:est|sommes)(?: a| environ| a peu pres)?|we are(?: about)?|(?:pme|tpe|eti|entreprise|boite|societe|usine|atelier|equipe|sme|company|team)(?: familiale| industrielle)? (?:de|of|a)(?: environ)?|pme)\\s*:?\\s*${number}\\b${alone}`,
);
const none =
  /\b(?:sans|aucun|pas de|zero) salarie|no employees?\b|tout seul|toute seule|seul dans|je suis seule?\b/;
/** An increase is not what the company counts. */
const hiring =
  /(?:recruter|embaucher|former|hire|recruit|train|creer|creation de|create)\s+(?:environ |about )?$/;

const toNumber = (digits: string | undefined): number => Number((digits ?? '').replace(/\D/g, ''));

/** Size categories in a sentence, when no head count is told (décret 2008-1354). */
const categories: readonly (readonly [RegExp, { readonly min: number; readonly max: number }])[] = [
  [/\btpe\b|tres petite entreprise|very small (?:company|business)/, { min: 0, max: 9 }],
  [/\beti\b|taille intermediaire|mid-?cap/, { min: 250, max: 4999 }],
  [/\bgrand groupe|grande entreprise|large (?:group|company)/, { min: 5000, max: 1_000_000 }],
  [/\bpme\b|\bpmi\b|\bsme\b/, { min: 0, max: 249 }],
];

/** The head count that a sentence tells. @param said folded, numbers as digits (`withDigits`) */
export function employeesIn(said: string): HeadCount {
  const between = band.exec(said);
  if (between) {
    const [min, max] = [toNumber(between[1]), toNumber(between[2])];
    if (min < max) return { employeesBand: { min, max } };
  }
  const count = counted.exec(said);
  if (count && !hiring.test(said.slice(0, count.index))) return { employees: toNumber(count[1]) };
  const told = stated.exec(said);
  if (told) return { employees: toNumber(told[1]) };
  if (none.test(said)) return { employees: 0 };
  const category = categories.find(([pattern]) => pattern.test(said));
  return category ? { employeesBand: category[1] } : {};
}
