import type { Kysely, Migration } from 'kysely';

/** Weeks whose digest was decided. */
export const digestWeeksMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('digest_weeks')
      .addColumn('monday', 'text', (column) => column.primaryKey())
      .execute();
  },
};
