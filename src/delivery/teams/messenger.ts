import type { DeliveryOutcome } from '../../leads/deliveryOutcome';

/** What is written to a chat. */
export interface ChatMessage {
  /** What a notification shows; the whole message where there is no card. */
  readonly text: string;
  /** An Adaptive Card. */
  readonly card?: object | undefined;
}

/**
 * Writes to chats without being spoken to. One attempt each, which ends within a time limit of its own; trouble is an outcome. `remoteId` is the
 * message, as the channel names it; refused for good is what comes of the assistant's removal or of a chat that is gone.
 */
export interface ChatMessenger {
  /** @param reference as the chat was linked with @param thread the message to answer, where the chat has threads */
  post(reference: string, message: ChatMessage, thread?: string): Promise<DeliveryOutcome>;
  /** Replaces a message in place, for everybody who sees it. */
  /** Shows for some seconds that somebody is writing; where that fails, nothing comes of it. */
  showWriting(reference: string): Promise<void>;
  update(reference: string, activityId: string, message: ChatMessage): Promise<DeliveryOutcome>;
}
