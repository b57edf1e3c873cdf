import type { Kysely, Transaction } from 'kysely';
import type { ActivityContent, ConversationStore, RecordedActivity } from '../directline/conversationStore';
import type { DirectLineActivityRow } from './directLineTables';
import type { Database } from './schema';

/** The website's conversations in the database. See the port for what is promised. */
export function createDirectLineRepository(db: Kysely<Database>): ConversationStore {
  return {
    async create({ id, userId, createdAt }) {
      const at = createdAt.toISOString();
      const inserted = await db
        .insertInto('direct_line_conversations')
        .values({ id, user_id: userId, created_at: at, last_sequence: 0, last_activity_at: at })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return inserted.numInsertedOrUpdatedRows === 1n ? 'created' : 'existing';
    },

    async find(conversationId) {
      const row = await db
        .selectFrom('direct_line_conversations')
        .selectAll()
        .where('id', '=', conversationId)
        .executeTakeFirst();
      return (
        row && {
          id: row.id,
          userId: row.user_id,
          createdAt: new Date(row.created_at),
          lastSequence: row.last_sequence,
        }
      );
    },

    async record(conversationId, { content, at, clientActivityId }) {
      return db.transaction().execute(async (transaction) => {
        const place = await takePlace(transaction, conversationId, at);
        if (!place) return { kind: 'unknownConversation' };
        if (clientActivityId !== undefined) {
          const earlier = await transaction
            .selectFrom('direct_line_activities')
            .selectAll()
            .where('conversation_id', '=', conversationId)
            .where('client_activity_id', '=', clientActivityId)
            .executeTakeFirst();
          if (earlier) return { kind: 'repeated', activity: fromRow(earlier) };
        }
        await transaction
          .updateTable('direct_line_conversations')
          .set({ last_sequence: place.sequence, last_activity_at: place.recordedAt.toISOString() })
          .where('id', '=', conversationId)
          .execute();
        await transaction
          .insertInto('direct_line_activities')
          .values({
            conversation_id: conversationId,
            sequence: place.sequence,
            recorded_at: place.recordedAt.toISOString(),
            client_activity_id: clientActivityId ?? null,
            content: JSON.stringify(content),
          })
          .execute();
        return { kind: 'recorded', activity: { ...place, content } };
      });
    },

    async since(conversationId, sequence, limit) {
      const rows = await db
        .selectFrom('direct_line_activities')
        .selectAll()
        .where('conversation_id', '=', conversationId)
        .where('sequence', '>', sequence)
        .orderBy('sequence', 'desc')
        .limit(limit)
        .execute();
      return rows.reverse().map(fromRow);
    },

    async replace(conversationId, sequence, content) {
      const row = await db
        .updateTable('direct_line_activities')
        .set({ content: JSON.stringify(content) })
        .where('conversation_id', '=', conversationId)
        .where('sequence', '=', sequence)
        .returningAll()
        .executeTakeFirst();
      return row && fromRow(row);
    },

    async remove(conversationId, sequence) {
      await db
        .deleteFrom('direct_line_activities')
        .where('conversation_id', '=', conversationId)
        .where('sequence', '=', sequence)
        .execute();
    },

    async forget(conversationId) {
      await db.deleteFrom('direct_line_conversations').where('id', '=', conversationId).execute();
    },

    async purge(idleSince) {
      const deleted = await db
        .deleteFrom('direct_line_conversations')
        .where('last_activity_at', '<', idleSince.toISOString())
        .executeTakeFirst();
      return Number(deleted.numDeletedRows);
    },
  };
}

/** The next sequence, and a time after that of the last activity even when two fall in one millisecond. */
async function takePlace(transaction: Transaction<Database>, conversationId: string, at: Date) {
  const last = await transaction
    .selectFrom('direct_line_conversations')
    .select(['last_sequence', 'last_activity_at'])
    .where('id', '=', conversationId)
    .executeTakeFirst();
  if (!last) return undefined;
  const earliest = new Date(last.last_activity_at).getTime() + 1;
  return {
    sequence: last.last_sequence + 1,
    recordedAt: new Date(Math.max(at.getTime(), earliest)),
  };
}

function fromRow(row: DirectLineActivityRow): RecordedActivity {
  return {
    sequence: row.sequence,
    recordedAt: new Date(row.recorded_at),
    content: JSON.parse(row.content) as ActivityContent,
  };
}
