/** What is kept of one conversation, as its visitor may ask for it. */
export interface ConversationCopy {
  /** Masked, as editors read them; oldest first. */
  readonly questions: readonly { readonly at: Date; readonly question: string }[];
  /** Activities of the website's conversation, both sides, oldest first. */
  readonly messages: readonly { readonly at: Date; readonly content: unknown }[];
  /** What the assistant remembers in order to understand the next message. */
  readonly memory: readonly unknown[];
}

/** What is kept of conversations besides leads: questions for editors, the bot's state, the website's activities. */
export interface ConversationTraces {
  /** How many questions of this conversation are kept. */
  countQuestions(conversationId: string): Promise<number>;

  copy(conversationId: string): Promise<ConversationCopy>;

  /**
   * Deletes the conversation's questions, state and activities in one transaction; a website conversation itself stays, empty, so that it can
   * go on.
   * @returns how many questions were deleted
   */
  erase(conversationId: string): Promise<number>;

  /**
   * Forgets which conversation the questions asked before a moment belong to; from then on they are nobody's.
   * @returns how many
   */
  detachQuestionsBefore(moment: Date): Promise<number>;
}

/** Wishes to be told of a scheme, as far as "forget me" is concerned. */
export interface WatchTraces {
  /** How many were made in this conversation. */
  count(conversationId: string): Promise<number>;
  /** @returns how many were deleted */
  erase(conversationId: string): Promise<number>;
}
