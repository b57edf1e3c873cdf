import type { AskedRecord, QuestionEnd } from '../knowledge/questionLog';
import type { LeadOutcome, LeadState } from '../leads/leadFile';
import type { CountedFlow } from './countedSteps';
import type { Days } from './period';

/** Moments from one up to another, which is not in it. */
export interface Span {
  readonly from: Date;
  readonly until: Date;
}

/** Questions that share everything that figures tell apart. */
export interface QuestionCount {
  readonly pageId?: string | undefined;
  readonly end: QuestionEnd;
  readonly useful?: boolean | undefined;
  /** The conversation became a lead afterwards. */
  readonly handedOver: boolean;
  readonly count: number;
}

/** Questions without an answer that share their telling terms. */
export interface UnansweredCount {
  /** Stems; none: the pages know no word of them. */
  readonly terms: readonly string[];
  /** One of them, masked. */
  readonly example: string;
  readonly count: number;
}

/** What a lead tells of its company and project after an erasure as well. */
export type LeadTrait = 'intercommunality' | 'sizeBand' | 'communeCode';

export interface TraitCount {
  /** Absent: these leads do not tell it. */
  readonly value?: string | undefined;
  readonly count: number;
}

/** When a lead was recorded, taken and closed. */
export interface LeadTimes {
  readonly recordedAt: Date;
  /** When somebody took it first, or closed it at once. A step that was taken back does not count. */
  readonly takenAt?: Date | undefined;
  /** Since when it is closed. */
  readonly closedAt?: Date | undefined;
  readonly outcome?: LeadOutcome | undefined;
}

/** Which questions somebody wants to see. What is absent does not matter. */
export interface QuestionSelection {
  readonly span: Span;
  readonly ends?: readonly QuestionEnd[] | undefined;
  readonly pageIds?: readonly string[] | undefined;
  /** Questions that no page answered. */
  readonly withoutPage?: true | undefined;
  /** Questions with a page that is none of these. */
  readonly otherThan?: readonly string[] | undefined;
  readonly useful?: boolean | undefined;
  readonly handedOver?: true | undefined;
  /** One of the telling terms; empty: questions without any. */
  readonly term?: string | undefined;
}

/** Where figures come from. Counts only, except `questions`, which are masked; erased leads count as before. */
export interface FigureSource {
  questionCounts(span: Span): Promise<readonly QuestionCount[]>;
  /** Unanswered questions and those whose proposals were refused; most frequent first, at most `most` groups. */
  unansweredCounts(span: Span, most: number): Promise<readonly UnansweredCount[]>;
  /** Leads recorded in the span by one trait. */
  leadsBy(trait: LeadTrait, span: Span): Promise<readonly TraitCount[]>;
  /** Leads recorded in the span by where they stand now: the outcome of closed ones, else the state. */
  leadsByEnd(
    span: Span,
  ): Promise<readonly { readonly end: LeadOutcome | LeadState; readonly count: number }[]>;
  /** Leads recorded in the span by the schemes that their conversations had shown: page ids. */
  leadsBySchemes(
    span: Span,
  ): Promise<readonly { readonly pageIds: readonly string[]; readonly count: number }[]>;
  /** Leads recorded in the span. */
  leadTimes(span: Span): Promise<readonly LeadTimes[]>;
  stepCounts(
    flow: CountedFlow,
    days: Days,
  ): Promise<readonly { readonly step: string; readonly count: number }[]>;
  /** Newest first. */
  questions(
    selection: QuestionSelection,
    page: { readonly offset: number; readonly limit: number },
  ): Promise<{ readonly total: number; readonly questions: readonly AskedRecord[] }>;
  /** Leads that nobody has taken, whenever they were recorded. */
  waitingLeads(): Promise<{
    readonly count: number;
    readonly oldest?: { readonly reference: string; readonly recordedAt: Date } | undefined;
  }>;
  /** Leads that were taken, and that were closed, in the span, whenever they were recorded. */
  movedLeads(span: Span): Promise<{ readonly taken: number; readonly closed: number }>;
}
