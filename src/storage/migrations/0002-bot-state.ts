import type { Kysely, Migration } from 'kysely';

/** The Bot Framework's state, with the time of the last write so that idle state can be purged. */
export const botStateMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('bot_state')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('value', 'text', (column) => column.notNull())
      .addColumn('etag', 'text', (column) => column.notNull())
      .addColumn('updated_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('bot_state_updated_at').on('bot_state').column('updated_at').execute();
  },
};
