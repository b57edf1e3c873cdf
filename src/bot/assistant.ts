import { ConversationState, type Storage } from 'botbuilder-core';
import { createRootDialog, type RootDialog, type RootDialogDeps } from '../dialogs/rootDialog';
import { AssistantBot } from './assistantBot';
import type { TurnLogic } from './botAdapter';

/** The conversation, ready for an adapter: what the service, the command line and the transcripts share. */
export interface Assistant {
  readonly logic: TurnLogic;
  readonly dialog: RootDialog;
}

/** @param deps `storage` keeps the conversations' state between turns */
export function createAssistant(
  deps: Omit<RootDialogDeps, 'conversationState'> & { readonly storage: Storage },
): Assistant {
  const conversationState = new ConversationState(deps.storage);
  const dialog = createRootDialog({ ...deps, conversationState });
  const bot = new AssistantBot(dialog, conversationState);
  return { logic: (context) => bot.run(context), dialog };
}
