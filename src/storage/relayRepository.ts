import type { Kysely, Transaction } from 'kysely';
import type { RelayMessage, RelayRepository } from '../leads/relay';
import { toMessage, toRelay, toRelayRow } from './relayRows';
import type { Database } from './schema';

/** Live relays in the database. The moment at which a message is due doubles as the end of its lease. */
export function createRelayRepository(db: Kysely<Database>): RelayRepository {
  const openRelays = () => db.selectFrom('relays').selectAll().where('ended_at', 'is', null);
  return {
    open: (relay, messages) =>
      db.transaction().execute(async (transaction) => {
        const taken = await transaction
          .selectFrom('relays')
          .select('id')
          .where('ended_at', 'is', null)
          .where((eb) =>
            eb.or([
              eb('lead_id', '=', relay.leadId),
              eb('conversation_id', '=', relay.conversationId),
              eb('user_id', '=', relay.userId),
            ]),
          )
          .executeTakeFirst();
        if (taken) return false;
        await transaction.insertInto('relays').values(toRelayRow(relay)).execute();
        await append(transaction, messages);
        return true;
      }),
    async ofConversation(conversationId) {
      const row = await openRelays().where('conversation_id', '=', conversationId).executeTakeFirst();
      return row && toRelay(row);
    },
    async ofUser(userId) {
      const row = await openRelays().where('user_id', '=', userId).executeTakeFirst();
      return row && toRelay(row);
    },
    add: (message) =>
      db.transaction().execute(async (transaction) => {
        const changed = await transaction
          .updateTable('relays')
          .set({ last_at: message.at.toISOString() })
          .where('id', '=', message.relayId)
          .where('ended_at', 'is', null)
          .executeTakeFirst();
        if (changed.numUpdatedRows === 0n) return false;
        await append(transaction, [message]);
        return true;
      }),
    tell: (message) =>
      db.transaction().execute(async (transaction) => {
        const open = await transaction
          .selectFrom('relays')
          .select('id')
          .where('id', '=', message.relayId)
          .where('ended_at', 'is', null)
          .executeTakeFirst();
        if (open) await append(transaction, [message]);
        return open !== undefined;
      }),
    end: (relayId, at, messages) =>
      db.transaction().execute(async (transaction) => {
        const ended = await transaction
          .updateTable('relays')
          .set({ ended_at: at.toISOString() })
          .where('id', '=', relayId)
          .where('ended_at', 'is', null)
          .executeTakeFirst();
        if (ended.numUpdatedRows === 0n) return false;
        await append(transaction, messages);
        return true;
      }),
    async silentSince(moment) {
      const rows = await openRelays().where('last_at', '<=', moment.toISOString()).execute();
      return rows.map(toRelay);
    },
    async typed(relayId) {
      const rows = await db
        .selectFrom('relay_messages')
        .selectAll()
        .where('relay_id', '=', relayId)
        .where('sender', '!=', 'service')
        .orderBy('number')
        .execute();
      return rows.map(toMessage);
    },
    claim: ({ now, leaseMs }) =>
      db.transaction().execute(async (transaction) => {
        const row = await transaction
          .selectFrom('relay_messages as message')
          .selectAll('message')
          .where('message.state', '=', 'due')
          .where('message.due_at', '<=', now.toISOString())
          // In order: nothing overtakes what its side has not got yet.
          .where((eb) =>
            eb.not(
              eb.exists(
                eb
                  .selectFrom('relay_messages as before')
                  .select('before.id')
                  .whereRef('before.relay_id', '=', 'message.relay_id')
                  .whereRef('before.receiver', '=', 'message.receiver')
                  .whereRef('before.number', '<', 'message.number')
                  .where('before.state', '=', 'due'),
              ),
            ),
          )
          .orderBy('message.due_at')
          .limit(1)
          .executeTakeFirst();
        if (!row) return undefined;
        const attempts = row.attempts + 1;
        await transaction
          .updateTable('relay_messages')
          .set({ attempts, due_at: new Date(now.getTime() + leaseMs).toISOString() })
          .where('id', '=', row.id)
          .execute();
        const relay = await transaction
          .selectFrom('relays')
          .selectAll()
          .where('id', '=', row.relay_id)
          .executeTakeFirstOrThrow();
        return { ...toMessage(row), relay: toRelay(relay), attempts };
      }),
    async record(messageId, result) {
      const set = result === 'over' ? { state: 'over' } : { due_at: result.later.toISOString() };
      await db.updateTable('relay_messages').set(set).where('id', '=', messageId).execute();
      if (result === 'over') await deleteDone(db);
    },
    async notKept() {
      const rows = await db
        .selectFrom('relays')
        .selectAll()
        .where('ended_at', 'is not', null)
        .where('kept_at', 'is', null)
        .execute();
      return rows.map(toRelay);
    },
    kept: (relayId, at, messages) =>
      db.transaction().execute(async (transaction) => {
        await transaction
          .updateTable('relays')
          .set({ kept_at: at.toISOString() })
          .where('id', '=', relayId)
          .execute();
        await append(transaction, messages);
      }),
  };
}

/** What is kept with its lead, and of which nothing waits, is kept nowhere else. */
async function deleteDone(db: Kysely<Database>): Promise<void> {
  await db
    .deleteFrom('relays')
    .where('kept_at', 'is not', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('relay_messages')
            .select('relay_messages.id')
            .whereRef('relay_messages.relay_id', '=', 'relays.id')
            .where('relay_messages.state', '=', 'due'),
        ),
      ),
    )
    .execute();
}

async function append(transaction: Transaction<Database>, messages: readonly RelayMessage[]): Promise<void> {
  for (const message of messages) {
    const last = await transaction
      .selectFrom('relay_messages')
      .select(({ fn }) => fn.max('number').as('number'))
      .where('relay_id', '=', message.relayId)
      .executeTakeFirst();
    await transaction
      .insertInto('relay_messages')
      .values({
        id: message.id,
        relay_id: message.relayId,
        number: (last?.number ?? 0) + 1,
        at: message.at.toISOString(),
        sender: message.from,
        receiver: message.to,
        text: message.text,
        handoff: message.handoff ?? null,
        state: 'due',
        attempts: 0,
        due_at: message.at.toISOString(),
      })
      .execute();
  }
}
