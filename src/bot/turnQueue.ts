import { AppError } from '../shared/errors';
import { createInOrder } from '../shared/inOrder';

/**
 * The turns of one conversation run one at a time, in the order in which their activities came: the Bot Framework saves
 * state without looking whether another turn has changed it, so two turns at once would lose what one of them learned.
 */
export interface TurnQueue {
  /**
   * Runs a turn after the earlier ones of its conversation.
   * @param conversationKey channel and conversation id
   * @throws AppError at once: TURN_QUEUE_FULL when too many turns wait, SERVICE_STOPPING after `stop`
   */
  run<T>(conversationKey: string, turn: () => Promise<T>): Promise<T>;
  /** Refuses new turns from now on; resolves when the last accepted one has ended. */
  stop(): Promise<void>;
  /** Turns running or waiting. */
  pending(): number;
}

/**
 * @param limits how many turns may wait: in one conversation (default 20) and altogether (default 2,000)
 */
export function createTurnQueue(
  limits: { readonly perConversation?: number; readonly total?: number } = {},
): TurnQueue {
  const { perConversation = 20, total = 2000 } = limits;
  const turns = createInOrder();
  let stopping = false;
  return {
    run(conversationKey, turn) {
      if (stopping) throw new AppError('SERVICE_STOPPING', 'the service is stopping and takes no new turn');
      if (turns.pending(conversationKey) >= perConversation || turns.total() >= total) {
        throw new AppError('TURN_QUEUE_FULL', `${turns.total()} turns are waiting; try again in a moment`);
      }
      return turns.run(conversationKey, turn);
    },
    stop() {
      stopping = true;
      return turns.idle();
    },
    pending: () => turns.total(),
  };
}
