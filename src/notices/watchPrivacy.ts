import { days, type Clock } from '../shared/time';
import { confirmDays } from './noticeLinks';
import { emailKey, type Watch } from './watch';
import type { WatchRepository } from './watchRepository';

/** What people and the calendar ask of watches as personal data. */
export interface WatchPrivacy {
  /** How many were asked for in a conversation. */
  count(conversationId: string): Promise<number>;
  /** Deletes those. @returns how many */
  erase(conversationId: string): Promise<number>;
  ofEmail(email: string): Promise<readonly Watch[]>;
  /** @returns how many were deleted */
  eraseEmail(email: string): Promise<number>;
  /** Deletes what was never confirmed in time and what has lasted long enough. @returns how many */
  forgetOld(): Promise<number>;
}

/**
 * Builds it. Letters of a deleted watch go with it.
 * @param deps `keptDays`: how long a watch lasts after it was confirmed; `forgetCopies` deletes mail files that the service itself keeps of a watch
 */
export function createWatchPrivacy(deps: {
  readonly watches: Pick<WatchRepository, 'ofConversation' | 'ofEmail' | 'expired' | 'delete'>;
  readonly forgetCopies: (watchId: string) => Promise<void>;
  readonly clock: Clock;
  readonly keptDays: number;
}): WatchPrivacy {
  const { watches, clock, keptDays } = deps;
  const deleteAll = async (list: readonly Watch[]): Promise<number> => {
    for (const { id } of list) {
      // Copies first: when that fails, the watch is still there to be deleted again.
      await deps.forgetCopies(id);
      await watches.delete(id);
    }
    return list.length;
  };
  const ago = (count: number): Date => new Date(clock().getTime() - days(count));
  return {
    count: async (conversationId) => (await watches.ofConversation(conversationId)).length,
    erase: async (conversationId) => deleteAll(await watches.ofConversation(conversationId)),
    ofEmail: (email) => watches.ofEmail(emailKey(email)),
    eraseEmail: async (email) => deleteAll(await watches.ofEmail(emailKey(email))),
    forgetOld: async () =>
      deleteAll(await watches.expired({ asked: ago(confirmDays), confirmed: ago(keptDays) })),
  };
}
