import type { Ids } from '../shared/ids';
import type { After } from '../shared/time';
import type { Conversations } from './conversations';
import type { BotAccount } from './localConnector';
import { passingActivityIdOf } from './wireActivity';

/** After how long without an answer a visitor is shown that one is coming, in ms. */
export const typingDelayMs = 400;

/**
 * Shows that the bot is typing when a turn takes long. Not kept, and not shown once something has been said after the
 * visitor's message: Web Chat would show it for five seconds more.
 * @returns `show(conversationId, sequence, turn)`: `sequence` is that of the message which `turn` answers
 */
export function createTypingIndicator(deps: {
  readonly conversations: Conversations;
  readonly bot: BotAccount;
  readonly ids: Ids;
  readonly after: After;
}): (conversationId: string, sequence: number | undefined, turn: Promise<void>) => void {
  const { conversations, bot, ids, after } = deps;
  const typing = { type: 'typing', from: { id: bot.id, name: bot.name, role: 'bot' } };
  return (conversationId, sequence, turn) => {
    const cancel = after(typingDelayMs, () => {
      const id = passingActivityIdOf(conversationId, ids.uuid());
      // A convenience: when it cannot be shown, the answer still comes.
      conversations.signal(conversationId, typing, id, sequence).catch(() => undefined);
    });
    void turn.finally(cancel);
  };
}
