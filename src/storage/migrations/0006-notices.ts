import type { Kysely, Migration } from 'kysely';

/** Watches of schemes, the letters that are about no lead, and the months whose report was decided. */
export const noticesMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('watches')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('email', 'text', (column) => column.notNull())
      .addColumn('email_key', 'text', (column) => column.notNull())
      .addColumn('scheme_id', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('conversation_id', 'text')
      .addColumn('asked_at', 'text', (column) => column.notNull())
      .addColumn('confirmed_at', 'text')
      .addColumn('told', 'text')
      .addColumn('version', 'integer', (column) => column.notNull())
      .addUniqueConstraint('watches_once', ['email_key', 'scheme_id'])
      .execute();
    await db.schema.createIndex('watches_conversation_id').on('watches').column('conversation_id').execute();
    await db.schema
      .createTable('letters')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('watch_id', 'text', (column) => column.references('watches.id').onDelete('cascade'))
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('recipient', 'text', (column) => column.notNull())
      .addColumn('content', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('due_at', 'text', (column) => column.notNull())
      .addColumn('lease_until', 'text')
      .execute();
    await db.schema.createIndex('letters_due').on('letters').columns(['state', 'due_at']).execute();
    await db.schema.createIndex('letters_watch_id').on('letters').column('watch_id').execute();
    await db.schema
      .createTable('report_months')
      .addColumn('month', 'text', (column) => column.primaryKey())
      .execute();
  },
};
