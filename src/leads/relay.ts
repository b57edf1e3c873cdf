/** A conversation of the website in which a recipient answers in person, from their chat. */
export interface Relay {
  readonly id: string;
  readonly leadId: string;
  /** The visitor's. */
  readonly conversationId: string;
  readonly recipientId: string;
  /** The recipient's account, by the channel's word. */
  readonly userId: string;
  /** Names as each side reads the other. */
  readonly visitorName: string;
  readonly recipientName: string;
  readonly language: 'fr' | 'en';
  readonly startedAt: Date;
  /** When somebody last wrote. */
  readonly lastAt: Date;
}

export type RelaySide = 'visitor' | 'recipient';

/** One message on its way to one side. */
export interface RelayMessage {
  readonly id: string;
  readonly relayId: string;
  readonly at: Date;
  readonly from: RelaySide | 'service';
  readonly to: RelaySide;
  /** As typed; with `service`, as told. */
  readonly text: string;
  /** For engagement hubs: a state of the handoff, told beside or in place of words. */
  readonly handoff?: 'accepted' | 'completed' | undefined;
}

/** A message in the hands of a dispatcher. */
export interface ClaimedRelayMessage extends RelayMessage {
  readonly relay: Relay;
  /** Attempts begun, the one in hand included. */
  readonly attempts: number;
}

/** Relays and their messages in durable storage. A conversation, a lead and a recipient have at most one open relay each. */
export interface RelayRepository {
  /** @returns false when one of the three has an open relay; nothing was written */
  open(relay: Relay, messages: readonly RelayMessage[]): Promise<boolean>;
  ofConversation(conversationId: string): Promise<Relay | undefined>;
  ofUser(userId: string): Promise<Relay | undefined>;
  /** Writes a message and when it was written. @returns false when the relay has ended since; nothing was written */
  add(message: RelayMessage): Promise<boolean>;
  /** As `add`, for what nobody typed: it breaks no silence. */
  tell(message: RelayMessage): Promise<boolean>;
  /** Ends it, with the last messages. @returns false when it had ended already */
  end(relayId: string, at: Date, messages: readonly RelayMessage[]): Promise<boolean>;
  /** Open ones in which nobody has written since a moment. */
  silentSince(moment: Date): Promise<readonly Relay[]>;
  /** What was typed, oldest first. */
  typed(relayId: string): Promise<readonly RelayMessage[]>;
  /** Takes the message that has waited longest among those that are next for their side, and leases it. */
  claim(request: { readonly now: Date; readonly leaseMs: number }): Promise<ClaimedRelayMessage | undefined>;
  /** `later`: when it is tried again. */
  record(messageId: string, result: 'over' | { readonly later: Date }): Promise<void>;
  /** Ended ones whose exchange was not written down yet. */
  notKept(): Promise<readonly Relay[]>;
  /** It was written down elsewhere: with the last messages it is deleted as soon as nothing of it waits any more. */
  kept(relayId: string, at: Date, messages: readonly RelayMessage[]): Promise<void>;
}
