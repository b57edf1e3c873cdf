import type { Kysely, Migration } from 'kysely';

/** Leads, the outbox and the attempts to deliver. */
export const leadsMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('leads')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('reference', 'text', (column) => column.notNull().unique())
      .addColumn('submission_id', 'text', (column) => column.notNull().unique())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('channel_id', 'text', (column) => column.notNull())
      .addColumn('conversation_id', 'text', (column) => column.notNull())
      .addColumn('content', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('leads_created_at').on('leads').column('created_at').execute();
    await db.schema.createIndex('leads_conversation_id').on('leads').column('conversation_id').execute();

    await db.schema
      .createTable('outbox_entries')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('lead_id', 'text', (column) => column.notNull().references('leads.id').onDelete('cascade'))
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('recipient_id', 'text', (column) => column.notNull())
      .addColumn('recipient', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('due_at', 'text', (column) => column.notNull())
      .addColumn('lease_until', 'text')
      .addUniqueConstraint('outbox_entries_one_per_way', ['lead_id', 'kind', 'recipient_id'])
      .execute();
    await db.schema
      .createIndex('outbox_entries_state_due_at')
      .on('outbox_entries')
      .columns(['state', 'due_at'])
      .execute();

    await db.schema
      .createTable('delivery_attempts')
      .addColumn('entry_id', 'text', (column) =>
        column.notNull().references('outbox_entries.id').onDelete('cascade'),
      )
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('started_at', 'text', (column) => column.notNull())
      .addColumn('finished_at', 'text')
      .addColumn('outcome', 'text')
      .addColumn('code', 'text')
      .addColumn('detail', 'text')
      .addColumn('remote_id', 'text')
      .addPrimaryKeyConstraint('delivery_attempts_key', ['entry_id', 'number'])
      .execute();
  },
};
