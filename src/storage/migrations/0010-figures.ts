import type { Kysely, Migration } from 'kysely';

/** The tables as this step meets and leaves them; later steps may change them, so the live types would not do. */
interface Tables {
  leads: {
    id: string;
    created_at: string;
    conversation_id: string;
    content: string;
    size_band: string | null;
    commune_code: string | null;
  };
  questions: { conversation_id: string | null; asked_at: string; handed_over: number };
}

/** What figures need and an erasure leaves: a company's size and commune, which questions went to a person; and the counts of steps. */
export const figuresMigration: Migration = {
  async up(db: Kysely<Tables>) {
    await db.schema
      .createTable('step_counts')
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('flow', 'text', (column) => column.notNull())
      .addColumn('step', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('count', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('step_counts_key', ['day', 'flow', 'step', 'language'])
      .execute();

    await db.schema.alterTable('leads').addColumn('size_band', 'text').execute();
    await db.schema.alterTable('leads').addColumn('commune_code', 'text').execute();
    await db.schema
      .alterTable('questions')
      .addColumn('handed_over', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await tellOfEarlierLeads(db);

    // Everything that is counted of questions, so that counting reads the index alone.
    await db.schema
      .createIndex('questions_counted')
      .on('questions')
      .columns(['asked_at', 'page_id', 'end', 'useful', 'handed_over'])
      .execute();
    await db.schema.createIndex('questions_end').on('questions').columns(['end', 'asked_at']).execute();
    await db.schema.createIndex('questions_page').on('questions').columns(['page_id', 'asked_at']).execute();
    await db.schema.createIndex('lead_steps_kind_at').on('lead_steps').columns(['kind', 'at']).execute();
    await db.schema.createIndex('leads_closed_at').on('leads').column('closed_at').execute();
  },
};

async function tellOfEarlierLeads(db: Kysely<Tables>): Promise<void> {
  const leads = await db
    .selectFrom('leads')
    .select(['id', 'created_at', 'conversation_id', 'content'])
    .where('content', '!=', '')
    .execute();
  for (const lead of leads) {
    await db.updateTable('leads').set(traitsIn(lead.content)).where('id', '=', lead.id).execute();
    await db
      .updateTable('questions')
      .set({ handed_over: 1 })
      .where('conversation_id', '=', lead.conversation_id)
      .where('asked_at', '<=', lead.created_at)
      .execute();
  }
}

/** A content that cannot be read tells nothing: a figure is not worth a start that fails. */
function traitsIn(content: string): { size_band: string | null; commune_code: string | null } {
  const textAt = (value: unknown, key: string): unknown =>
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  try {
    const lead = textAt(JSON.parse(content), 'lead');
    return {
      size_band: text(textAt(textAt(lead, 'companyFacts'), 'sizeBand')),
      commune_code: text(textAt(textAt(lead, 'site'), 'communeCode')),
    };
  } catch {
    return { size_band: null, commune_code: null };
  }
}
