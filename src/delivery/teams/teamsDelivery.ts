import { lifeCycleTexts } from '../../leads/lifeCycleTexts.fr';
import type { DeliveryOutcome } from '../../leads/deliveryOutcome';
import type { LeadFile, LeadStep } from '../../leads/leadFile';
import type { RecipientChat, RecipientChatRepository } from '../../leads/recipientChat';
import type { LeadLinks } from '../../leads/leadLinks';
import type { OutboxEntry } from '../../leads/outbox';
import { companyRecipientId } from '../../leads/recipients';
import type { Clock } from '../../shared/time';
import { companyNotice } from '../companyMail';
import type { Delivery } from '../delivery';
import type { LeadMailDeps } from '../leadMail';
import { erasedCard, leadCard, type LeadCardDeps } from './leadCard';
import { leadCardTexts as texts } from './leadCard.fr';
import type { ChatMessage, ChatMessenger } from './messenger';

/** Attempts to update a card that is not there, while the message that brings it may still be on its way. */
const attemptsWithoutCard = 3;

export interface TeamsDeliveryDeps extends LeadCardDeps {
  readonly links: LeadLinks;
  readonly programme: LeadMailDeps['programme'];
  readonly promiseDays: number;
  readonly messenger: ChatMessenger;
  readonly chats: RecipientChatRepository;
  readonly clock: Clock;
}

/**
 * Carries leads to their recipients' chats: one card for a lead and a recipient, updated in place at each step, with a line below it. A message that the
 * channel took without telling us (a time-out) comes twice; the reference makes the double recognisable.
 */
export function createTeamsDelivery(deps: TeamsDeliveryDeps): Delivery {
  const { chats, messenger, clock } = deps;

  const messageOf = (
    file: LeadFile,
    chat: RecipientChat,
    kind: keyof typeof texts.notification,
  ): ChatMessage => ({
    text: texts.notification[kind](file.lead.company),
    card: leadCard(file, chat, clock(), deps),
  });

  /** Brings the card, or brings it up to date. */
  const show = async (
    file: LeadFile,
    chat: RecipientChat,
    message: ChatMessage,
  ): Promise<DeliveryOutcome> => {
    const { recipientId, conversationId, reference } = chat;
    const card = await chats.card(file.lead.id, recipientId);
    // A card in a chat that was left for another stays there, as old as it is.
    if (card?.conversationId === conversationId) return messenger.update(reference, card.activityId, message);
    const posted = await messenger.post(reference, message);
    if (posted.kind === 'delivered') {
      await chats.keepCard({
        leadId: file.lead.id,
        recipientId,
        conversationId,
        activityId: posted.remoteId,
      });
    }
    return posted;
  };

  const say = async (leadId: string, chat: RecipientChat, text: string): Promise<DeliveryOutcome> => {
    const card = await chats.card(leadId, chat.recipientId);
    return messenger.post(chat.reference, { text }, card?.activityId);
  };

  const standing = async (
    entry: OutboxEntry,
    file: LeadFile,
    chat: RecipientChat,
  ): Promise<DeliveryOutcome> => {
    const card = await chats.card(file.lead.id, chat.recipientId);
    if (card?.conversationId !== chat.conversationId) {
      return entry.attempts < attemptsWithoutCard
        ? { kind: 'retryLater', code: 'DELIVERY_RETRY', detail: 'NO_CARD' }
        : { kind: 'delivered', remoteId: '' };
    }
    const shown = await show(file, chat, messageOf(file, chat, 'standing'));
    const step = file.steps.find(({ id }) => id === entry.occasion);
    const own = step?.actor.kind === 'recipient' && step.actor.id === chat.recipientId;
    // Alone in a chat, nobody needs to be told what they have just done.
    if (shown.kind !== 'delivered' || !step || (own && chat.kind === 'personal')) return shown;
    return say(file.lead.id, chat, stepLine(step, deps));
  };

  /** Takes the content from the card of a lead that was erased. */
  const empty = async (
    { leadId }: OutboxEntry,
    chat: RecipientChat,
    reference: string,
  ): Promise<DeliveryOutcome> => {
    const card = await chats.card(leadId, chat.recipientId);
    if (card?.conversationId !== chat.conversationId) return { kind: 'delivered', remoteId: '' };
    const message = { text: texts.erased(reference), card: erasedCard(reference) };
    const emptied = await messenger.update(chat.reference, card.activityId, message);
    if (emptied.kind === 'delivered') await chats.forgetCard(leadId, chat.recipientId);
    return emptied;
  };

  return {
    kind: 'teams',
    async deliver(entry, { reference, file }) {
      if (entry.recipient.id === companyRecipientId) {
        const { message } = entry;
        if (!file?.lead.chat || (message !== 'taken' && message !== 'closed' && message !== 'delay')) {
          return refused('NOT_LINKED');
        }
        return messenger.post(file.lead.chat, { text: companyNotice(message, file, deps) });
      }
      const chat = await chats.of(entry.recipient.id);
      if (!chat) return refused('NOT_LINKED');
      if (!file) return entry.message === 'standing' ? empty(entry, chat, reference) : refused('LEAD_ERASED');
      switch (entry.message) {
        case 'callSheet':
        case 'escalation':
          return show(file, chat, messageOf(file, chat, entry.message));
        case 'reminder': {
          const shown = await show(file, chat, messageOf(file, chat, 'callSheet'));
          return shown.kind === 'delivered' ? say(file.lead.id, chat, texts.reminder(reference)) : shown;
        }
        case 'withdrawn':
          return say(file.lead.id, chat, texts.withdrawn(reference));
        case 'standing':
          return standing(entry, file, chat);
        default:
          return refused('NO_CARD_FOR_THIS');
      }
    },
  };
}

const refused = (detail: string): DeliveryOutcome => ({ kind: 'refused', code: 'DELIVERY_REFUSED', detail });

/** A step in one line: what, by whom, and the words left with it. */
function stepLine({ kind, actor, note }: LeadStep, { contactOf }: LeadCardDeps): string {
  const who = actor.kind === 'recipient' ? contactOf(actor.id).name : lifeCycleTexts.actors[actor.kind];
  return `${lifeCycleTexts.steps[kind]} ${lifeCycleTexts.by(who)}${note === undefined ? '' : ` : « ${note} »`}`;
}
