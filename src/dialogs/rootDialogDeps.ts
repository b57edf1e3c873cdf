import type { Activity, ConversationState, TurnContext } from 'botbuilder-core';
import type { CompanyDirectory } from '../leads/companyDirectory';
import type { ContactOf } from '../leads/leadContact';
import type { CountSteps } from '../figures/countSteps';
import type { FindSite } from '../territory/site';
import type { FindStatus, VisitorPrivacy } from '../leads/leadServices';
import type { LeadLinks } from '../leads/leadLinks';
import type { RequestNotice } from '../notices/requestNotice';
import type { SendAidList } from '../notices/aidList';
import type { SubmitLead } from '../leads/submitLead';
import type { CatalogueScheme } from './aidFinder/finder';
import type { AnswerTurnDeps } from './answerTurn';
import type { FoundCard } from '../shared/adaptiveCard';

export interface RootDialogDeps extends Omit<AnswerTurnDeps, 'readProject'> {
  readonly conversationState: ConversationState;
  readonly submitLead: SubmitLead;
  readonly companyDirectory: CompanyDirectory;
  readonly findSite: FindSite;
  readonly findStatus: FindStatus;
  readonly visitorPrivacy: VisitorPrivacy;
  readonly requestNotice: RequestNotice;
  readonly sendAidList: SendAidList;
  readonly countSteps: CountSteps;
  /** Every scheme, as the matcher reads it. */
  readonly catalogue: () => readonly CatalogueScheme[];
  readonly links: Pick<LeadLinks, 'company'>;
  readonly contactOf: ContactOf;
  /** Working days within which a call is promised. */
  readonly promiseDays: number;
  /** Months for which a closed request is kept. */
  readonly retentionMonths: number;
  /** Where days and hours are told: `Europe/Paris`. */
  readonly timeZone: string;
}

/** The conversation: what the assistant says to who joins, to one message, and after a failure. */
export interface RootDialog {
  readonly greet: (context: TurnContext) => Promise<void>;
  readonly onMessage: (context: TurnContext) => Promise<void>;
  /** The visitor changed a message: the last question is answered anew, others stay as they are. */
  readonly onEdited: (context: TurnContext) => Promise<void>;
  /** The visitor deleted a message: it is no longer remembered as a question of this conversation. */
  readonly onDeleted: (context: TurnContext) => Promise<void>;
  /** Pages for a search from any chat, in the language of who searches. */
  readonly search: (words: string, activity: Activity) => readonly FoundCard[];
  /** One kind sentence to somebody of an organisation that is not served; nothing is kept. */
  readonly refuse: (context: TurnContext) => Promise<void>;
  /** After a thrown turn: one kind sentence with the contact; this conversation's dialog starts afresh. */
  readonly apologise: (context: TurnContext) => Promise<void>;
}
