import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import type { Corpus } from '../../knowledge/corpus';
import type { CompanyDirectory } from '../../leads/companyDirectory';
import type { SendAidList } from '../../notices/aidList';
import type { Ids } from '../../shared/ids';
import { remembered } from '../../shared/remembered';
import type { FindSite } from '../../territory/site';
import type { AnswerReplyDeps } from '../answerReply';
import type { ConversationData } from '../conversationData';
import type { DialogDeps } from '../dialogDeps';
import { siteOfCommune } from '../leadFields/siteField';
import { textOf } from '../turnContent';
import { findSchemes, type CatalogueScheme, type Findings } from './finder';
import { newFinder, type FinderState } from './finderState';
import { finderTextsOf, type FinderTexts } from './finderTexts';
import { knownFacts, leadProject } from './knownFacts';
import { alsoKnown, emptyProject, projectOf, type Project } from './project';

export interface AidFinderDeps extends DialogDeps {
  readonly corpus: () => Corpus;
  readonly catalogue: () => readonly CatalogueScheme[];
  readonly findSite: FindSite;
  readonly companyDirectory: CompanyDirectory;
  readonly sendAidList: SendAidList;
  readonly ids: Ids;
  /** Themes of the page that comes nearest to a message, for what no theme's words name. */
  readonly themesNear: (text: string, data: ConversationData) => readonly string[];
  /** What a message says of a project. */
  readonly readProject: (text: string) => Project;
  readonly replyDeps: (data: ConversationData) => AnswerReplyDeps;
}

/** One turn of the finder. */
export interface FinderTurn {
  readonly dc: DialogContext;
  readonly data: ConversationData;
  readonly texts: FinderTexts;
  readonly corpus: Corpus;
  /** What the visitor wrote or pressed. */
  readonly text: string;
  readonly state: FinderState;
  readonly reply: AnswerReplyDeps;
  readonly find: (project: Project) => Findings;
}

/** @param dc a whole dialog context, or its turn alone where nothing will be ended */
export async function openFinderTurn(
  dc: DialogContext | Pick<DialogContext, 'context'>,
  deps: AidFinderDeps,
): Promise<FinderTurn> {
  const data = await deps.dataOf(dc.context);
  const corpus = deps.corpus();
  const reply = deps.replyDeps(data);
  return {
    dc: dc as DialogContext,
    data,
    texts: finderTextsOf(data.language),
    corpus,
    text: textOf(dc.context),
    state: data.finder ?? newFinder(emptyProject),
    reply,
    // A turn asks for the same project several times.
    find: remembered((project: Project) => findSchemes(deps.catalogue(), corpus, project, reply.today)),
  };
}

/** Keeps the finder in the conversation, with what a lead would carry of it. */
export function keepFinder({ data, corpus, find }: FinderTurn, state: FinderState): void {
  const { project, shown } = state;
  const known = knownFacts(project, corpus.projectThemes, 'fr').length > 0 || shown.length > 0;
  const summary = known ? leadProject(project, find(project), corpus.projectThemes) : undefined;
  data.finder = { ...state, summary };
}

/** Looks up the company whose number was given; what the visitor says of it counts more than the register. */
export async function withCompany(
  project: Project,
  { companyDirectory, findSite }: Pick<AidFinderDeps, 'companyDirectory' | 'findSite'>,
): Promise<Project> {
  if (project.companyNumber === undefined) return project;
  const search = await companyDirectory.search(project.companyNumber);
  const asked = { ...project, companyNumber: undefined };
  if (search.kind !== 'found') return asked;
  const [facts] = search.companies;
  const here =
    facts.communeCode === undefined ? undefined : siteOfCommune(facts.communeCode, facts.commune, findSite);
  const site = project.site ?? (here?.kind === 'inside' ? here : undefined);
  return alsoKnown(projectOf(facts, site), asked);
}
