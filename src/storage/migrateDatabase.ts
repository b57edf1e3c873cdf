import { Migrator, type Kysely, type Migration } from 'kysely';
import { AppError } from '../shared/errors';
import { leadsMigration } from './migrations/0001-leads';
import { botStateMigration } from './migrations/0002-bot-state';
import { directLineMigration } from './migrations/0003-direct-line';
import { questionsMigration } from './migrations/0004-questions';
import { leadLifeMigration } from './migrations/0005-lead-life';
import { noticesMigration } from './migrations/0006-notices';
import { recipientChatsMigration } from './migrations/0007-recipient-chats';
import { relaysMigration } from './migrations/0008-relays';
import { deskAccessMigration } from './migrations/0009-desk-access';
import { figuresMigration } from './migrations/0010-figures';
import { publicationsMigration } from './migrations/0011-publications';
import { leadInboxMigration } from './migrations/0012-lead-inbox';
import { questionGroupsMigration } from './migrations/0013-question-groups';
import { digestWeeksMigration } from './migrations/0015-digest-weeks';
import type { Database } from './schema';

/** All steps in the order of their names. A step that was released is never edited or renamed: add another. */
const migrations: Readonly<Record<string, Migration>> = {
  '0001-leads': leadsMigration,
  '0002-bot-state': botStateMigration,
  '0003-direct-line': directLineMigration,
  '0004-questions': questionsMigration,
  '0005-lead-life': leadLifeMigration,
  '0006-notices': noticesMigration,
  '0007-recipient-chats': recipientChatsMigration,
  '0008-relays': relaysMigration,
  '0009-desk-access': deskAccessMigration,
  '0010-figures': figuresMigration,
  '0011-publications': publicationsMigration,
  '0012-lead-inbox': leadInboxMigration,
  '0013-question-groups': questionGroupsMigration,
  '0015-digest-weeks': digestWeeksMigration,
};

/**
 * Brings the database to the form that this release knows; does nothing when it is there already. All steps of one call
 * are one transaction, so a failure leaves the database as it was. Two processes may call it at once.
 * @returns the names of the steps that were carried out
 * @throws AppError DATABASE_MIGRATION_FAILED, also when a newer release has written the database
 */
export async function migrateDatabase(db: Kysely<Database>): Promise<readonly string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) {
    const failed = results?.find((result) => result.status === 'Error')?.migrationName;
    throw new AppError(
      'DATABASE_MIGRATION_FAILED',
      `the database could not be brought to this release's form${failed ? ` (step ${failed})` : ''} and is unchanged. ` +
        'If a newer release has run on it, run that one again; otherwise see the cause.',
      { cause: error },
    );
  }
  return (results ?? []).map((result) => result.migrationName);
}
