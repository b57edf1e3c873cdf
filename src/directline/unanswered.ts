import type { Activity } from 'botbuilder';
import type { Conversations } from './conversations';
import type { Grant } from './tokens';
import type { WireActivity } from './wireActivity';

/**
 * Builds what answers a message that was kept and then left, because the process ended in between. Called when its page comes back or sends it
 * again; without effect when the bot has spoken since. A turn that was cut off may run twice this way; a form that was sent is recorded once.
 *
 * The function resolves when the turn has its place in the queue. It never throws: the page then comes back once more.
 */
export function createTakeUp(deps: {
  readonly conversations: Conversations;
  readonly begin: (conversationId: string, activity: () => Promise<Activity | undefined>) => Promise<void>;
  readonly turn: (grant: Grant, id: string, message: WireActivity) => Activity;
}): (grant: Grant) => Promise<void> {
  const { conversations, begin, turn } = deps;

  const unansweredIn = async (conversationId: string): Promise<WireActivity | undefined> => {
    const conversation = await conversations.find(conversationId);
    if (!conversation) return undefined;
    const { activities } = await conversations.since(conversationId, conversation.lastSequence - 1);
    const youngest = activities.at(-1);
    return youngest?.type === 'message' && roleOf(youngest.from) === 'user' ? youngest : undefined;
  };

  return async (grant) => {
    const { conversationId } = grant;
    try {
      if (!(await unansweredIn(conversationId))) return;
      // Mostly a turn of this process is at it; that one has ended when this one is looked at.
      void begin(conversationId, async () => {
        const left = await unansweredIn(conversationId);
        return left && turn(grant, left.id, left);
      });
    } catch {
      // The queue is full or the database does not answer: whoever asked for something else gets it all the same.
    }
  };
}

const roleOf = (from: unknown): unknown =>
  typeof from === 'object' && from !== null && 'role' in from ? from.role : undefined;
