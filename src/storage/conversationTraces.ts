import { sql, type Kysely, type SqlBool } from 'kysely';
import type { ConversationTraces } from '../leads/conversationTraces';
import type { Database } from './schema';

/** The traces of conversations in the database. See the port for what is promised. */
export function createConversationTraces(db: Kysely<Database>): ConversationTraces {
  return {
    async countQuestions(conversationId) {
      const { questions } = await db
        .selectFrom('questions')
        .select(({ fn }) => fn.countAll().as('questions'))
        .where('conversation_id', '=', conversationId)
        .executeTakeFirstOrThrow();
      return Number(questions);
    },

    async copy(conversationId) {
      const questions = await db
        .selectFrom('questions')
        .select(['asked_at', 'question'])
        .where('conversation_id', '=', conversationId)
        .orderBy('asked_at')
        .execute();
      const messages = await db
        .selectFrom('direct_line_activities')
        .select(['recorded_at', 'content'])
        .where('conversation_id', '=', conversationId)
        .orderBy('sequence')
        .execute();
      const memory = await db
        .selectFrom('bot_state')
        .select('value')
        .where(isStateOf(conversationId))
        .execute();
      return {
        questions: questions.map((row) => ({ at: new Date(row.asked_at), question: row.question })),
        messages: messages.map((row) => ({
          at: new Date(row.recorded_at),
          content: JSON.parse(row.content) as unknown,
        })),
        memory: memory.map((row) => JSON.parse(row.value) as unknown),
      };
    },

    erase: (conversationId) =>
      db.transaction().execute(async (transaction) => {
        const questions = await transaction
          .deleteFrom('questions')
          .where('conversation_id', '=', conversationId)
          .executeTakeFirst();
        await transaction
          .deleteFrom('direct_line_activities')
          .where('conversation_id', '=', conversationId)
          .execute();
        await transaction.deleteFrom('bot_state').where(isStateOf(conversationId)).execute();
        return Number(questions.numDeletedRows);
      }),

    async detachQuestionsBefore(moment) {
      const detached = await db
        .updateTable('questions')
        .set({ conversation_id: null })
        .where('asked_at', '<', moment.toISOString())
        .where('conversation_id', 'is not', null)
        .executeTakeFirst();
      return Number(detached.numUpdatedRows);
    },
  };
}

/** The Bot Framework's key ends with "/conversations/<conversation>/". An id may hold a letter that LIKE gives a meaning to. */
function isStateOf(conversationId: string) {
  const end = `/conversations/${conversationId}/`;
  return sql<SqlBool>`substr(key, length(key) - length(${end}) + 1) = ${end}`;
}
