import type { Language } from '../text/language';
import type { FinderState } from './aidFinder/finderState';
import type { ToldBefore } from './leadForm';

/** One question of this conversation and the page that answered it. */
export interface AskedQuestion {
  readonly question: string;
  readonly pageId?: string | undefined;
  /** The message, as the channel names it: it may be edited or deleted there. */
  readonly activityId?: string | undefined;
}

/** What the assistant remembers of a conversation between turns. */
export interface ConversationData {
  language: Language;
  /** The visitor asked for this language; detection then no longer changes it. */
  languageChosen: boolean;
  greeted: boolean;
  /** Questions without an answer in a row. */
  failures: number;
  /** The last question's record, which "useful" and "none of these" speak of. */
  lastRecordId?: string | undefined;
  /** Oldest first, at most `maxAsked`. */
  asked: AskedQuestion[];
  /** Ids of the schemes' pages that were shown, without doubles. */
  schemes: string[];
  /** What the visitor said of themselves in passing; the call-back form does not ask it again. */
  told: ToldBefore;
  /** Present once the aid finder has been used. */
  finder?: FinderState | undefined;
}

/**
 * Raised whenever the shape of stored state or the steps of a dialog change: an older conversation then starts afresh instead of resuming at a
 * step that means something else.
 */
export const stateVersion = 3;

/** Questions kept for context and for the lead; a conversation rarely has more. */
export const maxAsked = 12;

export const newConversation = (): ConversationData => ({
  language: 'fr',
  languageChosen: false,
  greeted: false,
  failures: 0,
  asked: [],
  schemes: [],
  told: { recap: {}, toRead: {} },
});
