import type { Kysely, Migration } from 'kysely';

/** The website's conversations and what was said in them. */
export const directLineMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('direct_line_conversations')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('last_sequence', 'integer', (column) => column.notNull())
      .addColumn('last_activity_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('direct_line_conversations_last_activity_at')
      .on('direct_line_conversations')
      .column('last_activity_at')
      .execute();

    await db.schema
      .createTable('direct_line_activities')
      .addColumn('conversation_id', 'text', (column) =>
        column.notNull().references('direct_line_conversations.id').onDelete('cascade'),
      )
      .addColumn('sequence', 'integer', (column) => column.notNull())
      .addColumn('recorded_at', 'text', (column) => column.notNull())
      .addColumn('client_activity_id', 'text')
      .addColumn('content', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('direct_line_activities_key', ['conversation_id', 'sequence'])
      .addUniqueConstraint('direct_line_activities_once', ['conversation_id', 'client_activity_id'])
      .execute();
  },
};
