import type { Kysely, Migration } from 'kysely';

/** Who is signed in at the desk, by which links one may sign in, and who looked at personal data. */
export const deskAccessMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('desk_links')
      .addColumn('key_hash', 'text', (column) => column.primaryKey())
      .addColumn('email', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('desk_sessions')
      .addColumn('id_hash', 'text', (column) => column.primaryKey())
      .addColumn('email', 'text', (column) => column.notNull())
      .addColumn('signed_in_at', 'text', (column) => column.notNull())
      .addColumn('last_seen_at', 'text', (column) => column.notNull())
      .addColumn('browser', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('desk_sessions_by_email')
      .on('desk_sessions')
      .columns(['email', 'last_seen_at'])
      .execute();
    await db.schema
      .createTable('desk_accesses')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('email', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('desk_accesses_by_time').on('desk_accesses').columns(['at', 'id']).execute();
  },
};
