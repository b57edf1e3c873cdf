import type { Ids } from '../shared/ids';
import type { Actor, LeadFile, LeadStep } from './leadFile';
import { involvedIds } from './leadHistory';
import type { LeadRepository } from './leadRepository';
import { createPlanEntries, type WaysFor } from './planEntries';
import type { Recipient } from './recipients';

/** What erasing a lead needs. */
export interface EraseLeadDeps {
  readonly leads: Pick<LeadRepository, 'erase'>;
  readonly ids: Ids;
  readonly recipient: (id: string) => Recipient | undefined;
  /** Who has a card of the lead: it is emptied whoever erases. Nobody by default. */
  readonly cardHolders?: ((leadId: string) => Promise<readonly Recipient[]>) | undefined;
  /** E-mail alone by default. */
  readonly ways?: WaysFor | undefined;
  /** Deletes copies of messages that the service itself keeps, such as mail files; does nothing by default. */
  readonly forgetCopies?: ((reference: string) => Promise<void>) | undefined;
}

/** Erases a lead's personal data; see `LeadRepository.erase` for what stays. */
export type EraseLead = (file: LeadFile, actor: Actor, at: Date) => Promise<void>;

/**
 * Builds the erasure of one lead. Everybody it was ever sent to is asked to delete what they got, except when the service itself erases because
 * time is up: then `docs/privacy.md` binds the recipients anyway.
 */
export function createEraseLead(deps: EraseLeadDeps): EraseLead {
  const plan = createPlanEntries(deps);
  return async (file, actor, at) => {
    const leadId = file.lead.id;
    const step: LeadStep = {
      id: deps.ids.uuid(),
      leadId,
      number: file.version + 1,
      at,
      kind: 'erased',
      actor,
      state: file.state,
      assigneeId: file.assigneeId,
      recipientIds: file.recipientIds,
    };
    const to = actor.kind === 'system' ? [] : involvedIds(file).flatMap((id) => deps.recipient(id) ?? []);
    const holders = (await deps.cardHolders?.(leadId)) ?? [];
    const entries = [
      ...(await plan({ leadId, message: 'erasure', occasion: step.id, to, at })),
      ...(await plan({ leadId, message: 'standing', occasion: step.id, to: holders, at })),
    ];
    // Copies first: when that fails, the lead is still there to be erased again.
    await deps.forgetCopies?.(file.lead.reference);
    await deps.leads.erase(leadId, step, entries);
  };
}
