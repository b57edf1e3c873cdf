import { webChannel } from '../shared/channels';
import type { Ids } from '../shared/ids';
import { minutes, seconds, type Clock } from '../shared/time';
import { maxNoteLength } from './decideAct';
import type { LeadFile } from './leadFile';
import type { FollowLead } from './leadServices';
import type { RecipientChat } from './recipientChat';
import type { Relay, RelayMessage, RelayRepository, RelaySide } from './relay';
import { relayTexts, relayTextsForRecipient as forRecipient } from './relayTexts';

/** Silence after which the conversation goes back to the assistant, in ms. */
export const silenceMs = minutes(10);

/** A page that is gone for less is being loaded again, in ms. */
const awayMs = seconds(20);

/** What either side writes to end it. */
const endWords = /^(?:terminer|fin|quitter|end|leave)\s*[.!]?$/i;

/** Hands a visitor's conversation to a recipient in person and back. What is typed is on disk before anything else is done with it. */
export interface LiveRelay {
  /** `away`: the visitor has left the page, or came by another way. `busy`: one of them is in a relay already. */
  start(file: LeadFile, chat: RecipientChat): Promise<'started' | 'away' | 'busy'>;
  /** @returns false when the conversation is the assistant's */
  fromVisitor(conversationId: string, text: string): Promise<boolean>;
  fromRecipient(userId: string, text: string): Promise<boolean>;
  /** Shows the other side that somebody is writing. Kept nowhere; nothing comes of it where it cannot be shown. @param by the visitor's conversation, or the recipient's account */
  writing(by: { readonly conversationId: string } | { readonly userId: string }): Promise<void>;
  /** Ends what has been silent for too long, and tells recipients when their visitor leaves the page or returns. Throws what the database throws. */
  watch(): Promise<void>;
}

export function createLiveRelay(deps: {
  readonly relays: RelayRepository;
  /** Whether the visitor's page is open. */
  readonly isPresent: (conversationId: string) => boolean;
  readonly nameOf: (recipientId: string) => string;
  /** Shows one side that the other is writing. */
  readonly showWriting: (relay: Relay, to: RelaySide) => Promise<void>;
  readonly followLead: FollowLead;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Something waits to be sent. */
  readonly wake: () => void;
}): LiveRelay {
  const { relays, clock, ids } = deps;
  const message = (
    relay: Relay,
    from: RelayMessage['from'],
    to: RelaySide,
    text: string,
    handoff?: RelayMessage['handoff'],
  ): RelayMessage => ({ id: ids.uuid(), relayId: relay.id, at: clock(), from, to, text, handoff });

  /** Since when visitors are away, and whether their recipient knows. Forgotten with the process: at worst it is told once more. */
  const absent = new Map<string, { readonly since: Date; told: boolean }>();

  const end = async (relay: Relay, why: 'ended' | 'silent'): Promise<void> => {
    const told = message(
      relay,
      'service',
      'visitor',
      relayTexts[relay.language][why](relay.recipientName),
      'completed',
    );
    absent.delete(relay.id);
    if (!(await relays.end(relay.id, clock(), [told]))) return;
    deps.wake();
    await keepWithLead(relay, why);
  };

  /** Relays whose exchange this process is writing down. */
  const keeping = new Set<string>();
  /** The exchange as notes of the lead, as many as it needs; its recipient is told once they are on disk. After a crash in between some come twice. */
  const keepWithLead = async (relay: Relay, why: 'ended' | 'silent'): Promise<void> => {
    if (keeping.has(relay.id)) return;
    keeping.add(relay.id);
    try {
      const parts = partsOf(relay, await relays.typed(relay.id));
      for (const [index, part] of parts.entries()) {
        const note = forRecipient.note(index + 1, parts.length, part);
        const actor = { kind: 'recipient', id: relay.recipientId } as const;
        await deps.followLead(relay.leadId, actor, { kind: 'note', note });
      }
      const told = message(relay, 'service', 'recipient', forRecipient[why](relay.visitorName));
      await relays.kept(relay.id, clock(), [told]);
    } finally {
      keeping.delete(relay.id);
    }
    deps.wake();
  };

  const tellPresence = async (relay: Relay, now: Date): Promise<void> => {
    const gone = absent.get(relay.id);
    if (deps.isPresent(relay.conversationId)) {
      absent.delete(relay.id);
      if (gone?.told)
        await relays.tell(message(relay, 'service', 'recipient', forRecipient.back(relay.visitorName)));
    } else if (!gone) {
      absent.set(relay.id, { since: now, told: false });
    } else if (!gone.told && now.getTime() - gone.since.getTime() >= awayMs) {
      gone.told = true;
      await relays.tell(message(relay, 'service', 'recipient', forRecipient.gone(relay.visitorName)));
    }
  };

  const pass = async (relay: Relay | undefined, from: RelaySide, text: string): Promise<boolean> => {
    if (!relay) return false;
    if (endWords.test(text.trim())) {
      await end(relay, 'ended');
      return true;
    }
    const said = await relays.add(message(relay, from, from === 'visitor' ? 'recipient' : 'visitor', text));
    if (said) deps.wake();
    return said;
  };

  return {
    async start({ lead }, chat) {
      if (lead.channelId !== webChannel || !deps.isPresent(lead.conversationId)) return 'away';
      const now = clock();
      const relay: Relay = {
        id: ids.uuid(),
        leadId: lead.id,
        conversationId: lead.conversationId,
        recipientId: chat.recipientId,
        userId: chat.userId,
        visitorName: lead.name,
        recipientName: deps.nameOf(chat.recipientId),
        language: lead.language,
        startedAt: now,
        lastAt: now,
      };
      const opened = await relays.open(relay, [
        message(
          relay,
          'service',
          'visitor',
          relayTexts[relay.language].started(relay.recipientName),
          'accepted',
        ),
        message(relay, 'service', 'recipient', forRecipient.started(relay.visitorName)),
      ]);
      if (opened) deps.wake();
      return opened ? 'started' : 'busy';
    },
    fromVisitor: async (conversationId, text) =>
      pass(await relays.ofConversation(conversationId), 'visitor', text),
    fromRecipient: async (userId, text) => pass(await relays.ofUser(userId), 'recipient', text),
    async writing(by) {
      const fromVisitor = 'conversationId' in by;
      const relay = await (fromVisitor ? relays.ofConversation(by.conversationId) : relays.ofUser(by.userId));
      if (relay) await deps.showWriting(relay, fromVisitor ? 'recipient' : 'visitor');
    },
    async watch() {
      const now = clock();
      const moment = new Date(now.getTime() - silenceMs);
      for (const relay of await relays.silentSince(now)) {
        if (relay.lastAt <= moment) await end(relay, 'silent');
        else await tellPresence(relay, now);
      }
      // Of a process that ended in between.
      for (const relay of await relays.notKept()) await keepWithLead(relay, 'ended');
    },
  };
}

/** Room for the heading in a note. */
const headingLength = 60;

/** The exchange in parts that fit in a note each. */
function partsOf({ visitorName, recipientName }: Relay, typed: readonly RelayMessage[]): string[] {
  const room = maxNoteLength - headingLength;
  const text = typed
    .map(({ from, text: said }) => `${from === 'visitor' ? visitorName : recipientName} : ${said}`)
    .join('\n');
  return Array.from({ length: Math.ceil(text.length / room) }, (_, part) =>
    text.slice(part * room, (part + 1) * room),
  );
}
