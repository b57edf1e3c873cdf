import type { ContactOf } from '../../leads/leadContact';
import type { LeadFile } from '../../leads/leadFile';
import { lifeCycleTexts } from '../../leads/lifeCycleTexts.fr';

/** Where a lead stands, in a sentence. */
export function standing({ state, assigneeId, outcome }: LeadFile, contactOf: ContactOf): string {
  const { states, outcomes } = lifeCycleTexts;
  if (state === 'new') return states.new;
  if (state === 'taken') return states.taken(contactOf(assigneeId).name);
  return states.closed(outcomes[outcome ?? 'helped']);
}
