import type { Activity } from 'botbuilder';
import type { ActivityContent } from './conversationStore';
import { localServiceUrl, type BotAccount } from './localConnector';
import { directLineChannelId } from './wireActivity';

/** An activity of the website as the bot gets it: who speaks and where replies go are the server's words. */
export function turnActivityOf(turn: {
  readonly id: string;
  readonly at: Date;
  readonly conversationId: string;
  readonly userId: string;
  readonly bot: BotAccount;
  readonly content: ActivityContent;
}): Activity {
  const { id, at, conversationId, userId, bot, content } = turn;
  const activity = {
    ...content,
    id,
    timestamp: at,
    channelId: directLineChannelId,
    serviceUrl: localServiceUrl,
    conversation: { id: conversationId, name: '', isGroup: false, conversationType: 'personal' },
    from: { id: userId, name: '', role: 'user' },
    recipient: { id: bot.id, name: bot.name, role: 'bot' },
  };
  // The SDK's type asks for fields that no channel sends.
  return activity as unknown as Activity;
}

/** What the bot hears when a conversation begins: both have joined, as Azure says it for tokens with a user id. */
export function joining(userId: string, bot: BotAccount, locale: string | undefined): ActivityContent {
  const membersAdded = [
    { id: bot.id, name: bot.name },
    { id: userId, name: '' },
  ];
  return { type: 'conversationUpdate', membersAdded, ...(locale === undefined ? {} : { locale }) };
}
