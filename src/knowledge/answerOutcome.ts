import type { Hit, Ranking } from './passageIndex';
import type { Page } from './page';

/** What became of one question. Never thrown, always returned; `ranking` explains it. */
export type AnswerOutcome = { readonly ranking: Ranking } & (
  | {
      /** A page answers; `also` is a second page that fits as well, when the question touches two things. */
      readonly kind: 'answered';
      readonly page: Page;
      readonly also: Page | undefined;
      readonly hit: Hit;
    }
  /** Editors know that this cannot be answered, and wrote what is nearest. */
  | { readonly kind: 'knownGap'; readonly page: Page; readonly hit: Hit }
  /** The visitor wants something from the assistant itself: greet, callMeBack, cancel… */
  | { readonly kind: 'intent'; readonly intent: string; readonly hit: Hit }
  /** Several pages fit about as well and none well enough: at most three, best first. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Page[] }
  /**
   * Nothing fits; `nearest` is worth offering, not asserting. `closest`: the page that would have answered had it known more of the question; it may
   * be told as what comes nearest, never as the answer.
   */
  | { readonly kind: 'unanswered'; readonly nearest: readonly Page[]; readonly closest?: Page | undefined }
);

/** What the conversation was about, so that "et côté emplois ?" can be understood. */
export interface AnswerContext {
  readonly lastPageId?: string | undefined;
  readonly lastQuestion?: string | undefined;
}
