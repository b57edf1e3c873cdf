import { canBeUndone } from './decideAct';
import { undoMs } from './followLead';
import type { LeadFile, LeadStep } from './leadFile';
import { lastMove, standingBefore } from './leadHistory';

/**
 * A lead as the company may see it: without the steps that were taken back, and without a step whose undo minute still
 * runs, since nobody is told before that is over.
 */
export function announcedFile(file: LeadFile, now: Date): LeadFile {
  const undone = new Set(file.steps.map(({ undoes }) => undoes));
  const steps = file.steps.filter(({ number, kind }) => kind !== 'undone' && !undone.has(number));
  const last = lastMove(file);
  if (!last || !isPending(last, now)) return { ...file, steps };
  return { ...file, ...standingBefore(file, last), steps: steps.filter(({ id }) => id !== last.id) };
}

function isPending(step: LeadStep, now: Date): boolean {
  const byPeople = step.actor.kind === 'recipient' || step.actor.kind === 'operator';
  return byPeople && canBeUndone(step.kind) && now.getTime() - step.at.getTime() < undoMs;
}
