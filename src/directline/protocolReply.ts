import { AppError } from '../shared/errors';

/** An answer of the protocol, before it becomes HTTP. */
export interface ProtocolReply {
  readonly status: number;
  readonly body: unknown;
}

export const ok = (body: unknown): ProtocolReply => ({ status: 200, body });

const refused = (status: number, code: string, message: string): ProtocolReply => ({
  status,
  body: { error: { code, message } },
});

/**
 * The refusals that clients tell apart: directlinejs ends its session for good on 403, gives a message up on other 4xx,
 * and reads 404 on reconnecting as "this conversation has ended".
 */
export const refusals = {
  badArgument: (message: string) => refused(400, 'BadArgument', message),
  noToken: () => refused(401, 'BadArgument', 'expected the header "Authorization: Bearer <token>"'),
  tokenInvalid: () =>
    refused(403, 'BadArgument', 'the token is not one of this service, or not for this conversation'),
  tokenExpired: () => refused(403, 'TokenExpired', 'the token has expired; ask for a new one'),
  notForSale: () => refused(403, 'BadArgument', 'tokens are issued at /api/webchat/token'),
  unknownConversation: () => refused(404, 'BadArgument', 'the conversation is unknown or has ended'),
  uploads: () => refused(415, 'BadArgument', 'files are not accepted here'),
  tooManyWaiting: () =>
    refused(429, 'TooManyRequests', 'too many messages are waiting; try again in a moment'),
  stopping: () => refused(503, 'ServiceUnavailable', 'the service is stopping; try again in a moment'),
};

/** The refusal for a turn that the queue did not take. Any other error goes on. */
export function refusalOfQueue(error: unknown): ProtocolReply {
  if (error instanceof AppError && error.code === 'TURN_QUEUE_FULL') return refusals.tooManyWaiting();
  if (error instanceof AppError && error.code === 'SERVICE_STOPPING') return refusals.stopping();
  throw error;
}
