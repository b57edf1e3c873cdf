import { criterionTextsOf } from '../../aids/criterionTexts';
import { sectionNames } from '../../aids/sectionNames';
import type { ProjectThemes } from '../../knowledge/projectThemes';
import type { LeadProject, ProjectFact, ProjectFactKind } from '../../leads/lead';
import type { Language } from '../../text/language';
import type { Findings } from './finder';
import { finderTextsOf } from './finderTexts';
import type { Project } from './project';

/** Schemes that a lead carries: what the recipient can talk over in one call; fewer when none is about the project's very themes. */
const maxCarried = 6;
const maxGeneral = 3;

/** What is known of a project, in a few words each, ready to read. */
export function knownFacts(
  { profile, site }: Project,
  themes: ProjectThemes,
  language: Language,
): readonly ProjectFact[] {
  const texts = finderTextsOf(language);
  const { employees, employeesBand: band, cost, stage } = profile;
  const facts: readonly (readonly [ProjectFactKind, string | undefined])[] = [
    ...(profile.themes ?? []).map((id) => ['theme', themes.get(id)?.label[language]] as const),
    [
      'size',
      employees === undefined ? band && texts.employeesBand(band.min, band.max) : texts.employees(employees),
    ],
    [
      'activity',
      profile.activityCode ?? (profile.activitySection && sectionNames[language][profile.activitySection]),
    ],
    ['site', site?.place],
    ['cost', cost === undefined ? undefined : texts.cost(cost)],
    ['stage', stage && texts.stages[stage]],
  ];
  return facts.flatMap(([about, text]) => (text === undefined ? [] : [{ about, text }]));
}

/** What the call sheet says of it, in French. */
export function leadProject(
  project: Project,
  { fitting, close }: Findings,
  themes: ProjectThemes,
): LeadProject {
  const nouns = criterionTextsOf('fr');
  return {
    facts: knownFacts(project, themes, 'fr'),
    otherAids: project.otherAids,
    schemes: fitting
      .slice(0, close > 0 ? Math.min(close, maxCarried) : maxGeneral)
      .map(({ page, verdict, criteria }) => ({
        pageId: page.id,
        eligible: verdict === 'eligible',
        toCheck: criteria
          .filter(({ state }) => state === 'unknown')
          .map(({ criterion }) => nouns.noun(criterion.name)),
      })),
  };
}
