import type { Config } from './config';
import type { Corpus } from './knowledge/corpus';
import type { WaysFor } from './leads/planEntries';
import type { RecipientChatRepository } from './leads/recipientChat';
import type { Recipient } from './leads/recipients';

/** How recipients are reached, and who has a card of a lead. */
export interface Ways {
  readonly ways: WaysFor;
  readonly cardHolders: (leadId: string) => Promise<readonly Recipient[]>;
}

/** By mail always; the programme's contact by webhook as well; by a card where a chat is linked. */
export function composeWays(
  { webhook }: Config,
  { contact }: Corpus,
  chats: RecipientChatRepository,
  recipient: (id: string) => Recipient | undefined,
): Ways {
  return {
    ways: async ({ id }, message) => [
      'email',
      ...(webhook && message === 'callSheet' && id === contact.id ? (['webhook'] as const) : []),
      // A card is emptied by where it stands: `standing`.
      ...(message !== 'erasure' && (await chats.of(id)) ? (['teams'] as const) : []),
    ],
    cardHolders: async (leadId) => (await chats.holders(leadId)).flatMap((id) => recipient(id) ?? []),
  };
}
