import { lifeCycleTexts } from '../../leads/lifeCycleTexts.fr';
import type { FollowLead } from '../../leads/leadServices';
import { readRecipientAct } from '../../leads/recipientAct';
import type { RecipientChatRepository } from '../../leads/recipientChat';
import type { Clock } from '../../shared/time';
import { leadCard, type LeadCardDeps } from './leadCard';
import { leadCardTexts as texts } from './leadCard.fr';

/** What a press on a lead's card is answered with. */
export type CardAnswer =
  /** In place of the card that was pressed. */
  | { readonly kind: 'card'; readonly card: object }
  /** A sentence above it; the card stays. */
  | { readonly kind: 'message'; readonly text: string };

/** Carries out what is pressed on a lead's card, under the rules of the life cycle. Throws what the database throws, and AppError LEAD_BUSY. */
export type LeadCardActs = (press: {
  /** Who pressed, by the channel's word. */
  readonly userId: string;
  readonly leadId: string;
  /** `kind` of the act and its answers, as the card sent them. */
  readonly sent: unknown;
}) => Promise<CardAnswer>;

export function createLeadCardActs(
  deps: LeadCardDeps & {
    readonly chats: Pick<RecipientChatRepository, 'ofUser'>;
    readonly followLead: FollowLead;
    readonly clock: Clock;
  },
): LeadCardActs {
  const { chats, followLead, clock } = deps;
  return async ({ userId, leadId, sent }) => {
    const chat = await chats.ofUser(userId);
    if (!chat) return { kind: 'message', text: texts.notLinked };
    const act = readRecipientAct(sent);
    if (!act) return { kind: 'message', text: lifeCycleTexts.refusals.invalid };
    const outcome = await followLead(leadId, { kind: 'recipient', id: chat.recipientId }, act);
    if (outcome.kind === 'unknownLead') return { kind: 'message', text: texts.gone };
    if (outcome.kind !== 'refused')
      return { kind: 'card', card: leadCard(outcome.file, chat, clock(), deps) };
    const { because } = outcome;
    const sentence = lifeCycleTexts.refusals[because];
    // Who may not act on it learns nothing of it; who looks at an old card sees how it stands.
    return because === 'notYours' || because === 'invalid'
      ? { kind: 'message', text: sentence }
      : { kind: 'card', card: leadCard(outcome.file, chat, clock(), deps, sentence) };
  };
}
