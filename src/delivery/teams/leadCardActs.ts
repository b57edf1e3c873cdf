import { z } from 'zod/v4';
import type { LeadRepository } from '../../leads/leadRepository';
import { forbidden } from '../../leads/lifeCycle';
import { lifeCycleTexts } from '../../leads/lifeCycleTexts.fr';
import type { FollowLead } from '../../leads/leadServices';
import { readRecipientAct } from '../../leads/recipientAct';
import type { LiveRelay } from '../../leads/liveRelay';
import type { RecipientChat, RecipientChatRepository } from '../../leads/recipientChat';
import { relayTextsForRecipient } from '../../leads/relayTexts';
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

/** The press that hands a conversation over; all others are acts on the lead. */
const live = z.looseObject({ kind: z.literal('live') });

export function createLeadCardActs(
  deps: LeadCardDeps & {
    readonly chats: Pick<RecipientChatRepository, 'ofUser'>;
    readonly leads: Pick<LeadRepository, 'file'>;
    readonly followLead: FollowLead;
    readonly relay: Pick<LiveRelay, 'start'>;
    readonly clock: Clock;
  },
): LeadCardActs {
  const { chats, followLead, clock, relay, leads } = deps;

  /** Takes the lead, when nobody has, and hands the visitor's conversation over. */
  const answerLive = async (chat: RecipientChat, leadId: string): Promise<CardAnswer> => {
    const say = (text: string): CardAnswer => ({ kind: 'message', text });
    if (chat.kind !== 'personal') return say(relayTextsForRecipient.personalOnly);
    const before = await leads.file(leadId);
    if (!before) return say(texts.gone);
    const actor = { kind: 'recipient', id: chat.recipientId } as const;
    const because = forbidden(before, actor, { kind: 'take' });
    if (because === 'notYours') return say(lifeCycleTexts.refusals.notYours);
    if (because) {
      return { kind: 'card', card: leadCard(before, chat, clock(), deps, lifeCycleTexts.refusals[because]) };
    }
    const started = await relay.start(before, chat);
    if (started !== 'started') return say(relayTextsForRecipient[started]);
    if (before.state === 'new') await followLead(leadId, actor, { kind: 'take' });
    return { kind: 'card', card: leadCard((await leads.file(leadId)) ?? before, chat, clock(), deps) };
  };

  return async ({ userId, leadId, sent }) => {
    const chat = await chats.ofUser(userId);
    if (!chat) return { kind: 'message', text: texts.notLinked };
    if (live.safeParse(sent).success) return answerLive(chat, leadId);
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
