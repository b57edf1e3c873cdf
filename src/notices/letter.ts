import type { AidList } from './aidList';
import type { NoticeKind } from './dueNotice';
import type { WeekDigest } from './weeklyDigest';
import type { UpkeepReport } from './upkeepReport';
import type { ToldState, WatchedScheme } from './watch';

/** What a letter says. A notice tells how the scheme stood when it was written. */
export type LetterContent =
  /** Asks whoever has the address whether the wish is theirs. */
  | { readonly kind: 'confirm'; readonly scheme: WatchedScheme }
  | {
      readonly kind: NoticeKind;
      readonly scheme: WatchedScheme;
      readonly state: ToldState;
      /** ISO day on which the watch ends by itself. */
      readonly endsOn: string;
    }
  /** The list of the aid finder, for whoever asked for it. */
  | { readonly kind: 'aidList'; readonly list: AidList }
  /** A code by which a recipient links a chat. */
  | { readonly kind: 'pairing'; readonly code: string; readonly minutes: number }
  /** A link by which a person signs in at the desk. */
  | {
      readonly kind: 'signIn';
      readonly link: string;
      /** How long it can be used after it was asked for. */
      readonly minutes: number;
      /** Address of the desk. */
      readonly desk: string;
    }
  /** A proposal to correct a page, for the project lead. */
  | { readonly kind: 'correction'; readonly title: string; readonly file: string; readonly text: string }
  /** The digest of the week that began on a Monday, for the project lead. */
  | { readonly kind: 'week'; readonly monday: string; readonly digest: WeekDigest }
  | { readonly kind: 'upkeep'; readonly month: string; readonly report: UpkeepReport };

/** A mail that is about no lead, waiting durably until it is sent. */
export interface Letter {
  readonly id: string;
  /** The watch that it is about; it goes with it. Undefined: it is about none. */
  readonly watchId: string | undefined;
  readonly language: 'fr' | 'en';
  readonly to: { readonly name: string; readonly email: string };
  readonly content: LetterContent;
  readonly createdAt: Date;
}

/** A letter in the hands of a dispatcher, until its lease ends. */
export interface ClaimedLetter extends Letter {
  /** Attempts begun, the one in hand included. */
  readonly attempts: number;
}

/** What became of an attempt. `delivered` letters are deleted; `refused` and `dead` ones stay for a human until their time is up. */
export interface LetterResult {
  readonly state: 'due' | 'delivered' | 'refused' | 'dead';
  /** The next attempt's time while `state` is `due`; otherwise the time of the attempt. */
  readonly dueAt: Date;
}

/**
 * The durable waiting room of letters: the promises of the leads' outbox hold here too. At least once: a crash between the remote side's yes and the
 * record of it leads to a second delivery with the same `Message-ID`.
 */
export interface LetterRepository {
  /** A letter that is about no watch. On disk when it resolves. */
  add(letter: Letter): Promise<void>;
  /** Leases the letter that has waited longest among those due; undefined: none is due. */
  claim(request: { readonly now: Date; readonly leaseMs: number }): Promise<ClaimedLetter | undefined>;
  /** Prolongs the lease; without effect when someone else has claimed it since. */
  renew(letter: ClaimedLetter, leaseUntil: Date): Promise<void>;
  /** When someone else has claimed it since, only `delivered` still counts. */
  record(letter: ClaimedLetter, result: LetterResult): Promise<void>;
  /** @returns letters on their way, those given up, and the age of the oldest on its way */
  stats(now: Date): Promise<{
    readonly waiting: number;
    readonly dead: number;
    readonly oldestUndeliveredSeconds: number | undefined;
  }>;
  /** Deletes what was given up and written before a moment. @returns how many */
  deleteDeadBefore(moment: Date): Promise<number>;
}
