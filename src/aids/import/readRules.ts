import { fold } from '../../text/normalise';
import { placeNamed, type NamedPlace } from './placeNamed';

/** One statement of a rule that the catalogue's `publicodes` make. */
export type Atom =
  | { readonly kind: 'employees'; readonly min?: number; readonly max?: number }
  | { readonly kind: 'place'; readonly place: NamedPlace }
  | { readonly kind: 'section'; readonly section: string }
  | { readonly kind: 'notMicro' }
  | { readonly kind: 'objective'; readonly name: string }
  /** The scheme's dates, which are fields of their own. */
  | { readonly kind: 'dates' };

/** A rule, its references to other rules replaced by what those say. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly atom: Atom; readonly rule: string };

/** A rule that could not be read, by its name. */
export interface RuleFault {
  readonly rule: string;
  readonly reason: string;
}

/** Combinations that are understood; the value of `applicable si` and `valeur` is one rule. */
const keys = ['toutes ces conditions', 'une de ces conditions', 'applicable si', 'valeur'];

/**
 * Reads the rules that are reached from `names`: the catalogue's dialect of Publicodes, of which only what its programmes use is understood. Pure.
 * @param names rules that must all hold; a name without rule says nothing
 * @returns what could be read; with a fault the condition is not whole and must not be applied
 */
export function readRules(
  rules: Readonly<Record<string, unknown>>,
  names: readonly string[],
): { condition: Condition; faults: readonly RuleFault[]; unused: readonly string[] } {
  const byName = new Map(Object.entries(rules).map(([name, rule]) => [bare(name), rule]));
  const faults: RuleFault[] = [];
  const reached = new Set<string>();

  const read = (rule: unknown, name: string, above: readonly string[]): Condition[] => {
    if (typeof rule === 'string' || rule === true) return readStatement(String(rule), name, above);
    if (!isRecord(rule)) return fault(name, `règle illisible : ${JSON.stringify(rule)}`);
    const strange = Object.keys(rule).filter((key) => !keys.includes(key));
    if (strange.length > 0) return fault(name, `forme de règle inconnue : ${strange.join(', ')}`);
    const each = (list: unknown): Condition[] => {
      if (!Array.isArray(list)) return fault(name, 'liste de conditions attendue');
      return list.flatMap((one) => read(one, name, above));
    };
    return Object.entries(rule).map(([key, value]): Condition => {
      if (key === 'une de ces conditions') return { any: each(value) };
      return { all: key === 'toutes ces conditions' ? each(value) : read(value, name, above) };
    });
  };

  const readStatement = (statement: string, name: string, above: readonly string[]): Condition[] => {
    const said = bare(statement);
    if (said === 'oui' || said === 'true') return [];
    if (byName.has(said)) {
      if (above.includes(said)) return fault(name, `la règle renvoie à elle-même par « ${said} »`);
      return readNamed(said, above);
    }
    const atom = readAtom(said);
    return atom ? [{ atom, rule: name }] : fault(name, `condition inconnue : « ${said} »`);
  };

  const readNamed = (name: string, above: readonly string[]): Condition[] => {
    reached.add(name);
    return [{ all: read(byName.get(name), name, [...above, name]) }];
  };

  const fault = (rule: string, reason: string): [] => {
    faults.push({ rule, reason });
    return [];
  };

  // What a rule before refers to is read with it.
  const all = names.flatMap((name) => (byName.has(name) && !reached.has(name) ? readNamed(name, []) : []));
  return { condition: { all }, faults, unused: [...byName.keys()].filter((name) => !reached.has(name)) };
}

/** Names may be written with or without the name space of their subject. */
const bare = (name: string): string =>
  name
    .replace(/\s+/g, ' ')
    .replace(/’/g, "'")
    .trim()
    .replace(/^entreprise \. /, '');

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readAtom(said: string): Atom | undefined {
  const size = /^effectif (<=|>=|<|>|=) (\d+)$/.exec(said);
  if (size) return sizeAtom(size[1] ?? '', Number(size[2]));
  const section = /^code NAF niveau 1 \. est ([A-U])$/.exec(said)?.[1];
  if (section) return { kind: 'section', section };
  const region = /^région = (.+)$/.exec(said)?.[1];
  const place = region === undefined ? undefined : placeNamed(region.replace(/^'(.*)'$/, '$1'));
  if (place) return { kind: 'place', place };
  if (said === 'microentrepreneur = non') return { kind: 'notMicro' };
  const objective = /^questionnaire \. objectif prioritaire \. est (.+)$/.exec(said)?.[1];
  if (objective) return { kind: 'objective', name: fold(objective) };
  return /^(?:date du jour [<>]= dispositif \. (?:début|fin) de validité|dispositif \. (?:début|fin) de validité [<>]= date du jour)$/.test(
    said,
  )
    ? { kind: 'dates' }
    : undefined;
}

function sizeAtom(comparison: string, count: number): Atom {
  switch (comparison) {
    case '<=':
      return { kind: 'employees', max: count };
    case '<':
      return { kind: 'employees', max: count - 1 };
    case '>=':
      return { kind: 'employees', min: count };
    case '>':
      return { kind: 'employees', min: count + 1 };
    default:
      return { kind: 'employees', min: count, max: count };
  }
}
