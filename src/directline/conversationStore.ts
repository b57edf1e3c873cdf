/** An activity as it goes over the wire, without id and timestamp: those come from the store. */
export type ActivityContent = Readonly<Record<string, unknown>> & { readonly type: string };

/** A conversation between one visitor and the bot. */
export interface Conversation {
  readonly id: string;
  readonly userId: string;
  readonly createdAt: Date;
  /** The sequence of the youngest activity ever recorded; 0 while there is none. */
  readonly lastSequence: number;
}

/** An activity with its place in the conversation. */
export interface RecordedActivity {
  /** From 1, without gaps in the order of recording; removed activities leave theirs unused. */
  readonly sequence: number;
  /** Strictly later than that of the activity before. */
  readonly recordedAt: Date;
  readonly content: ActivityContent;
}

/** What became of an activity that was to be recorded. */
export type Recorded =
  | { readonly kind: 'recorded'; readonly activity: RecordedActivity }
  /** The same `clientActivityId` was recorded before: this is that one, and nothing was written. */
  | { readonly kind: 'repeated'; readonly activity: RecordedActivity }
  | { readonly kind: 'unknownConversation' };

/**
 * Where the website's conversations are kept, so that a reload, a restart or a pause resumes where they were.
 * Guarantees: what a call has acknowledged survives a crash; sequences and times of a conversation strictly increase,
 * also when several processes write. Does not guarantee: that conversations are kept for ever (see `purge`).
 */
export interface ConversationStore {
  /** Creates the conversation, or leaves it as it is when the id is known. */
  create(conversation: { id: string; userId: string; createdAt: Date }): Promise<'created' | 'existing'>;
  find(conversationId: string): Promise<Conversation | undefined>;
  /** Gives the activity the next sequence and a time not before `at`, and keeps it. */
  record(
    conversationId: string,
    activity: { content: ActivityContent; at: Date; clientActivityId?: string | undefined },
  ): Promise<Recorded>;
  /** The youngest `limit` activities after `sequence`, oldest first. */
  since(conversationId: string, sequence: number, limit: number): Promise<readonly RecordedActivity[]>;
  /** Replaces the content; undefined when there is no such activity. Place and time stay. */
  replace(
    conversationId: string,
    sequence: number,
    content: ActivityContent,
  ): Promise<RecordedActivity | undefined>;
  /** Removes one activity; does nothing when there is none. */
  remove(conversationId: string, sequence: number): Promise<void>;
  /** Removes a conversation with all that was said in it. */
  forget(conversationId: string): Promise<void>;
  /** Removes the conversations that have been idle since before the given moment; returns how many. */
  purge(idleSince: Date): Promise<number>;
}
