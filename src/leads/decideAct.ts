import { assertNever } from '../shared/errors';
import { isDoubleClick } from './doubleClick';
import type { Actor, LeadFile, LeadStep } from './leadFile';
import { lastMove, sameActor, standingBefore, type Standing } from './leadHistory';
import type { LeadAct } from './leadLinks';
import type { LeadMessage } from './leadMessages';
import type { FollowRefusal } from './leadServices';
import { forbidden, lifeCycle } from './lifeCycle';

/** Longest note, in characters. */
export const maxNoteLength = 2000;

/** Who is told what by an act. Ids are those of the list of recipients. */
export interface Telling {
  readonly message: LeadMessage;
  readonly to: 'company' | 'operator' | { readonly ids: readonly string[] };
}

/** What an act on a lead comes to. */
export type ActDecision =
  | {
      readonly kind: 'step';
      readonly step: Pick<LeadStep, 'kind' | 'outcome' | 'rating' | 'note' | 'undoes'>;
      readonly standing: Standing;
      readonly tell: readonly Telling[];
      /** Id of the step whose messages are taken back. */
      readonly withdrawOccasion?: string | undefined;
    }
  | { readonly kind: 'alreadyDone' }
  | { readonly kind: 'refused'; readonly because: FollowRefusal };

/** What the rules must know besides the lead. */
export interface ActWorld {
  readonly now: Date;
  readonly undoMs: number;
  /** Whether an id is in the list of recipients. */
  readonly isKnown: (id: string) => boolean;
  /** Who gets a lead that nobody is left for. */
  readonly escalationId: string;
}

/** Decides an act by the life-cycle rules. Pure: the same arguments always give the same decision. */
export function decideAct(file: LeadFile, actor: Actor, act: LeadAct, world: ActWorld): ActDecision {
  if (isDoubleClick(file, actor, act)) return { kind: 'alreadyDone' };
  const because = forbidden(file, actor, act);
  if (because) return { kind: 'refused', because };
  const note = 'note' in act ? act.note?.trim() || undefined : undefined;
  if (note !== undefined && note.length > maxNoteLength) return invalid;

  const actorId = actor.kind === 'recipient' ? actor.id : undefined;
  const { state, assigneeId, outcome, recipientIds } = file;
  const now: Standing = { state, assigneeId, outcome, recipientIds };
  switch (act.kind) {
    case 'take':
      return step({ kind: 'taken' }, { ...now, state: 'taken', assigneeId: actorId }, [toCompany('taken')]);
    case 'decline':
      return decline(now, actorId ?? '', note, world.escalationId);
    case 'handOver':
      if (!world.isKnown(act.to)) return { kind: 'refused', because: 'unknownRecipient' };
      return act.to === (state === 'new' ? actorId : assigneeId)
        ? invalid
        : handOver(now, actorId, act.to, note);
    case 'close':
      if (act.outcome === 'redirected' && note === undefined) return invalid;
      return step(
        { kind: 'closed', outcome: act.outcome, note },
        { ...now, state: 'closed', outcome: act.outcome },
        [toCompany('closed')],
      );
    case 'reopen':
      return step(
        { kind: 'reopened', note },
        { ...now, state: assigneeId === undefined ? 'new' : 'taken', outcome: undefined },
        [{ message: 'callSheet', to: { ids: assigneeId === undefined ? recipientIds : [assigneeId] } }],
      );
    case 'note':
      return note === undefined ? invalid : step({ kind: 'noted', note }, now);
    case 'undo':
      return undo(file, actor, world);
    case 'withdraw':
      return step(
        { kind: 'withdrawn', outcome: 'withdrawn' },
        { ...now, state: 'closed', outcome: 'withdrawn' },
        [{ message: 'withdrawn', to: { ids: file.assigneeId ? [file.assigneeId] : file.recipientIds } }],
      );
    case 'rate':
      if (!Number.isInteger(act.rating) || act.rating < 1 || act.rating > 5) return invalid;
      return step({ kind: 'rated', rating: act.rating, note }, now);
    default:
      return assertNever(act);
  }
}

const invalid: ActDecision = { kind: 'refused', because: 'invalid' };

const toCompany = (message: LeadMessage): Telling => ({ message, to: 'company' });

type Step = Extract<ActDecision, { kind: 'step' }>;

const step = (made: Step['step'], standing: Standing, tell: readonly Telling[] = []): Step => ({
  kind: 'step',
  step: made,
  standing,
  tell,
});

/** The others keep the lead; when nobody is left, it goes to the stand-in of last resort, who may be the one who declines. */
function decline(now: Standing, actorId: string, note: string | undefined, escalationId: string): Step {
  const others = now.recipientIds.filter((id) => id !== actorId);
  const dropped = now.assigneeId === actorId;
  const standing: Standing = {
    ...now,
    ...(dropped ? { state: 'new', assigneeId: undefined } : {}),
    recipientIds: others.length > 0 ? others : [escalationId],
  };
  const made = { kind: 'declined', note } as const;
  if (others.length > 0) {
    return step(made, standing, dropped ? [{ message: 'callSheet', to: { ids: others } }] : []);
  }
  return step(made, standing, [
    { message: 'escalation', to: { ids: [escalationId] } },
    // Nobody else is left: somebody who looks after the service must know.
    ...(escalationId === actorId ? [{ message: 'alert', to: 'operator' } as const] : []),
  ]);
}

/** Before anyone has taken it, the new recipient stands where the actor stood; afterwards the new one follows it. */
function handOver(now: Standing, actorId: string | undefined, to: string, note: string | undefined): Step {
  const callSheet: Telling = { message: 'callSheet', to: { ids: [to] } };
  const made = { kind: 'handedOver', note } as const;
  const kept = now.recipientIds.filter((id) => id !== to);
  if (now.state === 'new') {
    return step(made, { ...now, recipientIds: [...kept.filter((id) => id !== actorId), to] }, [callSheet]);
  }
  return step(made, { ...now, assigneeId: to, recipientIds: [...kept, to] }, [callSheet, toCompany('taken')]);
}

function undo(file: LeadFile, actor: Actor, { now, undoMs }: ActWorld): ActDecision {
  const move = lastMove(file);
  const act = move && canBeUndone(move.kind);
  const inTime = move && now.getTime() < move.at.getTime() + undoMs;
  if (!move || !act || !inTime || !sameActor(move.actor, actor))
    return { kind: 'refused', because: 'tooLate' };
  return {
    ...step({ kind: 'undone', undoes: move.number }, standingBefore(file, move)),
    withdrawOccasion: move.id,
  };
}

/** Steps that can be taken back, by the table of transitions. */
const acts = {
  taken: 'take',
  declined: 'decline',
  handedOver: 'handOver',
  closed: 'close',
  reopened: 'reopen',
} as const;

/** Whether whoever made a step can take it back within the undo minute. */
export function canBeUndone(made: LeadStep['kind']): boolean {
  return made in acts && lifeCycle[acts[made as keyof typeof acts]].canBeUndone;
}
