import { ActivityHandler, type ConversationState, type TurnContext } from 'botbuilder-core';
import type { RootDialog } from '../dialogs/rootDialog';

/** The bot of all channels: greets who joins, hands messages to the root dialog, saves the state once a turn. */
export class AssistantBot extends ActivityHandler {
  constructor(dialog: RootDialog, conversationState: ConversationState) {
    super();
    this.onMembersAdded(async (context, next) => {
      const someoneElse = (context.activity.membersAdded ?? []).some(
        ({ id }) => id !== context.activity.recipient.id,
      );
      if (someoneElse) await dialog.greet(context);
      await next();
    });
    this.onMessage(async (context, next) => {
      await dialog.onMessage(context);
      await next();
    });
    this.onDialog(async (context: TurnContext, next) => {
      await conversationState.saveChanges(context, false);
      await next();
    });
  }
}
