import { AppError } from '../shared/errors';
import type { Ids } from '../shared/ids';
import { minutes, type Clock } from '../shared/time';
import { decideAct, type ActDecision, type Telling } from './decideAct';
import type { Actor, LeadFile, LeadStep } from './leadFile';
import type { LeadRepository } from './leadRepository';
import type { FollowLead } from './leadServices';
import { lifeCycle } from './lifeCycle';
import { companyOf, createPlanEntries, type WaysFor } from './planEntries';
import type { Recipient } from './recipients';

/** How long an act can be taken back before anyone is told, in ms. */
export const undoMs = minutes(1);

/** Acts of people on one lead meet seldom; more often than this in a row means that something writes without pause. */
const maxTries = 5;

/** What following a lead needs. */
export interface FollowLeadDeps {
  readonly leads: Pick<LeadRepository, 'file' | 'change'>;
  readonly clock: Clock;
  readonly ids: Ids;
  /** By id, from the list of recipients. */
  readonly recipient: (id: string) => Recipient | undefined;
  /** The stand-in of last resort on a day. */
  readonly escalationRecipient: (on: Date) => Recipient;
  /** Who has a card of the lead; nobody by default. */
  readonly cardHolders?: ((leadId: string) => Promise<readonly Recipient[]>) | undefined;
  /** E-mail alone by default. */
  readonly ways?: WaysFor | undefined;
  /** Undefined: nobody is told by mail when the last one declines. */
  readonly operator?: Recipient | undefined;
}

/**
 * Builds the use case for acts on a lead. The step and the messages that it causes are written together or not at all; messages are due after
 * the undo minute.
 *
 * The returned function throws what the database throws, and AppError LEAD_BUSY when others keep changing the lead meanwhile.
 */
export function createFollowLead(deps: FollowLeadDeps): FollowLead {
  const { leads, clock, ids } = deps;
  const plan = createPlanEntries(deps);

  const recipientsOf = (to: Telling['to'], file: LeadFile, escalation: Recipient): readonly Recipient[] => {
    if (to === 'company') return companyOf(file.lead);
    if (to === 'operator') return deps.operator ? [deps.operator] : [];
    // A recipient who has left the list cannot be told; the stand-in then is, so that the lead does not fall silent.
    return to.ids.map((id) => deps.recipient(id) ?? escalation);
  };

  return async (leadId, actor, act) => {
    for (let tried = 0; tried < maxTries; tried += 1) {
      const file = await leads.file(leadId);
      if (!file) return { kind: 'unknownLead' };
      const at = clock();
      const escalation = deps.escalationRecipient(at);
      const decision = decideAct(file, actor, act, {
        now: at,
        undoMs,
        isKnown: (id) => deps.recipient(id) !== undefined,
        escalationId: escalation.id,
      });
      if (decision.kind !== 'step') return { ...decision, file };

      const step = stepOf(file, actor, decision, { id: ids.uuid(), at });
      const delayMs = lifeCycle[act.kind].canBeUndone ? undoMs : 0;
      const told = decision.tell.map(({ message, to }) =>
        plan({ leadId, message, occasion: step.id, to: recipientsOf(to, file, escalation), at, delayMs }),
      );
      const holders = (await deps.cardHolders?.(leadId)) ?? [];
      // At once, also within the undo minute: a card that shows an old state invites a second act.
      const card = { leadId, message: 'standing', to: holders, at } as const;
      const standing = [
        plan({ ...card, occasion: step.id }),
        // Once more when it can no longer be taken back; the card offered that.
        ...(delayMs > 0 ? [plan({ ...card, occasion: `${step.id}/settled`, delayMs })] : []),
      ];
      const entries = (await Promise.all([...told, ...standing])).flat();
      const { withdrawOccasion } = decision;
      const written = await leads.change(leadId, file.version, {
        step,
        ...decision.standing,
        entries,
        withdrawOccasion,
      });
      if (written === 'changed') {
        return {
          kind: 'done',
          file: { ...file, ...decision.standing, version: step.number, steps: [...file.steps, step] },
          undoUntil: delayMs > 0 ? new Date(at.getTime() + delayMs) : undefined,
        };
      }
    }
    throw new AppError(
      'LEAD_BUSY',
      `lead ${leadId} was changed by others ${maxTries} times while "${act.kind}" was decided, and is as they left it. Do it again.`,
    );
  };
}

function stepOf(
  file: LeadFile,
  actor: Actor,
  { step, standing }: Extract<ActDecision, { kind: 'step' }>,
  made: { readonly id: string; readonly at: Date },
): LeadStep {
  return {
    ...made,
    ...step,
    leadId: file.lead.id,
    number: file.version + 1,
    actor,
    state: standing.state,
    assigneeId: standing.assigneeId,
    recipientIds: standing.recipientIds,
  };
}
