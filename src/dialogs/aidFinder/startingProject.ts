import type { AnswerOutcome } from '../../knowledge/answerOutcome';
import type { Corpus } from '../../knowledge/corpus';
import type { Page } from '../../knowledge/page';
import type { ProjectThemes } from '../../knowledge/projectThemes';
import type { ConversationData } from '../conversationData';
import { alsoKnown, emptyProject, projectOf, type Project } from './project';

/** Themes that a scheme's page gives to a project, when nothing else says what it is about. */
const maxThemesOfScheme = 2;

/** What a conversation says of a company and its project by the time the finder begins: the visitor's later words count more. */
export function startingProject(
  text: string,
  data: ConversationData,
  { pages, projectThemes }: Corpus,
  read: (text: string) => Project,
): Project {
  const { site, companyFacts } = data.told.recap;
  const place = site?.kind === 'unknown' ? undefined : site;
  const registered = companyFacts
    ? projectOf(companyFacts, place)
    : { profile: { communeCode: place?.communeCode }, site: place };
  const asked = data.asked.map(({ question }) => read(question));
  const last = asked.pop();
  const known = [registered, data.finder?.project, ...asked]
    .map((one) => one && withoutSubject(one))
    .concat([last, read(text)])
    .reduce<Project>((before, now) => (now ? alsoKnown(before, now) : before), emptyProject);
  if (known.profile.themes) return known;
  const page = pages.get(data.asked.at(-1)?.pageId ?? '');
  const themes = page ? themesOfPage(page, projectThemes) : [];
  return themes.length > 0 ? alsoKnown(known, { profile: { themes } }) : known;
}

/** What a page of a need or of a scheme is about; others give no theme. */
const themesOfPage = ({ id, aid }: Page, themes: ProjectThemes): readonly string[] =>
  aid
    ? aid.themes.slice(0, maxThemesOfScheme)
    : [...themes.values()].filter(({ pages }) => pages.includes(id)).map((theme) => theme.id);

/** What a message is about by the page that comes nearest to it, for what no theme's words name. */
export function themesNear(outcome: AnswerOutcome, themes: ProjectThemes): readonly string[] {
  switch (outcome.kind) {
    case 'answered':
      return themesOfPage(outcome.page, themes);
    case 'ambiguous':
      return outcome.candidates.map((page) => themesOfPage(page, themes)).find((ids) => ids.length > 0) ?? [];
    case 'unanswered':
      return outcome.closest ? themesOfPage(outcome.closest, themes) : [];
    case 'knownGap':
    case 'intent':
      return [];
  }
}

/** Without what belongs to one project: another one has its own subject, cost and stage. */
const withoutSubject = ({ profile, ...rest }: Project): Project => ({
  ...rest,
  profile: { ...profile, themes: undefined, cost: undefined, stage: undefined },
});
