import type { Insertable, Kysely, Selectable } from 'kysely';
import type { AskedRecord, QuestionEnd, QuestionLog } from '../knowledge/questionLog';
import type { QuestionRow } from './questionTables';
import type { Database } from './schema';

/** The questions in the database. See the port for what is promised. */
export function createQuestionRepository(db: Kysely<Database>): QuestionLog {
  return {
    async record(asked) {
      await db.insertInto('questions').values(toRow(asked)).execute();
    },
    async rate(id, useful) {
      await db
        .updateTable('questions')
        .set({ useful: useful ? 1 : 0 })
        .where('id', '=', id)
        .execute();
    },
    async refuse(id) {
      await db.updateTable('questions').set({ end: 'refused' }).where('id', '=', id).execute();
    },
    async since(moment) {
      const rows = await db
        .selectFrom('questions')
        .selectAll()
        .where('asked_at', '>=', moment.toISOString())
        .orderBy('asked_at')
        .execute();
      return rows.map(fromRow);
    },
    async deleteBefore(moment) {
      const gone = await db
        .deleteFrom('questions')
        .where('asked_at', '<', moment.toISOString())
        .executeTakeFirst();
      return Number(gone.numDeletedRows);
    },
  };
}

function toRow(asked: AskedRecord): Insertable<QuestionRow> {
  return {
    id: asked.id,
    asked_at: asked.at.toISOString(),
    language: asked.language,
    question: asked.question,
    end: asked.end,
    page_id: asked.pageId ?? null,
    terms: asked.terms.join(' '),
    useful: asked.useful === undefined ? null : Number(asked.useful),
    conversation_id: asked.conversationId ?? null,
  };
}

export function fromRow(row: Selectable<QuestionRow>): AskedRecord {
  return {
    id: row.id,
    at: new Date(row.asked_at),
    language: row.language === 'en' ? 'en' : 'fr',
    question: row.question,
    end: row.end as QuestionEnd,
    pageId: row.page_id ?? undefined,
    terms: row.terms.split(' ').filter(Boolean),
    useful: row.useful === null ? undefined : row.useful === 1,
    conversationId: row.conversation_id ?? undefined,
  };
}
