/** Where a recipient gets leads as cards in a chat, and as whom they act there. */
export interface RecipientChat {
  readonly recipientId: string;
  /** The person in their organisation's directory: only this one acts as the recipient. */
  readonly userId: string;
  readonly kind: 'personal' | 'groupChat' | 'channel';
  readonly conversationId: string;
  /** What the channel needs to be written to, as JSON; nobody else reads it. */
  readonly reference: string;
  readonly linkedAt: Date;
}

/** The card by which a recipient was shown a lead. */
export interface LeadCard {
  readonly leadId: string;
  readonly recipientId: string;
  readonly conversationId: string;
  /** The message, as the channel names it. */
  readonly activityId: string;
}

/** Recipients' chats, the codes that link them, and the cards sent there. */
export interface RecipientChatRepository {
  of(recipientId: string): Promise<RecipientChat | undefined>;
  ofUser(userId: string): Promise<RecipientChat | undefined>;
  /** In place of an earlier chat of the same recipient, and of what the same person was linked to before. */
  link(chat: RecipientChat): Promise<void>;
  unlink(recipientId: string): Promise<void>;
  /** All that are in a conversation which the assistant had to leave. */
  unlinkConversation(conversationId: string): Promise<void>;

  /** In place of an earlier code for the same recipient. */
  keepCode(code: PairingCode): Promise<void>;
  /** Takes a code, which then no longer exists. `undefined`: there is none, or its time is up; a failure is counted against all that are open. */
  takeCode(codeHash: string, now: Date, maxFailures: number): Promise<string | undefined>;

  card(leadId: string, recipientId: string): Promise<LeadCard | undefined>;
  /** Ids of the recipients who have a card of a lead. */
  holders(leadId: string): Promise<readonly string[]>;
  keepCard(card: LeadCard): Promise<void>;
  forgetCard(leadId: string, recipientId: string): Promise<void>;
}

/** A short code that links a chat to a recipient, once. Only its hash is kept. */
export interface PairingCode {
  readonly recipientId: string;
  readonly codeHash: string;
  readonly expiresAt: Date;
}
