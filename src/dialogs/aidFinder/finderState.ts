import type { LeadProject } from '../../leads/lead';
import type { FinderField } from './finder';
import type { Project } from './project';

/** Where the finder stands: a question, the list, or what precedes leaving with a scheme or its list. */
export type FinderStep = FinderField | 'list' | 'email' | 'orderedGuard' | 'otherAidsGuard';

/** The finder as it stands in the conversation's state; it outlives its dialog, so that "more" works after a question in between. */
export interface FinderState {
  readonly project: Project;
  readonly step: FinderStep;
  /** Questions answered or passed. */
  readonly passed: readonly FinderField[];
  /** Answers to the present question that were none. */
  readonly attempts: number;
  /** Schemes of the list that come before the three shown. */
  readonly offset: number;
  /** Id of the page of the scheme that the visitor chose. */
  readonly picked?: string | undefined;
  /** Lists sent by mail. */
  readonly mailed: number;
  /** What a lead carries of it; written whenever the list is shown. */
  readonly summary?: LeadProject | undefined;
}

export const newFinder = (project: Project): FinderState => ({
  project,
  step: 'project',
  passed: [],
  attempts: 0,
  offset: 0,
  mailed: 0,
});
