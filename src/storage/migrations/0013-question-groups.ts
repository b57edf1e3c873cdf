import type { Kysely, Migration } from 'kysely';

/** Groups of questions without a useful answer. */
export const questionGroupsMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('question_groups')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('words', 'text', (column) => column.notNull())
      .addColumn('members', 'integer', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('page_id', 'text')
      .addColumn('decided_by', 'text')
      .addColumn('decided_at', 'text')
      .execute();
    await db.schema.alterTable('questions').addColumn('group_id', 'text').execute();
    await db.schema
      .createIndex('questions_group')
      .on('questions')
      .columns(['group_id', 'end', 'asked_at'])
      .execute();
    await db.schema
      .createIndex('questions_not_useful')
      .on('questions')
      .columns(['group_id', 'useful', 'asked_at'])
      .execute();
  },
};
