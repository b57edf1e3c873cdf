import type { Kysely } from 'kysely';
import type { LeadCard, RecipientChat, RecipientChatRepository } from '../leads/recipientChat';
import type { LeadCardRow, RecipientChatRow } from './recipientChatTables';
import type { Database } from './schema';

/** Recipients' chats in the database. */
export function createRecipientChatRepository(db: Kysely<Database>): RecipientChatRepository {
  return {
    async of(recipientId) {
      const row = await chats(db).where('recipient_id', '=', recipientId).executeTakeFirst();
      return row && toChat(row);
    },
    async ofUser(userId) {
      const row = await chats(db).where('user_id', '=', userId).executeTakeFirst();
      return row && toChat(row);
    },
    link: ({ recipientId, userId, kind, conversationId, reference, linkedAt }) =>
      db.transaction().execute(async (transaction) => {
        await transaction
          .deleteFrom('recipient_chats')
          .where((eb) => eb.or([eb('recipient_id', '=', recipientId), eb('user_id', '=', userId)]))
          .execute();
        await transaction
          .insertInto('recipient_chats')
          .values({
            recipient_id: recipientId,
            user_id: userId,
            kind,
            conversation_id: conversationId,
            reference,
            linked_at: linkedAt.toISOString(),
          })
          .execute();
      }),
    async unlink(recipientId) {
      await db.deleteFrom('recipient_chats').where('recipient_id', '=', recipientId).execute();
    },
    async unlinkConversation(conversationId) {
      await db.deleteFrom('recipient_chats').where('conversation_id', '=', conversationId).execute();
    },

    async keepCode({ recipientId, codeHash, expiresAt }) {
      const row = { code_hash: codeHash, expires_at: expiresAt.toISOString(), failures: 0 };
      await db
        .insertInto('pairing_codes')
        .values({ recipient_id: recipientId, ...row })
        .onConflict((conflict) => conflict.column('recipient_id').doUpdateSet(row))
        .execute();
    },
    takeCode: (codeHash, now, maxFailures) =>
      db.transaction().execute(async (transaction) => {
        await transaction
          .deleteFrom('pairing_codes')
          .where((eb) =>
            eb.or([eb('expires_at', '<=', now.toISOString()), eb('failures', '>=', maxFailures)]),
          )
          .execute();
        const row = await transaction
          .selectFrom('pairing_codes')
          .select('recipient_id')
          .where('code_hash', '=', codeHash)
          .executeTakeFirst();
        if (row) {
          await transaction.deleteFrom('pairing_codes').where('code_hash', '=', codeHash).execute();
          return row.recipient_id;
        }
        await transaction
          .updateTable('pairing_codes')
          .set((eb) => ({ failures: eb('failures', '+', 1) }))
          .execute();
        return undefined;
      }),

    async card(leadId, recipientId) {
      const row = await db
        .selectFrom('lead_cards')
        .selectAll()
        .where('lead_id', '=', leadId)
        .where('recipient_id', '=', recipientId)
        .executeTakeFirst();
      return row && toCard(row);
    },
    async holders(leadId) {
      const rows = await db
        .selectFrom('lead_cards')
        .select('recipient_id')
        .where('lead_id', '=', leadId)
        .orderBy('recipient_id')
        .execute();
      return rows.map((row) => row.recipient_id);
    },
    async keepCard({ leadId, recipientId, conversationId, activityId }) {
      const row = { conversation_id: conversationId, activity_id: activityId };
      await db
        .insertInto('lead_cards')
        .values({ lead_id: leadId, recipient_id: recipientId, ...row })
        .onConflict((conflict) => conflict.columns(['lead_id', 'recipient_id']).doUpdateSet(row))
        .execute();
    },
    async forgetCard(leadId, recipientId) {
      await db
        .deleteFrom('lead_cards')
        .where('lead_id', '=', leadId)
        .where('recipient_id', '=', recipientId)
        .execute();
    },
  };
}

const chats = (db: Kysely<Database>) => db.selectFrom('recipient_chats').selectAll();

const toChat = (row: RecipientChatRow): RecipientChat => ({
  recipientId: row.recipient_id,
  userId: row.user_id,
  kind: row.kind as RecipientChat['kind'],
  conversationId: row.conversation_id,
  reference: row.reference,
  linkedAt: new Date(row.linked_at),
});

const toCard = (row: LeadCardRow): LeadCard => ({
  leadId: row.lead_id,
  recipientId: row.recipient_id,
  conversationId: row.conversation_id,
  activityId: row.activity_id,
});
