import { createHash, randomInt } from 'node:crypto';
import { minutes, type Clock } from '../shared/time';
import type { RecipientChat, RecipientChatRepository } from './recipientChat';

/** How long a code can be used. */
const codeMinutes = 15;
/** Wrong codes after which every open code is void: six digits are guessed by nobody in so few tries. */
const maxFailures = 10;
const digits = 6;

/** Links a recipient to a chat by a short code: shown where only the recipient looks, typed in the chat. */
export interface Pairing {
  /** How long a code can be used, in minutes. */
  readonly codeMinutes: number;
  /** A new code of six digits, in place of an earlier one. */
  issue(recipientId: string): Promise<string>;
  /**
   * Links the chat in which the code was typed. Undefined: no open code is this one.
   * @returns the recipient's id
   */
  redeem(code: string, chat: Omit<RecipientChat, 'recipientId' | 'linkedAt'>): Promise<string | undefined>;
  /** Ends the link of a person. @returns false when there was none */
  leave(userId: string): Promise<boolean>;
}

/** @param random a whole number from 0 up to, not including, `max` */
export function createPairing(deps: {
  readonly chats: RecipientChatRepository;
  readonly clock: Clock;
  readonly random?: ((max: number) => number) | undefined;
}): Pairing {
  const { chats, clock, random = randomInt } = deps;
  return {
    codeMinutes,
    async issue(recipientId) {
      const code = String(random(10 ** digits)).padStart(digits, '0');
      const expiresAt = new Date(clock().getTime() + minutes(codeMinutes));
      await chats.keepCode({ recipientId, codeHash: hash(code), expiresAt });
      return code;
    },
    async redeem(code, chat) {
      const now = clock();
      const recipientId = await chats.takeCode(hash(code), now, maxFailures);
      if (recipientId !== undefined) await chats.link({ ...chat, recipientId, linkedAt: now });
      return recipientId;
    },
    async leave(userId) {
      const chat = await chats.ofUser(userId);
      if (chat) await chats.unlink(chat.recipientId);
      return chat !== undefined;
    },
  };
}

const hash = (code: string): string => createHash('sha256').update(code).digest('hex');
