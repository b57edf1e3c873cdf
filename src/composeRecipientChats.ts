import type { RecipientsInTeams } from './bot/assistantBot';
import type { LeadCardDeps } from './delivery/teams/leadCard';
import { createLeadCardActs } from './delivery/teams/leadCardActs';
import { createSearchLeads } from './delivery/teams/leadSearch';
import type { LeadRepository } from './leads/leadRepository';
import type { LiveRelay } from './leads/liveRelay';
import type { FollowLead } from './leads/leadServices';
import { createPairing } from './leads/pairing';
import type { RecipientChatRepository } from './leads/recipientChat';
import type { Clock } from './shared/time';

/** What recipients do in their chats. */
export function composeRecipientChats(
  deps: LeadCardDeps & {
    readonly chats: RecipientChatRepository;
    readonly leads: Pick<LeadRepository, 'list' | 'file'>;
    readonly relay: LiveRelay;
    readonly followLead: FollowLead;
    readonly clock: Clock;
  },
): RecipientsInTeams {
  const { chats } = deps;
  return {
    pairing: createPairing(deps),
    nameOf: (recipientId) => deps.contactOf(recipientId).name,
    searchLeads: createSearchLeads(deps),
    leadCardActs: createLeadCardActs(deps),
    relay: deps.relay,
    forgetChat: (conversationId) => chats.unlinkConversation(conversationId),
  };
}
