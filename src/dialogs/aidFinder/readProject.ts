import { readCompanyNumber } from '../../leads/companyNumber';
import { regions } from '../../shared/regions';
import type { FindSite } from '../../territory/site';
import { fold } from '../../text/normalise';
import { withDigits } from '../../text/numberWords';
import type { FindThemes } from '../../knowledge/projectThemes';
import { costIn } from './costIn';
import { employeesIn } from './employeesIn';
import type { Project } from './project';
import { sectionIn } from './sectorWords';
import { siteIn } from './siteIn';
import { stageIn } from './stageIn';

/** What one message says of a company and its project, as far as it says it clearly. Nothing is looked up. */
export function readProject(
  text: string,
  { findSite, findThemes }: { readonly findSite: FindSite; readonly findThemes: FindThemes },
): Project {
  const number = readCompanyNumber(text);
  const companyNumber =
    number.kind === 'siret' ? number.siret : number.kind === 'siren' ? number.siren : undefined;
  const figures = withDigits(
    companyNumber === undefined ? text : text.replace(/\d(?:[\s.-]*\d){8,13}/g, ' '),
  );
  const site = siteIn(text, findSite);
  const themes = findThemes(text);
  const said = fold(text);
  return {
    profile: {
      ...employeesIn(figures),
      cost: costIn(figures),
      stage: stageIn(said),
      activitySection: sectionIn(text),
      communeCode: site?.communeCode,
      regionCode: regions.find(({ name }) => new RegExp(`\\b(?:en|in|region)\\s+${fold(name)}\\b`).test(said))
        ?.code,
      themes: themes.length > 0 ? themes : undefined,
    },
    site,
    companyNumber,
  };
}

/** How many different things a message told of the company or the project, themes not counted. */
export function factsIn({ profile, site, companyNumber }: Project): number {
  const { employees, employeesBand, cost, stage } = profile;
  return [employees ?? employeesBand, cost, stage, site, companyNumber].filter((fact) => fact !== undefined)
    .length;
}
