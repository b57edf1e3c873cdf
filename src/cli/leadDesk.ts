import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { composeWatchPrivacy } from '../composeNotices';
import { composeRouting } from '../composeRouting';
import { composeWays } from '../composeWays';
import { parseConfig } from '../config';
import { createForgetMails } from '../delivery/forgetMails';
import { createFollowLead } from '../leads/followLead';
import type { LeadFile } from '../leads/leadFile';
import type { LeadRepository } from '../leads/leadRepository';
import type { FollowLead } from '../leads/leadServices';
import type { OutboxRepository } from '../leads/outbox';
import { createPersonalData, type PersonalData } from '../leads/personalData';
import type { Routing } from '../leads/routing';
import type { ConversationTraces } from '../leads/conversationTraces';
import type { WatchPrivacy } from '../notices/watchPrivacy';
import { openKnowledge } from '../openKnowledge';
import { AppError } from '../shared/errors';
import { normaliseReference, systemIds } from '../shared/ids';
import { systemClock, type Clock } from '../shared/time';
import { createConversationTraces } from '../storage/conversationTraces';
import { createLeadRepository } from '../storage/leadRepository';
import { migrateDatabase } from '../storage/migrateDatabase';
import { openDatabase } from '../storage/openDatabase';
import { createRecipientChatRepository } from '../storage/recipientChatRepository';
import { createOutboxRepository } from '../storage/outboxRepository';
import type { CommandWorld } from './program';

/** The service's own leads, for commands. The service may run meanwhile: it delivers what commands cause. */
export interface LeadDesk {
  readonly leads: LeadRepository;
  readonly outbox: OutboxRepository;
  readonly routing: Routing;
  readonly follow: FollowLead;
  readonly traces: ConversationTraces;
  readonly personalData: PersonalData;
  readonly watches: WatchPrivacy;
  readonly clock: Clock;
  /** @throws AppError COMMAND_INVALID when there is no such lead, or it was erased */
  readonly fileOf: (reference: string) => Promise<LeadFile>;
}

/**
 * Opens the database of DATA_DIR, does something and closes it again.
 * @throws AppError COMMAND_INVALID when there is no database yet, CONFIG_INVALID, KNOWLEDGE_INVALID, DATABASE_UNAVAILABLE,
 * DATABASE_MIGRATION_FAILED
 */
export async function atLeadDesk<T>(
  { env, cwd }: CommandWorld,
  act: (desk: LeadDesk) => Promise<T>,
): Promise<T> {
  const config = parseConfig(env, cwd);
  const path = join(config.dataDir, 'assistant.db');
  if (!existsSync(path)) {
    throw new AppError(
      'COMMAND_INVALID',
      `there is no database at ${path}; check DATA_DIR, or start the service first`,
    );
  }
  const { corpus } = openKnowledge(config);
  const routing = composeRouting(() => corpus, config);
  const db = openDatabase(path);
  try {
    await migrateDatabase(db);
    const leads = createLeadRepository(db);
    const traces = createConversationTraces(db);
    const watches = composeWatchPrivacy(config, db, systemClock);
    const { recipient } = routing;
    // As the service itself reaches them: it sends what is written here.
    const reached = composeWays(config, corpus, createRecipientChatRepository(db), recipient);
    const common = { leads, clock: systemClock, ids: systemIds, recipient, ...reached };
    return await act({
      leads,
      outbox: createOutboxRepository(db),
      routing,
      traces,
      watches,
      clock: systemClock,
      follow: createFollowLead({ ...common, escalationRecipient: routing.escalationRecipient }),
      personalData: createPersonalData({
        ...common,
        traces,
        watches,
        forgetCopies: createForgetMails(join(config.dataDir, 'mail')),
      }),
      async fileOf(reference) {
        const lead = await leads.findByReference(normaliseReference(reference));
        const file = lead && (await leads.file(lead.id));
        if (file) return file;
        throw new AppError('COMMAND_INVALID', `no lead has the reference ${reference}, or it was erased`);
      },
    });
  } finally {
    await db.destroy();
  }
}
