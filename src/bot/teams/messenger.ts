import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import type { Activity, ConversationReference } from 'botbuilder-core';
import type { BotCredentials } from '../../config';
import type { ChatMessage, ChatMessenger, ChatOutcome } from '../../delivery/teams/messenger';
import { codeOf } from '../../shared/errors';
import { seconds } from '../../shared/time';
import { authenticationSettings } from '../channelAuthentication';

/** How long one attempt may take, in ms. */
const defaultLimitMs = seconds(15);
const cardType = 'application/vnd.microsoft.card.adaptive';

/**
 * Writes to chats of Teams through the Bot Framework. The SDK's own retries are off: an attempt that goes on after we gave it up would bring a second
 * card.
 */
export function createTeamsMessenger(
  credentials: BotCredentials | undefined,
  limitMs = defaultLimitMs,
): ChatMessenger {
  const settings = authenticationSettings(credentials);
  const adapter = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication(settings, undefined, undefined, undefined, {
      retryOptions: { maxRetries: 0 },
    } as never),
  );
  const inChat = async (
    reference: Partial<ConversationReference>,
    write: (context: TurnContext) => Promise<string>,
  ): Promise<ChatOutcome> => {
    let activityId = '';
    try {
      const turn = adapter.continueConversationAsync(credentials?.appId ?? '', reference, async (context) => {
        activityId = await write(context);
      });
      await within(turn, limitMs);
      return { kind: 'sent', activityId };
    } catch (error) {
      return outcomeOf(error);
    }
  };
  return {
    post(reference, message, thread) {
      const place = JSON.parse(reference) as Partial<ConversationReference>;
      return inChat(thread === undefined ? place : inThread(place, thread), async (context) => {
        const sent = await context.sendActivity(activityOf(message));
        return sent?.id ?? '';
      });
    },
    update(reference, activityId, message) {
      return inChat(JSON.parse(reference) as Partial<ConversationReference>, async (context) => {
        await context.updateActivity({ ...activityOf(message), id: activityId });
        return activityId;
      });
    },
  };
}

const activityOf = ({ text, card }: ChatMessage): Partial<Activity> => ({
  type: 'message',
  // With a card the words are for notifications; both in one message would be read twice.
  ...(card
    ? { summary: text, attachments: [{ contentType: cardType, content: card }] }
    : { text, textFormat: 'plain' }),
});

/** Only channels have threads; elsewhere the line follows what was said last. */
function inThread(place: Partial<ConversationReference>, thread: string): Partial<ConversationReference> {
  const { conversation } = place;
  if (conversation?.conversationType !== 'channel') return place;
  return { ...place, conversation: { ...conversation, id: `${conversation.id};messageid=${thread}` } };
}

async function within<T>(work: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(Object.assign(new Error('the channel did not answer in time'), { code: 'ETIMEDOUT' }));
    }, limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

interface Failure {
  readonly statusCode?: number;
  readonly code?: string;
  readonly response?: { readonly headers?: { get(name: string): string | undefined } };
}

/** 401, 403, 404 and 400 are for good: the assistant was removed or blocked, or what it wrote to is gone. */
const forGood: Readonly<Record<number, string>> = {
  400: 'CHAT_INVALID',
  401: 'BOT_NOT_ALLOWED',
  403: 'BOT_REMOVED',
  404: 'CHAT_GONE',
};

function outcomeOf(error: unknown): ChatOutcome {
  const { statusCode, response } = error as Failure;
  if (statusCode === undefined) return { kind: 'retryLater', detail: codeOf(error) };
  const refusal = forGood[statusCode];
  if (refusal !== undefined) return { kind: 'refused', detail: refusal };
  const wait = Number(response?.headers?.get('retry-after'));
  return {
    kind: 'retryLater',
    detail: `HTTP ${statusCode}`,
    ...(wait > 0 ? { retryAfterMs: seconds(wait) } : {}),
  };
}
