import type { LeadProject } from '../../leads/lead';
import type { FinderField } from './finder';
import type { Project } from './project';

/**
 * Where the finder stands: a question, the list, what precedes leaving with a scheme or its list, or `left`: something else has been talked of since.
 */
export type FinderStep = FinderField | 'list' | 'email' | 'orderedGuard' | 'otherAidsGuard' | 'left';

/** The finder as it stands in the conversation's state; it outlives its dialog, so that "more" works after a question in between. */
export interface FinderState {
  readonly project: Project;
  readonly step: FinderStep;
  /** Questions answered or passed. */
  readonly passed: readonly FinderField[];
  /** Questions that may still be asked before the list is shown. */
  readonly questionsLeft: number;
  /** Answers to the present question that were none. */
  readonly attempts: number;
  /** Ids of the pages of the schemes shown, in the order of their numbers. */
  readonly shown: readonly string[];
  /** Id of the page of the scheme that the visitor chose. */
  readonly picked?: string | undefined;
  /** Lists sent by mail. */
  readonly mailed: number;
  /** What was counted of this run for the figures; a run begun by an earlier release has none. */
  readonly counted?: readonly string[] | undefined;
  /** What a lead carries of it. */
  readonly summary?: LeadProject | undefined;
}

/** Answers that are none, after which a question is passed or left. */
export const maxAttempts = 2;

/** Most questions before the first list. */
const maxQuestions = 3;

export const newFinder = (project: Project): FinderState => ({
  project,
  step: 'project',
  passed: [],
  questionsLeft: maxQuestions,
  attempts: 0,
  shown: [],
  mailed: 0,
});
