import type { Actor, LeadFile, LeadStep } from './leadFile';
import { lastMove, sameActor } from './leadHistory';
import type { LeadAct } from './leadLinks';

/** Whether the actor has just done this very act, so that doing it again (a double click, a reloaded page) has no effect. */
export function isDoubleClick(file: LeadFile, actor: Actor, act: LeadAct): boolean {
  const move = lastMove(file);
  const moved = (kind: LeadStep['kind']): boolean => move?.kind === kind && sameActor(move.actor, actor);
  switch (act.kind) {
    case 'take':
      return file.state === 'taken' && actor.kind === 'recipient' && file.assigneeId === actor.id;
    case 'decline':
      return moved('declined');
    case 'handOver':
      return moved('handedOver') && (move?.recipientIds ?? []).includes(act.to) && !isSelf(actor, act.to);
    case 'close':
      return moved('closed') && move?.outcome === act.outcome;
    case 'reopen':
      return moved('reopened');
    case 'undo':
      return moved('undone');
    case 'withdraw':
      return moved('withdrawn');
    case 'note':
    case 'rate':
      return isRepeated(file.steps.at(-1), actor, act);
  }
}

const isSelf = (actor: Actor, id: string): boolean => actor.kind === 'recipient' && actor.id === id;

function isRepeated(
  last: LeadStep | undefined,
  actor: Actor,
  act: Extract<LeadAct, { kind: 'note' | 'rate' }>,
): boolean {
  if (!last || !sameActor(last.actor, actor) || last.note !== (act.note?.trim() || undefined)) return false;
  return act.kind === 'note' ? last.kind === 'noted' : last.kind === 'rated' && last.rating === act.rating;
}
