import type { Actor, LeadFile } from './leadFile';
import type { LeadAct } from './leadLinks';

/** What became of an act on a lead. */
export type FollowOutcome =
  | {
      readonly kind: 'done';
      readonly file: LeadFile;
      /** Until then `undo` takes it back and nobody is told; undefined: nothing to take back. */
      readonly undoUntil?: Date | undefined;
    }
  /** It was done already by the same actor: a double click. Nothing was written. */
  | { readonly kind: 'alreadyDone'; readonly file: LeadFile }
  /** The rules do not allow it; `because` names the rule. */
  | { readonly kind: 'refused'; readonly because: FollowRefusal; readonly file: LeadFile }
  | { readonly kind: 'unknownLead' };

/**
 * `notYours`: the actor is none of its recipients · `takenByOther` · `alreadyClosed` · `notClosed` · `tooLate` (the undo minute is over, or there is
 * nothing to take back) · `unknownRecipient` · `invalid` (an empty note, a rating out of range).
 */
export type FollowRefusal =
  'notYours' | 'takenByOther' | 'alreadyClosed' | 'notClosed' | 'tooLate' | 'unknownRecipient' | 'invalid';

/** Acts on a lead under the life-cycle rules. Throws what the database throws. */
export type FollowLead = (leadId: string, actor: Actor, act: LeadAct) => Promise<FollowOutcome>;

/**
 * How a request stands, for whoever knows its reference **and** the e-mail or phone given with it (compared in their normal forms).
 * Undefined for any other pair, an unknown reference included: nobody learns which references exist.
 */
export type FindStatus = (reference: string, contact: string) => Promise<LeadFile | undefined>;

/** What one conversation's visitor can ask about their own data. */
export interface VisitorPrivacy {
  /** Everything kept of this conversation. */
  of(conversationId: string): Promise<VisitorData>;
  /**
   * Erases it all: questions, state, activities, wishes to be told of schemes, leads (their recipients are asked to delete their mail).
   * The conversation in progress goes on from nothing.
   * @returns when and what, for the dated receipt
   */
  erase(conversationId: string): Promise<ErasureReceipt>;
}

export interface VisitorData {
  readonly questions: number;
  /** Schemes of which the visitor asked to be told. */
  readonly watches: number;
  readonly leads: readonly LeadFile[];
}

export interface ErasureReceipt {
  readonly at: Date;
  readonly questions: number;
  /** Wishes to be told of a scheme. */
  readonly watches: number;
  /** References of the leads that were erased. */
  readonly references: readonly string[];
}
