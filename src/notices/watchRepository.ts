import type { Letter } from './letter';
import type { ToldState, Watch } from './watch';

/** Watches in durable storage. At most one for an address and a scheme. A letter given with a change is stored with it, or neither is. */
export interface WatchRepository {
  find(id: string): Promise<Watch | undefined>;
  /** Of one address, however it is written. */
  ofEmail(email: string): Promise<readonly Watch[]>;
  ofConversation(conversationId: string): Promise<readonly Watch[]>;
  /** All that are confirmed. */
  confirmed(): Promise<readonly Watch[]>;
  /** Not confirmed and asked before a moment, or confirmed before another. */
  expired(before: { readonly asked: Date; readonly confirmed: Date }): Promise<readonly Watch[]>;
  /** Without effect when there is one for this address and scheme already. */
  add(watch: Watch, letter: Letter): Promise<void>;
  /** Each of these changes one version of a watch. @returns false when it has changed or gone since: nothing was stored */
  askAgain(watch: Watch, at: Date, letter: Letter): Promise<boolean>;
  confirm(watch: Watch, at: Date, told: ToldState | undefined): Promise<boolean>;
  tell(watch: Watch, told: ToldState, letter: Letter | undefined): Promise<boolean>;
  /** Deletes it with its letters; without effect when it has gone. */
  delete(id: string): Promise<void>;
  /** Cuts the link to the conversation of those asked before a moment. */
  detachBefore(moment: Date): Promise<void>;
}
