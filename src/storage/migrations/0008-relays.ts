import type { Kysely, Migration } from 'kysely';

/** Conversations in which a recipient answers in person, and the messages on their way. */
export const relaysMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('relays')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('lead_id', 'text', (column) => column.notNull())
      .addColumn('conversation_id', 'text', (column) => column.notNull())
      .addColumn('recipient_id', 'text', (column) => column.notNull())
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('visitor_name', 'text', (column) => column.notNull())
      .addColumn('recipient_name', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('started_at', 'text', (column) => column.notNull())
      .addColumn('last_at', 'text', (column) => column.notNull())
      .addColumn('ended_at', 'text')
      .addColumn('kept_at', 'text')
      .execute();
    await db.schema.createIndex('relays_ended_at').on('relays').column('ended_at').execute();
    await db.schema
      .createTable('relay_messages')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('relay_id', 'text', (column) => column.notNull().references('relays.id').onDelete('cascade'))
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('sender', 'text', (column) => column.notNull())
      .addColumn('receiver', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('handoff', 'text')
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('due_at', 'text', (column) => column.notNull())
      .addUniqueConstraint('relay_messages_number', ['relay_id', 'number'])
      .execute();
    await db.schema
      .createIndex('relay_messages_due')
      .on('relay_messages')
      .columns(['state', 'due_at'])
      .execute();
  },
};
