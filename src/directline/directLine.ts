import type { Activity } from 'botbuilder';
import { z } from 'zod/v4';
import { codeOf } from '../shared/errors';
import type { Ids } from '../shared/ids';
import type { Log } from '../shared/log';
import { systemAfter, type After, type Clock } from '../shared/time';
import type { Conversations } from './conversations';
import type { ActivityContent } from './conversationStore';
import type { BotAccount } from './localConnector';
import { ok, refusalOfQueue, refusals, type ProtocolReply } from './protocolReply';
import type { Grant, Tokens } from './tokens';
import { joining, turnActivityOf } from './turnActivity';
import { createTypingIndicator } from './typingIndicator';
import { createTakeUp } from './unanswered';
import * as wire from './wireActivity';

export interface DirectLineDeps {
  readonly conversations: Conversations;
  readonly tokens: Tokens;
  readonly bot: BotAccount;
  /**
   * Runs a turn when the conversation's earlier ones have ended; undefined from `activity` means no turn after all.
   * Throws at once, TURN_QUEUE_FULL or SERVICE_STOPPING.
   */
  readonly runTurn: (conversationId: string, activity: () => Promise<Activity | undefined>) => Promise<void>;
  readonly clock: Clock;
  readonly after?: After;
  readonly ids: Ids;
  readonly log: Log;
}

/** A request of a client, without HTTP. */
export interface ClientRequest {
  /** The Authorization header. */
  readonly authorization: string | undefined;
  /** Where this client reaches the service, such as `https://example.fr`: stream addresses begin with it. */
  readonly baseUrl: string;
}

/** The calls of Direct Line 3.0. Every refusal is an answer of its own; nothing is thrown for what a client may send. */
export interface DirectLine {
  refreshToken(request: ClientRequest): Promise<ProtocolReply>;
  startConversation(request: ClientRequest, body: unknown): Promise<ProtocolReply>;
  reconnect(request: ClientRequest, conversationId: string, watermark?: string): Promise<ProtocolReply>;
  getActivities(request: ClientRequest, conversationId: string, watermark?: string): Promise<ProtocolReply>;
  postActivity(request: ClientRequest, conversationId: string, body: unknown): Promise<ProtocolReply>;
  /** Files are not taken; the caller need not read the body. */
  upload(request: ClientRequest, conversationId: string): Promise<ProtocolReply>;
}

const startOptions = z.object({ locale: z.string().max(35).optional().catch(undefined) }).catch({});

/** Builds the protocol over the conversations. The bot answers through the local connector, not through this. */
export function createDirectLine(deps: DirectLineDeps): DirectLine {
  const { conversations, tokens, bot, runTurn, clock, ids, log } = deps;
  const showTyping = createTypingIndicator({ after: systemAfter, ...deps });
  const greeting = new Set<string>();
  const takeUp = createTakeUp({ conversations, begin, turn });

  /** Gives a turn to the bot. Whatever goes wrong in it is the bot's to tell; here it must only not go unseen. */
  function begin(conversationId: string, activity: () => Promise<Activity | undefined>): Promise<void> {
    const failed = (error: unknown) => logFailure(conversationId, error, 'a turn could not be run');
    return runTurn(conversationId, activity).catch(failed);
  }

  function logFailure(conversationId: string, error: unknown, what: string): void {
    log.error({ code: 'TURN_FAILED', conversationId, reason: codeOf(error) }, what);
  }

  function turn(grant: Grant, id: string, content: ActivityContent): Activity {
    return turnActivityOf({ ...grant, id, at: clock(), bot, content });
  }

  function session(grant: Grant, request: ClientRequest, watermark: number | undefined) {
    const { token, expiresInSeconds } = tokens.issue(grant);
    const stream = new URL(
      `${request.baseUrl}/v3/directline/conversations/${encodeURIComponent(grant.conversationId)}/stream`,
    );
    stream.protocol = stream.protocol.replace('http', 'ws');
    stream.searchParams.set('watermark', watermark === undefined ? '' : String(watermark));
    stream.searchParams.set('t', tokens.issueForStream(grant));
    // directlinejs replaces its token with whatever these answers carry, so each carries one.
    return {
      conversationId: grant.conversationId,
      token,
      expires_in: expiresInSeconds,
      streamUrl: stream.href,
    };
  }

  /** The bot greets once: at the start, or when a start was cut off before the greeting was kept. */
  function greet(grant: Grant, locale: string | undefined): void {
    const { conversationId, userId } = grant;
    if (greeting.has(conversationId)) return;
    greeting.add(conversationId);
    const activity = turn(
      grant,
      wire.passingActivityIdOf(conversationId, ids.uuid()),
      joining(userId, bot, locale),
    );
    void begin(conversationId, async () => activity).finally(() => greeting.delete(conversationId));
  }

  return {
    async refreshToken(request) {
      const check = checkToken(tokens, request.authorization);
      if ('status' in check) return check;
      const { token, expiresInSeconds } = tokens.issue(check);
      return ok({ conversationId: check.conversationId, token, expires_in: expiresInSeconds });
    },

    async startConversation(request, body) {
      const grant = checkToken(tokens, request.authorization);
      if ('status' in grant) return grant;
      const started = await conversations.start(grant.conversationId, grant.userId);
      const known = await conversations.find(grant.conversationId);
      if (known?.lastSequence === 0) {
        try {
          greet(grant, startOptions.parse(body ?? {}).locale);
        } catch (error) {
          greeting.delete(grant.conversationId);
          return refusalOfQueue(error);
        }
      } else await takeUp(grant);
      return { status: started === 'created' ? 201 : 200, body: session(grant, request, undefined) };
    },

    async reconnect(request, conversationId, watermark) {
      const grant = checkToken(tokens, request.authorization, conversationId);
      if ('status' in grant) return grant;
      if (!(await conversations.find(conversationId))) return refusals.unknownConversation();
      await takeUp(grant);
      return ok(session(grant, request, wire.parseWatermark(watermark)));
    },

    async getActivities(request, conversationId, watermark) {
      const grant = checkToken(tokens, request.authorization, conversationId);
      if ('status' in grant) return grant;
      if (!(await conversations.find(conversationId))) return refusals.unknownConversation();
      const read = await conversations.since(conversationId, wire.parseWatermark(watermark));
      return ok({ activities: read.activities, watermark: String(read.watermark) });
    },

    async postActivity(request, conversationId, body) {
      const grant = checkToken(tokens, request.authorization, conversationId);
      if ('status' in grant) return grant;
      if (wire.carriesAttachments(body)) return refusals.uploads();
      const parsed = wire.clientActivity.safeParse(body);
      if (!parsed.success) return refusals.badArgument(wire.faultOf(parsed.error));
      if (!(await conversations.find(conversationId))) return refusals.unknownConversation();
      const said = parsed.data;
      const content: ActivityContent = { ...said, from: { id: grant.userId, role: 'user' } };
      try {
        if (said.type === 'typing' || said.type === 'invoke') {
          const id = wire.passingActivityIdOf(conversationId, ids.uuid());
          const activity = turn(grant, id, content);
          void begin(conversationId, async () => activity);
          return ok({ id });
        }
        // The place in the queue is taken before the activity is kept: what is kept will also be answered. The queue
        // never runs a turn in the same tick, so `recording` is set when the turn asks for it.
        const recordingOf = () => recording;
        const turning = begin(conversationId, async () => {
          const outcome = await recordingOf();
          return outcome.kind === 'said' ? turn(grant, outcome.activity.id, content) : undefined;
        });
        const recording = conversations.say(conversationId, content, wire.clientActivityIdOf(said));
        const outcome = await recording;
        if (outcome.kind === 'unknownConversation') return refusals.unknownConversation();
        const { id } = outcome.activity;
        if (outcome.kind === 'said') showTyping(conversationId, wire.sequenceOf(conversationId, id), turning);
        else await takeUp(grant);
        if ('unkept' in outcome) logFailure(conversationId, outcome.unkept, 'a message could not be kept');
        return ok({ id });
      } catch (error) {
        return refusalOfQueue(error);
      }
    },

    async upload(request, conversationId) {
      const grant = checkToken(tokens, request.authorization, conversationId);
      return 'status' in grant ? grant : refusals.uploads();
    },
  };
}

/** The grant in the Authorization header, or the refusal that fits. */
function checkToken(
  tokens: Tokens,
  authorization: string | undefined,
  conversationId?: string,
): Grant | ProtocolReply {
  const token = /^Bearer +([\w.-]+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) return refusals.noToken();
  const check = tokens.check(token);
  if (check.kind === 'invalid') return refusals.tokenInvalid();
  if (conversationId !== undefined && check.grant.conversationId !== conversationId)
    return refusals.tokenInvalid();
  return check.kind === 'expired' ? refusals.tokenExpired() : check.grant;
}
