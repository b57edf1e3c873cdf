import type { Actor, LeadFile, LeadState } from './leadFile';
import type { LeadAct } from './leadLinks';
import type { FollowRefusal } from './leadServices';

/** Who may do an act, and in which states of the lead. */
export interface LifeCycleRule {
  readonly by: readonly Actor['kind'][];
  readonly from: readonly LeadState[];
  /** The actor can take it back within the undo minute, and nobody is told before that is over. */
  readonly canBeUndone: boolean;
  /** Only whoever follows the lead may do it, when somebody does. The operator may always. */
  readonly holderOnly: boolean;
}

const people = ['recipient', 'operator'] as const;
const open = ['new', 'taken'] as const;
const always = ['new', 'taken', 'closed'] as const;

/** The allowed transitions. What each act leads to is in `decideAct`. */
export const lifeCycle: Readonly<Record<LeadAct['kind'], LifeCycleRule>> = {
  take: { by: ['recipient'], from: open, canBeUndone: true, holderOnly: true },
  decline: { by: ['recipient'], from: open, canBeUndone: true, holderOnly: false },
  handOver: { by: people, from: open, canBeUndone: true, holderOnly: true },
  close: { by: people, from: open, canBeUndone: true, holderOnly: true },
  reopen: { by: people, from: ['closed'], canBeUndone: true, holderOnly: false },
  note: { by: people, from: always, canBeUndone: false, holderOnly: false },
  undo: { by: people, from: always, canBeUndone: false, holderOnly: false },
  withdraw: { by: ['company'], from: open, canBeUndone: false, holderOnly: false },
  rate: { by: ['company'], from: ['closed'], canBeUndone: false, holderOnly: false },
};

/** Why the table above does not allow an act; undefined: it does. */
export function forbidden(file: LeadFile, actor: Actor, act: LeadAct): FollowRefusal | undefined {
  const rule = lifeCycle[act.kind];
  if (!rule.by.includes(actor.kind)) return 'notYours';
  // Whoever declined or handed over is no recipient any more, and may still take just that back.
  if (actor.kind === 'recipient' && act.kind !== 'undo' && !isRecipient(file, actor.id)) return 'notYours';
  if (!rule.from.includes(file.state)) return file.state === 'closed' ? 'alreadyClosed' : 'notClosed';
  const heldByOther = actor.kind === 'recipient' && file.state === 'taken' && file.assigneeId !== actor.id;
  return rule.holderOnly && heldByOther ? 'takenByOther' : undefined;
}

const isRecipient = (file: LeadFile, id: string): boolean =>
  file.recipientIds.includes(id) || file.assigneeId === id;
