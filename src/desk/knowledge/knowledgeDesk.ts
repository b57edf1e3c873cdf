import type { Corpus } from '../../knowledge/corpus';
import type { LiveKnowledge } from '../../knowledge/liveKnowledge';
import type { OverlayPage } from '../../knowledge/overlay';
import type { Page } from '../../knowledge/page';
import type { Publishing } from '../../knowledge/publishing';
import type { PublicationRepository } from '../../knowledge/publication';
import type { QuestionGroups } from '../../knowledge/questionGroups';
import type { ReplayRow } from '../../knowledge/replay';
import type { Clock } from '../../shared/time';

/** How often a page answered, and how usefully. */
export interface PageUse {
  readonly hits: number;
  /** Answers that visitors called useful, and those that they did not. */
  readonly useful: number;
  readonly notUseful: number;
}

/** What visitors read when a page answers: Markdown, and the titles of the buttons under it. */
export interface Preview {
  readonly text: string;
  readonly buttons: readonly string[];
}

/** What editors' pages need. */
export interface KnowledgeDesk {
  readonly live: LiveKnowledge;
  readonly publishing: Publishing;
  readonly versions: PublicationRepository;
  readonly groups: QuestionGroups;
  /** What a page would change of the questions that visitors asked last. */
  readonly replay: (page: OverlayPage) => Promise<readonly ReplayRow[]>;
  /** How pages were used in the last 90 days, by page id. */
  readonly pageUse: () => Promise<ReadonlyMap<string, PageUse>>;
  /** The very message that the assistant would send. @param corpus with the page in it */
  readonly preview: (page: Page, corpus: Corpus, language: 'fr' | 'en') => Preview;
  /** The French text of the page that came with the knowledge folders; undefined: there is none. */
  readonly originOf: (pageId: string) => string | undefined;
  /** Everything that was published, as a patch for the repository. */
  readonly patch: () => Promise<string>;
  /** ISO day. */
  readonly today: () => string;
  readonly clock: Clock;
}

/** Most characters that the form of a page carries: a page with its English twin and hundreds of variants. */
export const maxPageForm = 256 * 1024;
