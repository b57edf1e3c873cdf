import type { Kysely, Migration } from 'kysely';

/** What leads are found by in the inbox, and the order in which it shows them. */
export const leadInboxMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('leads').addColumn('search_text', 'text').execute();
    await db.schema.alterTable('leads').addColumn('company_key', 'text').execute();
    await db.schema.createIndex('leads_state_created').on('leads').columns(['state', 'created_at']).execute();
    await db.schema.createIndex('leads_company').on('leads').column('company_key').execute();
  },
};
