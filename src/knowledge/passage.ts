import type { Language } from '../text/language';

/** What the index ranks: one page, or one intent, in one language. */
export interface Passage {
  /** `page:<id>` or `intent:<name>`. Both languages of a page share it. */
  readonly id: string;
  readonly language: Language;
  /** Ways to ask for it, its title included. */
  readonly examples: readonly string[];
  /** The text itself, whose words count as one more example. */
  readonly body: string;
}
