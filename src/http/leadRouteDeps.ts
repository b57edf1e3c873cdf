import type { PageNames } from '../leads/callSheet';
import type { ContactOf } from '../leads/leadContact';
import type { LeadLinks } from '../leads/leadLinks';
import type { LeadRepository } from '../leads/leadRepository';
import type { FindStatus, FollowLead } from '../leads/leadServices';
import type { Clock } from '../shared/time';
import type { Site } from './site';

/** What the pages about leads need. */
export interface LeadRouteDeps {
  readonly site: Site;
  readonly leads: Pick<LeadRepository, 'file'>;
  readonly links: LeadLinks;
  readonly followLead: FollowLead;
  readonly findStatus: FindStatus;
  /** To whom a lead may be handed. */
  readonly recipients: () => readonly { readonly id: string; readonly name: string }[];
  readonly contactOf: ContactOf;
  readonly names: PageNames;
  /** Within how many working days a company is called back. */
  readonly promiseDays: number;
  readonly clock: Clock;
}
