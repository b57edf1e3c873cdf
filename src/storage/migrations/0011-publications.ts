import { sql, type Kysely, type Migration } from 'kysely';

/** Pages that editors published at the desk, with their history. */
export const publicationsMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('page_versions')
      .addColumn('number', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('page_id', 'text', (column) => column.notNull())
      .addColumn('action', 'text', (column) => column.notNull())
      .addColumn('french', 'text', (column) => column.notNull())
      .addColumn('english', 'text')
      .addColumn('sources', 'text', (column) => column.notNull().defaultTo(sql`'{}'`))
      .addColumn('author_name', 'text', (column) => column.notNull())
      .addColumn('author_email', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('reason', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('page_versions_page')
      .on('page_versions')
      .columns(['page_id', 'number'])
      .execute();
  },
};
