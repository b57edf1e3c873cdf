import type { Actor, LeadFile, LeadOutcome, LeadStep, StepKind } from './leadFile';

/** Steps that change where a lead stands; the others are remarks. */
const moves: ReadonlySet<StepKind> = new Set([
  'recorded',
  'taken',
  'declined',
  'handedOver',
  'closed',
  'reopened',
  'withdrawn',
  'undone',
]);

/** The last step that changed where the lead stands. */
export const lastMove = (file: LeadFile): LeadStep | undefined =>
  file.steps.findLast((step) => moves.has(step.kind));

/** Where a lead stood after a step. */
export interface Standing {
  readonly state: LeadFile['state'];
  readonly assigneeId: string | undefined;
  readonly outcome: LeadOutcome | undefined;
  readonly recipientIds: readonly string[];
}

/** Where a lead stood just before one of its steps. */
export function standingBefore(file: LeadFile, step: LeadStep): Standing {
  const earlier = file.steps.filter(({ number }) => number < step.number);
  const last = earlier.at(-1);
  const state = last?.state ?? 'new';
  const undone = new Set(earlier.map(({ undoes }) => undoes));
  const closing = earlier.findLast((each) => each.outcome !== undefined && !undone.has(each.number));
  return {
    state,
    assigneeId: last?.assigneeId,
    outcome: state === 'closed' ? closing?.outcome : undefined,
    recipientIds: last?.recipientIds ?? file.recipientIds,
  };
}

/** Since when nobody follows the lead; undefined: somebody does, or it is closed. */
export function waitingSince(file: LeadFile): Date | undefined {
  if (file.state !== 'new') return undefined;
  const held = file.steps.findLastIndex((step) => step.state !== 'new');
  return file.steps[held + 1]?.at;
}

/** Everybody in the list of recipients who had to do with a lead: whom it was sent to, who declined, who followed it. */
export function involvedIds(file: LeadFile): string[] {
  const ids = file.steps.flatMap((step) => [
    ...(step.recipientIds ?? []),
    ...(step.assigneeId === undefined ? [] : [step.assigneeId]),
    ...(step.actor.kind === 'recipient' ? [step.actor.id] : []),
  ]);
  return [...new Set([...file.recipientIds, ...ids])];
}

/** Whether two actors are the same. */
export const sameActor = (a: Actor, b: Actor): boolean =>
  a.kind === b.kind && (a.kind !== 'recipient' || b.kind !== 'recipient' || a.id === b.id);
