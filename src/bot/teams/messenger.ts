import { CloudAdapter, type TurnContext } from 'botbuilder';
import type { Activity, ConversationReference } from 'botbuilder-core';
import type { BotCredentials } from '../../config';
import type { ChatMessage, ChatMessenger } from '../../delivery/teams/messenger';
import type { DeliveryOutcome } from '../../leads/deliveryOutcome';
import { adaptiveCardType } from '../../shared/adaptiveCard';
import { codeOf } from '../../shared/errors';
import { seconds } from '../../shared/time';
import { ChannelAuthentication, type ConnectorClient } from '../channelAuthentication';

/** How long one attempt may take, in ms. */
const defaultLimitMs = seconds(15);

/**
 * Writes to chats of Teams through the Bot Framework. The SDK's own retries are off: an attempt that goes on after we gave it up would bring a second
 * card.
 */
export function createTeamsMessenger(
  credentials: BotCredentials | undefined,
  limitMs = defaultLimitMs,
): ChatMessenger {
  const adapter = new CloudAdapter(
    new ChannelAuthentication(credentials, undefined, (client) => {
      onceWithin(client, limitMs);
    }),
  );
  const inChat = async (
    reference: Partial<ConversationReference>,
    write: (context: TurnContext) => Promise<string>,
  ): Promise<DeliveryOutcome> => {
    let activityId = '';
    try {
      await adapter.continueConversationAsync(credentials?.appId ?? '', reference, async (context) => {
        activityId = await write(context);
      });
      return { kind: 'delivered', remoteId: activityId };
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
    async showWriting(reference) {
      const place = JSON.parse(reference) as Partial<ConversationReference>;
      await inChat(place, async (context) => (await context.sendActivity({ type: 'typing' }))?.id ?? '');
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
    ? { summary: text, attachments: [{ contentType: adaptiveCardType, content: card }] }
    : { text, textFormat: 'plain' }),
});

/** Only channels have threads; elsewhere the line follows what was said last. */
function inThread(place: Partial<ConversationReference>, thread: string): Partial<ConversationReference> {
  const { conversation } = place;
  if (conversation?.conversationType !== 'channel') return place;
  return { ...place, conversation: { ...conversation, id: `${conversation.id};messageid=${thread}` } };
}

/** The SDK's client, as far as we reach into it: it has no settings for this. */
interface WithPipeline {
  readonly client: {
    readonly pipeline: {
      removePolicy(policy: { readonly name: string }): unknown;
      addPolicy(policy: {
        readonly name: string;
        sendRequest<R>(
          request: { timeout: number },
          next: (request: { timeout: number }) => Promise<R>,
        ): Promise<R>;
      }): void;
    };
  };
}

/** One attempt for each request, cut off at the limit, so that nothing goes on behind the outcome. */
function onceWithin(client: ConnectorClient, limitMs: number): void {
  const { pipeline } = (client as unknown as WithPipeline).client;
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  pipeline.addPolicy({
    name: 'limit',
    sendRequest(request, next) {
      request.timeout = limitMs;
      return next(request);
    },
  });
}

interface Failure {
  readonly statusCode?: number;
  readonly response?: { readonly headers?: { get(name: string): string | undefined } };
}

/** 401, 403, 404 and 400 are for good: the assistant was removed or blocked, or what it wrote to is gone. */
const forGood: Readonly<Record<number, string>> = {
  400: 'CHAT_INVALID',
  401: 'BOT_NOT_ALLOWED',
  403: 'BOT_REMOVED',
  404: 'CHAT_GONE',
};

function outcomeOf(error: unknown): DeliveryOutcome {
  const { statusCode, response } = error as Failure;
  if (statusCode === undefined) return { kind: 'retryLater', code: 'DELIVERY_RETRY', detail: codeOf(error) };
  const refusal = forGood[statusCode];
  if (refusal !== undefined) return { kind: 'refused', code: 'DELIVERY_REFUSED', detail: refusal };
  const wait = Number(response?.headers?.get('retry-after'));
  return {
    kind: 'retryLater',
    code: 'DELIVERY_RETRY',
    detail: `HTTP ${statusCode}`,
    ...(wait > 0 ? { retryAfterMs: seconds(wait) } : {}),
  };
}
