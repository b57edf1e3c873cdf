import type { Request } from 'restify';
import { z } from 'zod/v4';
import type { BotAdapter, TurnLogic } from '../../bot/botAdapter';
import { isLoopbackAddress, isLoopbackHost } from '../../shared/loopback';
import { readJson } from '../readJson';
import { respondError, respondJson } from '../respond';
import type { Route } from '../route';

type Activity = Parameters<BotAdapter['handleActivity']>[1];

const account = z.looseObject({ id: z.string().min(1).max(500) });
const moment = z.preprocess(
  (value) => (typeof value === 'string' ? new Date(value) : undefined),
  z.date().optional(),
);

/** The parts of an activity without which there is no turn; everything else passes as it came. */
const activitySchema = z.looseObject({
  type: z.string().min(1).max(100),
  conversation: account,
  channelId: z.string().min(1).max(100).default('emulator'),
  from: account.default({ id: 'user' }),
  recipient: account.default({ id: 'bot' }),
  serviceUrl: z.string().max(2000).optional(),
  timestamp: moment.catch(undefined),
  localTimestamp: moment.catch(undefined),
  expiration: moment.catch(undefined),
});

/** `POST /api/messages`: the Bot Framework protocol, for Azure Bot, Teams and test clients. */
export function messagesRoute(deps: { readonly adapter: BotAdapter; readonly logic: TurnLogic }): Route {
  const { adapter, logic } = deps;
  return {
    method: 'post',
    path: '/api/messages',
    async handle(request, response) {
      if (adapter.loopbackOnly && !comesFromThisMachine(request)) {
        respondError(response, 403, 'REQUEST_REFUSED', 'without app credentials only this machine is served');
        return;
      }
      const json = await readJson(request, response);
      if (!json) return;
      const parsed = activitySchema.safeParse(json.value);
      if (!parsed.success) {
        const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
        respondError(response, 400, 'ACTIVITY_INVALID', faults.join('; '));
        return;
      }
      // Checked as far as a turn needs; the SDK's type asks for fields that no channel sends.
      const activity = parsed.data as unknown as Activity;
      const outcome = await adapter.handleActivity(request.headers.authorization ?? '', activity, logic);
      if (outcome.kind === 'refused') respondError(response, outcome.status, outcome.code, outcome.message);
      else respondJson(response, outcome.status, outcome.body);
    },
  };
}

/**
 * Whether the caller itself is on this machine. A reverse proxy is too, but names whom it speaks for or the public host;
 * and a page of another site that reaches us by its own name in place of ours names that.
 */
function comesFromThisMachine(request: Request): boolean {
  const { headers } = request;
  const forwarded = headers.forwarded ?? headers['x-forwarded-for'] ?? headers['x-real-ip'] ?? headers.via;
  return (
    isLoopbackAddress(request.socket.remoteAddress) && forwarded === undefined && isLoopbackHost(headers.host)
  );
}
