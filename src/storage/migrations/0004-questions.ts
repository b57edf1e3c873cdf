import type { Kysely, Migration } from 'kysely';

/** Questions as they are kept for editors. */
export const questionsMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('questions')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('asked_at', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('question', 'text', (column) => column.notNull())
      .addColumn('end', 'text', (column) => column.notNull())
      .addColumn('page_id', 'text')
      .addColumn('terms', 'text', (column) => column.notNull())
      .addColumn('useful', 'integer')
      .execute();
    await db.schema.createIndex('questions_asked_at').on('questions').column('asked_at').execute();
  },
};
