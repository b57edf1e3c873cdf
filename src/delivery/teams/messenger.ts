/** What is written to a chat. */
export interface ChatMessage {
  /** What a notification shows; the whole message where there is no card. */
  readonly text: string;
  /** An Adaptive Card. */
  readonly card?: object | undefined;
}

/** What became of one message. */
export type ChatOutcome =
  /** `activityId`: the message, as the channel names it. */
  | { readonly kind: 'sent'; readonly activityId: string }
  /** For good: the assistant was removed or blocked, or the chat no longer exists. `detail` is a stable code. */
  | { readonly kind: 'refused'; readonly detail: string }
  | {
      readonly kind: 'retryLater';
      readonly detail: string;
      /** The wait that the channel asks for, in ms. */
      readonly retryAfterMs?: number | undefined;
    };

/** Writes to chats without being spoken to. One attempt each, which ends within a time limit of its own; trouble is an outcome. */
export interface ChatMessenger {
  /** @param reference as the chat was linked with @param thread the message to answer, where the chat has threads */
  post(reference: string, message: ChatMessage, thread?: string): Promise<ChatOutcome>;
  /** Replaces a message in place, for everybody who sees it. */
  update(reference: string, activityId: string, message: ChatMessage): Promise<ChatOutcome>;
}
