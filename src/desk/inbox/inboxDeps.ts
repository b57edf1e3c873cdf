import type { PageNames } from '../../leads/callSheet';
import type { InboxScope, LeadInbox } from '../../leads/leadInbox';
import type { LeadRepository } from '../../leads/leadRepository';
import type { FollowLead } from '../../leads/leadServices';
import type { OutboxRepository } from '../../leads/outbox';
import type { Clock } from '../../shared/time';
import type { DeskAccess, DeskSession } from '../signIn/session';

/** What the inbox needs. */
export interface InboxDeps {
  readonly inbox: LeadInbox;
  readonly leads: Pick<LeadRepository, 'findByReference' | 'file'>;
  readonly outbox: Pick<OutboxRepository, 'of' | 'lastAttempts' | 'retry'>;
  readonly followLead: FollowLead;
  readonly recipients: () => readonly { readonly id: string; readonly name: string }[];
  readonly names: PageNames;
  readonly intercommunalities: readonly string[];
  /** Within how many working days a company is called back. */
  readonly promiseDays: number;
  readonly workingDaysSince: (moment: Date) => number;
  /** The moment so many working days ago. */
  readonly workingDaysAgo: (days: number) => Date;
  /** Something waits to be sent. */
  readonly wake: () => void;
  readonly clock: Clock;
  readonly access: Pick<DeskAccess, 'record'>;
}

/** Whose leads somebody sees. */
export const scopeOf = (
  { account }: DeskSession,
  { promiseDays, workingDaysAgo }: Pick<InboxDeps, 'promiseDays' | 'workingDaysAgo'>,
): InboxScope => ({
  recipientId: account.recipientId,
  all: account.owner,
  waitingSince: workingDaysAgo(promiseDays),
});
