import type { Kysely, Migration } from 'kysely';

/** Chats in which recipients get leads, the codes that link them, and the cards sent there. */
export const recipientChatsMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('recipient_chats')
      .addColumn('recipient_id', 'text', (column) => column.primaryKey())
      .addColumn('user_id', 'text', (column) => column.notNull().unique())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('conversation_id', 'text', (column) => column.notNull())
      .addColumn('reference', 'text', (column) => column.notNull())
      .addColumn('linked_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('pairing_codes')
      .addColumn('recipient_id', 'text', (column) => column.primaryKey())
      .addColumn('code_hash', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'text', (column) => column.notNull())
      .addColumn('failures', 'integer', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('lead_cards')
      .addColumn('lead_id', 'text', (column) => column.notNull())
      .addColumn('recipient_id', 'text', (column) => column.notNull())
      .addColumn('conversation_id', 'text', (column) => column.notNull())
      .addColumn('activity_id', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('lead_cards_pk', ['lead_id', 'recipient_id'])
      .execute();
  },
};
