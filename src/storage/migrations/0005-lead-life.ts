import { sql, type Kysely, type Migration } from 'kysely';

/** The tables as this step meets and leaves them; later steps may change them, so the live types would not do. */
interface Tables {
  leads: {
    id: string;
    created_at: string;
    content: string;
    recipient_ids: string;
    version: number;
    language: string;
    schemes: string;
  };
  lead_steps: {
    id: string;
    lead_id: string;
    number: number;
    at: string;
    kind: string;
    actor_kind: string;
    state: string;
    recipient_ids: string;
  };
  outbox_entries: { lead_id: string; recipient_id: string };
}

/**
 * What becomes of a lead after it was recorded: state, history, several messages for each lead; and the conversation of a
 * question, so that a visitor's questions can be erased.
 */
export const leadLifeMigration: Migration = {
  async up(db: Kysely<Tables>) {
    await extendLeads(db);
    await makeSteps(db);
    await rebuildOutbox(db);
    await db.schema.alterTable('questions').addColumn('conversation_id', 'text').execute();
    await db.schema
      .createIndex('questions_conversation_id')
      .on('questions')
      .column('conversation_id')
      .execute();
  },
};

async function extendLeads(db: Kysely<Tables>): Promise<void> {
  const add = (name: string, text: string | undefined) =>
    db.schema
      .alterTable('leads')
      .addColumn(name, 'text', (column) => (text === undefined ? column : column.notNull().defaultTo(text)))
      .execute();
  await add('state', 'new');
  await add('assignee_id', undefined);
  await add('outcome', undefined);
  await add('recipient_ids', '[]');
  await add('closed_at', undefined);
  await add('erased_at', undefined);
  await add('language', 'fr');
  await add('intercommunality', undefined);
  await add('schemes', '[]');
  await db.schema.alterTable('leads').addColumn('rating', 'integer').execute();
  await db.schema
    .alterTable('leads')
    .addColumn('version', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
  await db.schema.createIndex('leads_state').on('leads').columns(['state', 'created_at']).execute();
}

async function makeSteps(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('lead_steps')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('lead_id', 'text', (column) => column.notNull().references('leads.id').onDelete('cascade'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('actor_kind', 'text', (column) => column.notNull())
    .addColumn('actor_id', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('assignee_id', 'text')
    .addColumn('recipient_ids', 'text')
    .addColumn('outcome', 'text')
    .addColumn('rating', 'integer')
    .addColumn('note', 'text')
    .addColumn('undoes', 'integer')
    .addUniqueConstraint('lead_steps_one_per_number', ['lead_id', 'number'])
    .execute();

  const sent = await db.selectFrom('outbox_entries').select(['lead_id', 'recipient_id']).execute();
  for (const lead of await db.selectFrom('leads').select(['id', 'created_at', 'content']).execute()) {
    const recipients = sent.filter((entry) => entry.lead_id === lead.id).map((entry) => entry.recipient_id);
    const recipientIds = JSON.stringify([...new Set(recipients)]);
    await db
      .updateTable('leads')
      .set({
        recipient_ids: recipientIds,
        language: lead.content.includes('"language":"en"') ? 'en' : 'fr',
      })
      .where('id', '=', lead.id)
      .execute();
    await db
      .insertInto('lead_steps')
      .values({
        id: `${lead.id}/1`,
        lead_id: lead.id,
        number: 1,
        at: lead.created_at,
        kind: 'recorded',
        actor_kind: 'system',
        state: 'new',
        recipient_ids: recipientIds,
      })
      .execute();
  }
}

/** SQLite cannot change a constraint: the tables are made anew. Attempts go first, since they would fall with their entries. */
async function rebuildOutbox(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('outbox_entries_new')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('lead_id', 'text', (column) => column.notNull().references('leads.id').onDelete('cascade'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('message', 'text', (column) => column.notNull())
    .addColumn('occasion', 'text', (column) => column.notNull())
    .addColumn('recipient_id', 'text', (column) => column.notNull())
    .addColumn('recipient', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('lease_until', 'text')
    .addUniqueConstraint('outbox_entries_one_per_occasion', [
      'lead_id',
      'kind',
      'recipient_id',
      'message',
      'occasion',
    ])
    .execute();
  await sql`insert into outbox_entries_new
    select id, lead_id, kind, 'callSheet', 'recorded', recipient_id, recipient, state, attempts, created_at, due_at, lease_until
    from outbox_entries`.execute(db);
  await db.schema
    .createTable('delivery_attempts_new')
    .addColumn('entry_id', 'text', (column) =>
      column.notNull().references('outbox_entries_new.id').onDelete('cascade'),
    )
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('finished_at', 'text')
    .addColumn('outcome', 'text')
    .addColumn('code', 'text')
    .addColumn('detail', 'text')
    .addColumn('remote_id', 'text')
    .addPrimaryKeyConstraint('delivery_attempts_of_entry', ['entry_id', 'number'])
    .execute();
  await sql`insert into delivery_attempts_new
    select entry_id, number, started_at, finished_at, outcome, code, detail, remote_id from delivery_attempts`.execute(
    db,
  );
  await db.schema.dropTable('delivery_attempts').execute();
  await db.schema.dropTable('outbox_entries').execute();
  await db.schema.alterTable('outbox_entries_new').renameTo('outbox_entries').execute();
  await db.schema.alterTable('delivery_attempts_new').renameTo('delivery_attempts').execute();
  await db.schema
    .createIndex('outbox_entries_state_due_at')
    .on('outbox_entries')
    .columns(['state', 'due_at'])
    .execute();
}
