import type { Criterion } from '../scheme';
import type { Atom, Condition, RuleFault } from './readRules';

type Place = Extract<Criterion, { name: 'place' }>;

/** What rules ask of a company, as the matcher's criteria, and the objectives that they name (any of them will do). */
export interface RuleCriteria {
  readonly criteria: readonly Criterion[];
  readonly objectives: readonly string[];
  /** Conditions that are understood and that criteria cannot express: with one, the criteria are not whole. */
  readonly faults: readonly RuleFault[];
}

/** Turns a condition into criteria that must all be met. Pure. */
export function criteriaOf(condition: Condition): RuleCriteria {
  const faults: RuleFault[] = [];
  let size: { min?: number; max?: number } | undefined;
  let sections: readonly string[] | undefined;
  let place: Place | undefined;
  let notMicro = false;
  const objectives: string[] = [];
  for (const { atoms, rule } of conjuncts(condition, faults)) {
    const kinds = new Set(atoms.map(({ kind }) => kind));
    const [first] = atoms;
    if (!first) faults.push({ rule, reason: 'aucune condition dans la liste' });
    else if (kinds.size > 1)
      faults.push({ rule, reason: 'alternative entre conditions de natures différentes' });
    else if (first.kind === 'section') {
      const named = atoms.flatMap((atom) => (atom.kind === 'section' ? [atom.section] : []));
      sections = sections?.filter((one) => named.includes(one)) ?? named;
      if (sections.length === 0) faults.push({ rule, reason: "aucun secteur d'activité ne peut convenir" });
    } else if (first.kind === 'place') {
      const named = placeOf(atoms);
      place = place ? common(place, named) : named;
      if (place.regions.length + place.departements.length === 0)
        faults.push({ rule, reason: 'aucun lieu ne peut convenir' });
    } else if (first.kind === 'objective') {
      objectives.push(...atoms.flatMap((atom) => (atom.kind === 'objective' ? [atom.name] : [])));
    } else if (first.kind === 'employees') {
      if (atoms.length > 1) faults.push({ rule, reason: "alternative entre tranches d'effectif" });
      size = narrowed(size, first);
      if ((size.min ?? 0) > (size.max ?? Infinity))
        faults.push({ rule, reason: 'aucun effectif ne peut convenir' });
    } else if (first.kind === 'notMicro') notMicro = true;
  }
  return {
    criteria: [
      ...(size ? [{ name: 'employees', ...size } as const] : []),
      ...(sections ? [{ name: 'activity', codes: sections } as const] : []),
      ...(place ? [place] : []),
      ...(notMicro ? [{ name: 'notMicro' } as const] : []),
    ],
    objectives,
    faults,
  };
}

/** What must all hold: each an atom, or several of which one will do. */
function conjuncts(condition: Condition, faults: RuleFault[]): { atoms: readonly Atom[]; rule: string }[] {
  if ('atom' in condition) return [{ atoms: [condition.atom], rule: condition.rule }];
  if ('all' in condition) return condition.all.flatMap((one) => conjuncts(one, faults));
  const branches = condition.any.map((one) => conjuncts(one, faults));
  const [only] = branches;
  if (only && branches.length === 1) return only;
  const rule = branches.flat()[0]?.rule ?? 'une de ces conditions';
  if (branches.some((branch) => branch.length !== 1)) {
    faults.push({ rule, reason: 'alternative entre plusieurs conditions groupées' });
    return [];
  }
  return [{ atoms: branches.flat().flatMap(({ atoms }) => atoms), rule }];
}

function placeOf(atoms: readonly Atom[]): Place {
  const places = atoms.flatMap((atom) => (atom.kind === 'place' ? [atom.place] : []));
  return {
    name: 'place',
    regions: places.flatMap((place) => ('region' in place ? [place.region] : [])),
    departements: places.flatMap((place) => ('departement' in place ? [place.departement] : [])),
  };
}

const common = (a: Place, b: Place): Place => ({
  name: 'place',
  regions: a.regions.filter((one) => b.regions.includes(one)),
  departements: a.departements.filter((one) => b.departements.includes(one)),
});

function narrowed(
  size: { min?: number; max?: number } = {},
  { min, max }: { min?: number; max?: number },
): { min?: number; max?: number } {
  const least = Math.max(size.min ?? -Infinity, min ?? -Infinity);
  const most = Math.min(size.max ?? Infinity, max ?? Infinity);
  return { ...(least === -Infinity ? {} : { min: least }), ...(most === Infinity ? {} : { max: most }) };
}
