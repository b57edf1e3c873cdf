import type { Relay, RelayMessage } from '../leads/relay';
import type { RelayMessageRow, RelayRow } from './relayTables';

/** A new relay as a row. */
export const toRelayRow = (relay: Relay): RelayRow => ({
  id: relay.id,
  lead_id: relay.leadId,
  conversation_id: relay.conversationId,
  recipient_id: relay.recipientId,
  user_id: relay.userId,
  visitor_name: relay.visitorName,
  recipient_name: relay.recipientName,
  language: relay.language,
  started_at: relay.startedAt.toISOString(),
  last_at: relay.lastAt.toISOString(),
  ended_at: null,
  kept_at: null,
});

/** A row as the relay that it is. */
export const toRelay = (row: RelayRow): Relay => ({
  id: row.id,
  leadId: row.lead_id,
  conversationId: row.conversation_id,
  recipientId: row.recipient_id,
  userId: row.user_id,
  visitorName: row.visitor_name,
  recipientName: row.recipient_name,
  language: row.language === 'en' ? 'en' : 'fr',
  startedAt: new Date(row.started_at),
  lastAt: new Date(row.last_at),
});

/** A row as the message that it is. */
export const toMessage = (row: RelayMessageRow): RelayMessage => ({
  id: row.id,
  relayId: row.relay_id,
  at: new Date(row.at),
  from: row.sender as RelayMessage['from'],
  to: row.receiver as RelayMessage['to'],
  text: row.text,
  handoff: (row.handoff ?? undefined) as RelayMessage['handoff'],
});
