import { ConversationState, type Storage } from 'botbuilder-core';
import { createRootDialog } from '../dialogs/rootDialog';
import type { RootDialog, RootDialogDeps } from '../dialogs/rootDialogDeps';
import type { ProposeCorrection } from '../notices/correction';
import { AssistantBot, type RecipientsInTeams } from './assistantBot';
import type { TurnLogic } from './botAdapter';

/** The conversation, ready for an adapter: what the service, the command line and the transcripts share. */
export interface Assistant {
  readonly logic: TurnLogic;
  readonly dialog: RootDialog;
}

/** @param deps `storage` keeps the conversations' state between turns */
export function createAssistant(
  deps: Omit<RootDialogDeps, 'conversationState'> & {
    readonly storage: Storage;
    /** Ids of the organisations that Teams may bring, in lower case; all by default. */
    readonly allowedTenants?: readonly string[] | undefined;
    readonly recipients: RecipientsInTeams;
    readonly proposeCorrection: ProposeCorrection;
  },
): Assistant {
  const conversationState = new ConversationState(deps.storage);
  const dialog = createRootDialog({ ...deps, conversationState });
  const bot = new AssistantBot({
    dialog,
    conversationState,
    allowedTenants: deps.allowedTenants ?? [],
    recipients: deps.recipients,
    proposeCorrection: deps.proposeCorrection,
  });
  return { logic: (context) => bot.run(context), dialog };
}
