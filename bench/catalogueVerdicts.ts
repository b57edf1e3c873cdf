import Engine from 'publicodes';
import { sectionOf } from '../src/aids/activity';
import type { Verdict } from '../src/aids/matchScheme';
import type { Profile } from '../src/aids/profile';
import { departementOf, regionOf, regions } from '../src/shared/regions';

const sections = 'ABCDEFGHIJKLMNOPQRSTU'.split('');
const eligible = 'entreprise . est éligible';
const inSector = "entreprise . est dans un secteur d'activité ciblé";

/** A programme as its file gives it. */
export type RawProgramme = Readonly<Record<string, unknown>>;

/**
 * The verdicts that the catalogue's own rules give, as the library for which they were written evaluates them: an account of the same data that
 * shares no code with the import. Dates and place names come from the file, objectives are left out.
 */
export function catalogueVerdicts(
  programme: RawProgramme,
  profiles: readonly Profile[],
  on: string,
): Verdict[] {
  const rules = programme.publicodes as Readonly<Record<string, unknown>>;
  const engine = new Engine({ ...baseRules(rules), ...rules } as never, { logger: silent });
  const dates = Object.fromEntries(
    ['début de validité', 'fin de validité'].flatMap((field) =>
      typeof programme[field] === 'string' ? [[`dispositif . ${field}`, programme[field]]] : [],
    ),
  );
  const today = { 'date du jour': on.split('-').reverse().join('/'), ...dates };
  return profiles.map((profile) => {
    engine.setSituation({ ...today, ...situationOf(profile) });
    const holds = (rule: string): unknown => engine.evaluate(rule).nodeValue;
    if (
      'dispositif . fin de validité' in dates &&
      holds('date du jour <= dispositif . fin de validité') === false
    )
      return 'ended';
    if (
      'dispositif . début de validité' in dates &&
      holds('dispositif . début de validité <= date du jour') === false
    )
      return 'toBeChecked';
    const values = [eligible, inSector].filter((rule) => rule in rules).map(holds);
    if (values.some((value) => value === false || value === null)) return 'notEligible';
    return values.every((value) => value === true) ? 'eligible' : 'toBeChecked';
  });
}

const silent = { log: () => undefined, warn: () => undefined, error: () => undefined };

/** What programmes' rules speak of; nothing is known until a situation says it. */
function baseRules(rules: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const named = [...JSON.stringify(rules).matchAll(/"région = ([^"]+)"/g)].map(([, name = '']) => name);
  const objectives = [
    ...JSON.stringify(rules).matchAll(/"(questionnaire \. objectif prioritaire \. est [^"]+)"/g),
  ];
  return {
    entreprise: null,
    'entreprise . effectif': null,
    'entreprise . microentrepreneur': null,
    'entreprise . code NAF niveau 1': null,
    ...Object.fromEntries(sections.map((one) => [`entreprise . code NAF niveau 1 . est ${one}`, null])),
    région: null,
    ...Object.fromEntries(named.map((name) => [name, `"${name}"`])),
    questionnaire: null,
    'questionnaire . objectif prioritaire': null,
    ...Object.fromEntries(objectives.map(([, name = '']) => [name, null])),
    dispositif: null,
    'dispositif . début de validité': null,
    'dispositif . fin de validité': null,
    'date du jour': null,
  };
}

/** What the library is told of a company. That a sole trader is no micro-entrepreneur is not known, so it is not told. */
function situationOf(profile: Profile): Record<string, unknown> {
  const section = profile.activityCode === undefined ? undefined : sectionOf(profile.activityCode);
  const place = placeOf(profile);
  return {
    ...(profile.employees === undefined ? {} : { 'entreprise . effectif': profile.employees }),
    ...(section === undefined
      ? {}
      : Object.fromEntries(
          sections.map((one) => [
            `entreprise . code NAF niveau 1 . est ${one}`,
            one === section ? 'oui' : 'non',
          ]),
        )),
    ...(place === undefined ? {} : { région: `"${place}"` }),
    ...(profile.legalCategory === undefined || profile.legalCategory === '1000'
      ? {}
      : { 'entreprise . microentrepreneur': 'non' }),
  };
}

const collectivities: Readonly<Record<string, string>> = {
  '975': 'Saint-Pierre-Et-Miquelon',
  '988': 'Nouvelle-Calédonie',
};

function placeOf({ communeCode, regionCode }: Profile): string | undefined {
  if (communeCode === undefined) return regions.find(({ code }) => code === regionCode)?.name;
  const departement = departementOf(communeCode);
  return regionOf(departement)?.name ?? collectivities[departement];
}
