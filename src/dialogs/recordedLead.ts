import type { Activity } from 'botbuilder-core';
import type { ContactOf, LeadContact } from '../leads/leadContact';
import type { LeadLinks } from '../leads/leadLinks';
import type { VisitorPrivacy } from '../leads/leadServices';
import { whoCalls } from '../leads/whoCalls';
import { codeOf } from '../shared/errors';
import type { Log } from '../shared/log';

export interface RecordedLeadDeps {
  readonly visitorPrivacy: Pick<VisitorPrivacy, 'of'>;
  readonly links: Pick<LeadLinks, 'company'>;
  readonly contactOf: ContactOf;
  readonly log: Log;
}

/** Who calls about a lead that this conversation has just recorded, and where it can be followed. */
export type RecordedLead = (
  reference: string,
  activity: Activity,
) => Promise<{ readonly caller: LeadContact; readonly link?: string | undefined }>;

/** Builds the look at a lead just recorded. It never fails: the reference must be shown, with the contact of the programme if need be. */
export function createRecordedLead(deps: RecordedLeadDeps): RecordedLead {
  return async (reference, activity) => {
    try {
      const { leads } = await deps.visitorPrivacy.of(activity.conversation.id);
      const file = leads.find(({ lead }) => lead.reference === reference);
      if (file) return { caller: whoCalls(file, deps.contactOf), link: deps.links.company(file.lead) };
    } catch (error) {
      deps.log.warn(
        { code: codeOf(error), reference },
        'a recorded lead could not be read back for its visitor',
      );
    }
    return { caller: deps.contactOf(undefined) };
  };
}
