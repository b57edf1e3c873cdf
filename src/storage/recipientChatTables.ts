import type { Moment } from './leadTables';

/** One row a recipient who gets leads in a chat. */
export interface RecipientChatRow {
  recipient_id: string;
  /** Unique. */
  user_id: string;
  kind: string;
  conversation_id: string;
  /** JSON: the channel's own address of the conversation. */
  reference: string;
  linked_at: Moment;
}

/** One row a code that can still be used. */
export interface PairingCodeRow {
  recipient_id: string;
  code_hash: string;
  expires_at: Moment;
  /** Wrong codes typed by anybody since it was made. */
  failures: number;
}

/** One row a card that shows a lead to a recipient. */
export interface LeadCardRow {
  lead_id: string;
  recipient_id: string;
  conversation_id: string;
  activity_id: string;
}

/** The tables of recipients' chats. */
export interface RecipientChatTables {
  recipient_chats: RecipientChatRow;
  pairing_codes: PairingCodeRow;
  lead_cards: LeadCardRow;
}
