import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { createFollowLead } from '../../src/leads/followLead';
import type { LeadRepository } from '../../src/leads/leadRepository';
import type { FollowLead } from '../../src/leads/leadServices';
import type { OutboxEntry, OutboxRepository } from '../../src/leads/outbox';
import { operatorRecipientId, type Recipient } from '../../src/leads/recipients';
import { createSubmitLead, type SubmitLead } from '../../src/leads/submitLead';
import { systemIds } from '../../src/shared/ids';
import type { Clock } from '../../src/shared/time';
import { createLeadRepository } from '../../src/storage/leadRepository';
import { migrateDatabase } from '../../src/storage/migrateDatabase';
import { openDatabase } from '../../src/storage/openDatabase';
import { createOutboxRepository } from '../../src/storage/outboxRepository';
import type { Database } from '../../src/storage/schema';
import { claireDurand, olgaPetit, paulMartin } from './people';

/** A real database file with everything that leads need. */
export interface LeadStore {
  readonly db: Kysely<Database>;
  readonly leads: LeadRepository;
  readonly outbox: OutboxRepository;
  readonly submit: SubmitLead;
  readonly follow: FollowLead;
}

/** Who gets leads, by id. The last one stands in when nobody is left. */
export const recipients: readonly Recipient[] = [paulMartin, claireDurand, olgaPetit];
export const recipient = (id: string): Recipient | undefined => recipients.find((each) => each.id === id);
export const escalationRecipient = (): Recipient => olgaPetit;

/** Who looks after the service. */
export const operator: Recipient = {
  id: operatorRecipientId,
  name: 'Exploitation',
  email: 'exploitation@example.org',
};

/** What an entry says to whom, for comparing: `callSheet contact`. */
export const told = (entries: readonly OutboxEntry[]): string[] =>
  entries.map((entry) => `${entry.message} ${entry.recipient.id}`).sort();

/** Opens (and makes, when missing) `assistant.db` in `folder`. Every lead goes to Paul Martin, or to whom `to` names. */
export async function openLeadStore(
  folder: string,
  clock: Clock,
  to: readonly [Recipient, ...Recipient[]] = [paulMartin],
): Promise<LeadStore> {
  const db = openDatabase(join(folder, 'assistant.db'));
  await migrateDatabase(db);
  const leads = createLeadRepository(db);
  return {
    db,
    leads,
    outbox: createOutboxRepository(db),
    submit: createSubmitLead({ repository: leads, clock, ids: systemIds, recipients: () => to }),
    follow: createFollowLead({ leads, clock, ids: systemIds, recipient, escalationRecipient, operator }),
  };
}
