import type { Lead } from './lead';

/** Where a lead stands: nobody has taken it · somebody follows it · it has ended. */
export const leadStates = ['new', 'taken', 'closed'] as const;
export type LeadState = (typeof leadStates)[number];

/** How a lead ended. `redirected`: to another body, named in the step's note. */
export const leadOutcomes = ['helped', 'redirected', 'unreachable', 'notForUs', 'withdrawn'] as const;
export type LeadOutcome = (typeof leadOutcomes)[number];

/** Who made a step. `id` of a recipient as in the list of recipients. */
export type Actor =
  | { readonly kind: 'recipient'; readonly id: string }
  | { readonly kind: 'company' }
  | { readonly kind: 'operator' }
  | { readonly kind: 'system' };

/** What can happen to a lead. The first seven are acts of people; the others are written down by the service. */
export const stepKinds = [
  'taken',
  'declined',
  'handedOver',
  'closed',
  'reopened',
  'noted',
  'undone',
  'recorded',
  'reminded',
  'escalated',
  'delayTold',
  'rated',
  'withdrawn',
  'erased',
] as const;
export type StepKind = (typeof stepKinds)[number];

/** One line of a lead's history. Steps are added, never changed or removed, except by erasure. */
export interface LeadStep {
  readonly id: string;
  readonly leadId: string;
  /** From 1, without gaps. */
  readonly number: number;
  readonly at: Date;
  readonly kind: StepKind;
  readonly actor: Actor;
  /** The state after this step. */
  readonly state: LeadState;
  /** Who follows the lead after this step: a recipient's id. */
  readonly assigneeId?: string | undefined;
  /** Who could act on the lead after this step. Absent in steps of leads recorded by an early release. */
  readonly recipientIds?: readonly string[] | undefined;
  /** With `closed` and `withdrawn`. */
  readonly outcome?: LeadOutcome | undefined;
  /** With `rated`: 1 (not helped) to 5. */
  readonly rating?: number | undefined;
  /** Words of a person: a note, where the company was redirected, a line with the rating. May hold personal data. */
  readonly note?: string | undefined;
  /** With `undone`: the number of the step that no longer counts. */
  readonly undoes?: number | undefined;
}

/** A lead with what became of it. */
export interface LeadFile {
  readonly lead: Lead;
  readonly state: LeadState;
  readonly assigneeId?: string | undefined;
  readonly outcome?: LeadOutcome | undefined;
  /** Ids of the recipients it was sent to and who have not declined. */
  readonly recipientIds: readonly string[];
  /** Number of the last step; a change is refused when another was written since (`version`). */
  readonly version: number;
  /** Oldest first. */
  readonly steps: readonly LeadStep[];
}
