import type { Language } from './texts';

/** What the server tells the chat page, as JSON in the page's `#settings`. */
export interface ChatSettings {
  readonly language: Language;
  /** The page's own, for the styles that Web Chat makes. */
  readonly nonce: string;
  /** The name over downloaded conversations. */
  readonly assistant: string;
}
