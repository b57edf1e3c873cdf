import type { TurnContext } from 'botbuilder-core';
import type { CountSteps } from '../figures/countSteps';
import type { ConversationData } from './conversationData';
import type { FormCommand } from './formCommand';
import type { Reply } from './reply';

/** What every dialog that asks needs of the conversation. */
export interface DialogDeps {
  /** The command in a message, undefined when it is an answer. */
  readonly commandIn: (text: string, data: ConversationData) => FormCommand | undefined;
  /** An answer to a question asked in the middle of a dialog; undefined when the message is not one. */
  readonly answerAside: (text: string, data: ConversationData) => Reply | undefined;
  readonly dataOf: (context: TurnContext) => Promise<ConversationData>;
  readonly countSteps: CountSteps;
  readonly say: (context: TurnContext, reply: Reply, data: ConversationData) => Promise<void>;
}
