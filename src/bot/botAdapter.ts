import {
  type Activity,
  CloudAdapter,
  DeliveryModes,
  ShowTypingMiddleware,
  type TurnContext,
} from 'botbuilder';
import { teamsChannel } from '../shared/channels';
import type { BotCredentials } from '../config';
import { AppError, codeOf } from '../shared/errors';
import type { Log } from '../shared/log';
import { ChannelAuthentication, type LocalConnector } from './channelAuthentication';
import { isLoopbackUrl } from '../shared/loopback';
import type { TurnQueue } from './turnQueue';

/** What a turn does: the bot's `run`. */
export type TurnLogic = (context: TurnContext) => Promise<void>;

/** What the caller of the Bot Framework endpoint gets: a body only for invokes and `expectReplies`. */
export type TurnOutcome =
  | { readonly kind: 'done'; readonly status: number; readonly body: unknown }
  | {
      readonly kind: 'refused';
      readonly status: 401 | 403 | 429 | 503;
      readonly code: string;
      readonly message: string;
    };

export interface BotAdapterDeps {
  /** Absent: callers cannot be told apart, so only loopback service URLs are answered. */
  readonly credentials?: BotCredentials | undefined;
  readonly queue: TurnQueue;
  readonly log: Log;
  /** Called after a thrown turn: says one kind sentence and resets the conversation's dialog. */
  readonly onTurnFailure: (context: TurnContext) => Promise<void>;
  readonly localConnector?: LocalConnector | undefined;
}

/** The one adapter of all channels: Azure and Teams over HTTP, the website's Direct Line within the process. */
export interface BotAdapter {
  /** The SDK's adapter, for middleware (`use`) and for messages the bot sends of itself (`continueConversationAsync`). */
  readonly cloud: CloudAdapter;
  /** True without credentials: the endpoint must then serve loopback clients only. */
  readonly loopbackOnly: boolean;
  /**
   * One turn for an activity that came to the Bot Framework endpoint. Never throws for a failed turn: the visitor has
   * then been told, and the caller sees a normal outcome.
   * @param authHeader the request's Authorization header, '' when it has none
   */
  handleActivity(authHeader: string, activity: Activity, logic: TurnLogic): Promise<TurnOutcome>;
  /**
   * One turn for an activity of the local channel, which has already checked who speaks.
   * @param activity awaited when the conversation's earlier turns have ended; undefined: there is no turn after all
   * @throws AppError at once, TURN_QUEUE_FULL or SERVICE_STOPPING
   */
  handleLocalActivity(
    conversationId: string,
    activity: () => Promise<Activity | undefined>,
    logic: TurnLogic,
  ): Promise<void>;
}

/** After how long without an answer it is shown that one is coming, and how often again, in ms. */
const typingDelayMs = 400;
const typingAgainMs = 3000;

/** Builds the adapter. Does not listen: `src/http` brings the requests. */
export function createBotAdapter(deps: BotAdapterDeps): BotAdapter {
  const { credentials, queue, log } = deps;
  const adapter = new ChannelAdapter(new ChannelAuthentication(credentials, deps.localConnector));
  // The website shows it by itself.
  const typing = new ShowTypingMiddleware(typingDelayMs, typingAgainMs);
  adapter.use((context, next) =>
    context.activity.channelId === teamsChannel ? typing.onTurn(context, next) : next(),
  );
  adapter.onTurnError = async (context, error) => {
    const conversationId = context.activity.conversation.id;
    log.error({ code: 'TURN_FAILED', conversationId, reason: codeOf(error) }, 'a turn failed');
    try {
      await deps.onTurnFailure(context);
    } catch (failure) {
      const reason = codeOf(failure);
      log.error(
        { code: 'TURN_FAILED', conversationId, reason },
        'the apology after a failed turn failed as well',
      );
    }
  };

  return {
    cloud: adapter,
    loopbackOnly: credentials === undefined,
    async handleActivity(authHeader, activity, logic) {
      const repliesInBody = activity.deliveryMode === DeliveryModes.ExpectReplies;
      if (!credentials && !(repliesInBody && !activity.serviceUrl) && !isLoopbackUrl(activity.serviceUrl)) {
        return refused(
          403,
          'SERVICE_URL_REFUSED',
          'without app credentials only loopback service URLs are answered',
        );
      }
      const caller = await adapter.authenticate(authHeader, activity);
      if (!caller) return refused(401, 'REQUEST_REFUSED', 'the request carries no valid Bot Framework token');
      try {
        const key = `${activity.channelId}/${activity.conversation.id}`;
        return done(await queue.run(key, () => adapter.runTurn(caller, activity, logic)));
      } catch (error) {
        return refusedByQueue(error);
      }
    },
    handleLocalActivity(conversationId, activity, logic) {
      return queue.run(`local/${conversationId}`, async () => {
        const said = await activity();
        if (said) await adapter.runTurn(adapter.localCaller(credentials?.appId), said, logic);
      });
    },
  };
}

/** Whom the bot's own tokens are for; the SDK keeps it with every turn. */
const channelAudience = 'https://api.botframework.com';

type Caller = Awaited<ReturnType<ChannelAuthentication['authenticateRequest']>>;
type TurnResult = { status: number; body?: unknown } | undefined;

/** Opens the SDK's protected entrance: its public one parses the body again and answers with the error's text. */
class ChannelAdapter extends CloudAdapter {
  constructor(private readonly authentication: ChannelAuthentication) {
    super(authentication);
  }

  /** Who speaks, or undefined when that cannot be proven. */
  async authenticate(authHeader: string, activity: Activity): Promise<Caller | undefined> {
    try {
      return await this.authentication.authenticateRequest(activity, authHeader);
    } catch {
      return undefined;
    }
  }

  localCaller(appId: string | undefined): Caller {
    const claimsIdentity = this.createClaimsIdentity(appId ?? '');
    return {
      audience: channelAudience,
      claimsIdentity,
      connectorFactory: this.authentication.createConnectorFactory(claimsIdentity),
    };
  }

  async runTurn(caller: Caller, activity: Activity, logic: TurnLogic): Promise<TurnResult> {
    return (await this.processActivity(caller, activity, logic)) as TurnResult;
  }
}

function done(result: TurnResult): TurnOutcome {
  return { kind: 'done', status: result?.status ?? 200, body: result?.body };
}

function refused(status: 401 | 403 | 429 | 503, code: string, message: string): TurnOutcome {
  return { kind: 'refused', status, code, message };
}

function refusedByQueue(error: unknown): TurnOutcome {
  if (error instanceof AppError && error.code === 'TURN_QUEUE_FULL') {
    return refused(429, error.code, 'too many messages are waiting, try again in a moment');
  }
  if (error instanceof AppError && error.code === 'SERVICE_STOPPING') {
    return refused(503, error.code, 'the service is stopping, try again in a moment');
  }
  throw error;
}
