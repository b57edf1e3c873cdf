import type { SchemeDates, SchemeStatus } from '../aids/schemeStatus';

/** A scheme as watches see it. */
export interface WatchedScheme {
  /** Id of its page. */
  readonly id: string;
  readonly title: { readonly fr: string; readonly en: string };
  readonly operator: string;
  /** The operator's page. */
  readonly url?: string | undefined;
  readonly dates: SchemeDates;
}

/** Where a scheme stood when a visitor was last told; what does not matter to applicants is left out. */
export interface ToldState {
  readonly kind: SchemeStatus['kind'];
  readonly opensOn?: string | undefined;
  readonly closesOn?: string | undefined;
  /** The smallest of `noticeDays` that had been reached. */
  readonly reached?: number | undefined;
}

/** A visitor's wish to be told of one scheme. Nothing but the question whether it is meant is sent until it is confirmed. */
export interface Watch {
  readonly id: string;
  readonly email: string;
  readonly schemeId: string;
  readonly language: 'fr' | 'en';
  /** The conversation in which it was asked for; undefined once nobody can tell any more. */
  readonly conversationId: string | undefined;
  /** When the last confirmation letter was written. */
  readonly askedAt: Date;
  readonly confirmedAt: Date | undefined;
  /** Undefined until it is confirmed. */
  readonly told: ToldState | undefined;
  /** Raised by each change, so that two that happen at once are told apart. */
  readonly version: number;
}

/** An address in the one form in which two of them can be compared. */
export const emailKey = (email: string): string => email.trim().toLowerCase();
