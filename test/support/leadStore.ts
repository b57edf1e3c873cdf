import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { LeadRepository } from '../../src/leads/leadRepository';
import type { OutboxRepository } from '../../src/leads/outbox';
import { createSubmitLead, type SubmitLead } from '../../src/leads/submitLead';
import { systemIds } from '../../src/shared/ids';
import type { Clock } from '../../src/shared/time';
import { createLeadRepository } from '../../src/storage/leadRepository';
import { migrateDatabase } from '../../src/storage/migrateDatabase';
import { openDatabase } from '../../src/storage/openDatabase';
import { createOutboxRepository } from '../../src/storage/outboxRepository';
import type { Database } from '../../src/storage/schema';
import { paulMartin } from './people';

/** A real database file with everything that leads need. */
export interface LeadStore {
  readonly db: Kysely<Database>;
  readonly leads: LeadRepository;
  readonly outbox: OutboxRepository;
  readonly submit: SubmitLead;
}

/** Opens (and makes, when missing) `assistant.db` in `folder`. Every lead goes to Paul Martin. */
export async function openLeadStore(folder: string, clock: Clock): Promise<LeadStore> {
  const db = openDatabase(join(folder, 'assistant.db'));
  await migrateDatabase(db);
  const leads = createLeadRepository(db);
  return {
    db,
    leads,
    outbox: createOutboxRepository(db),
    submit: createSubmitLead({ repository: leads, clock, ids: systemIds, recipients: () => [paulMartin] }),
  };
}
