import type { CompanyDirectory } from '../../leads/companyDirectory';
import type { ProjectThemes } from '../../knowledge/projectThemes';
import type { FindSite } from '../../territory/site';
import type { Language } from '../../text/language';
import { fold } from '../../text/normalise';
import { communeTitle, siteOf } from '../leadFields/siteField';
import type { Button } from '../reply';
import { textsOf } from '../texts';
import type { FinderField } from './finder';
import { finderTextsOf, type FinderTexts } from './finderTexts';
import { alsoKnown, type Project } from './project';
import { factsIn } from './readProject';

/** What an answer to one of the finder's questions is. */
export type FieldAnswer =
  | { readonly kind: 'given'; readonly project: Project }
  /** Several companies or communes are called so. */
  | { readonly kind: 'which'; readonly buttons: readonly Button[] }
  /** It says something else of the project, and nothing on the question. */
  | { readonly kind: 'other'; readonly project: Project }
  | { readonly kind: 'none' };

export interface FieldAnswerDeps {
  readonly language: Language;
  readonly themes: ProjectThemes;
  readonly findSite: FindSite;
  readonly companyDirectory: CompanyDirectory;
  readonly read: (text: string) => Project;
  /** Themes of the page that comes nearest. */
  readonly themesNear: (text: string) => readonly string[];
}

const none: FieldAnswer = { kind: 'none' };
const given = (project: Project): FieldAnswer => ({ kind: 'given', project });

/** Most homonyms that are offered. */
const maxHomonyms = 5;

/** Reads an answer to a question, and what else the sentence says of the project. */
export async function takeFieldAnswer(
  field: FinderField,
  text: string,
  deps: FieldAnswerDeps,
): Promise<FieldAnswer> {
  const said = deps.read(text);
  const answer = await answers[field](text, said, deps);
  if (answer.kind === 'given') return given(alsoKnown(said, answer.project));
  // Something else of the project, and no word on the question: it is taken, and the question comes again.
  return answer.kind === 'none' && factsIn(said) > 0 ? { kind: 'other', project: said } : answer;
}

type Answer = (text: string, said: Project, deps: FieldAnswerDeps) => FieldAnswer | Promise<FieldAnswer>;

const answers: Readonly<Record<FinderField, Answer>> = {
  project(text, said, { themes, language, themesNear }) {
    const pressed = [...themes.values()].find(({ label }) => fold(label[language]) === fold(text));
    if (pressed) return given({ profile: { themes: [pressed.id] } });
    if (said.profile.themes) return given(said);
    const near = themesNear(text);
    if (near.length > 0) return given({ profile: { themes: near } });
    return factsIn(said) > 0 ? given(said) : none;
  },

  site(text, said, { findSite }) {
    if (said.site) return given(said);
    const outcome = findSite(text.replace(/^(?:à|a|au|aux|en|sur|in|at|near)\s+/i, ''));
    if (outcome.kind === 'ambiguous') {
      const buttons = outcome.communes.slice(0, maxHomonyms).map((commune) => ({
        title: communeTitle(commune),
        says: `${commune.code} ${commune.name}`,
      }));
      return { kind: 'which', buttons };
    }
    const site = siteOf(outcome);
    return site ? given({ profile: { communeCode: site.communeCode }, site }) : none;
  },

  async company(text, said, deps) {
    const size = finderTextsOf(deps.language).buttons.sizes.find(({ title }) => fold(title) === fold(text));
    if (size) return given({ profile: { employeesBand: { min: size.min, max: size.max } } });
    const { employees, employeesBand } = said.profile;
    if (said.companyNumber !== undefined || employees !== undefined || employeesBand) return given(said);
    const bare = /^(?:environ|a peu pres|about|around|~|≈)?\s*(\d[\d\s.]{0,8})$/.exec(fold(text).trim())?.[1];
    if (bare !== undefined) return given({ profile: { employees: Number(bare.replace(/[\s.]/g, '')) } });
    return companyNamed(text, deps);
  },

  stage(text, said, { language }) {
    const pressed = stageButtons(finderTextsOf(language)).find(({ title }) => fold(title) === fold(text));
    if (pressed) return given({ profile: { stage: pressed.stage } });
    return said.profile.stage ? given(said) : none;
  },

  cost(text, said) {
    if (said.profile.cost !== undefined) return given(said);
    const bare = /^(?:environ|about|around|~|≈)?\s*(\d[\d\s.,]{3,14})$/.exec(text.trim())?.[1];
    return bare === undefined ? none : given({ profile: { cost: Number(bare.replace(/[\s.,]/g, '')) } });
  },

  activity(text, said, { language }) {
    const pressed = finderTextsOf(language).buttons.sectors.find(({ title }) => fold(title) === fold(text));
    if (pressed) return given({ profile: { activitySection: pressed.section } });
    const code = /\b(\d{2})\.?(\d{2}) ?([A-Z])\b/.exec(text.toUpperCase());
    if (code)
      return given({ profile: { activityCode: `${code[1] ?? ''}.${code[2] ?? ''}${code[3] ?? ''}` } });
    return said.profile.activitySection ? given(said) : none;
  },
};

/** What may be answered to how far the project is. */
export const stageButtons = ({ stages }: FinderTexts) =>
  (['idea', 'study', 'quotes', 'ordered', 'begun'] as const).map((stage) => {
    const title = stages[stage];
    return { title: `${title.charAt(0).toUpperCase()}${title.slice(1)}`, stage };
  });

/** A company by its name: a button says its number, so that the answer to "which one" is one like any other. */
async function companyNamed(
  text: string,
  { companyDirectory, language }: FieldAnswerDeps,
): Promise<FieldAnswer> {
  if (text.length < 3 || text.includes('?')) return none;
  const search = await companyDirectory.search(text);
  if (search.kind !== 'found') return none;
  const [first] = search.companies;
  if (search.companies.length === 1 && fold(first.name) === fold(text)) {
    return given({ profile: {}, companyNumber: first.siren });
  }
  const { companyTitle } = textsOf(language).form;
  return {
    kind: 'which',
    buttons: search.companies.map((facts) => ({ title: companyTitle(facts), says: facts.siren })),
  };
}
