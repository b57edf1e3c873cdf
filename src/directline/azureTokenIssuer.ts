import { z } from 'zod/v4';
import { codeOf } from '../shared/errors';
import type { Ids } from '../shared/ids';
import { seconds } from '../shared/time';
import type { Issuing, TokenIssuer } from './tokenIssuer';

const answer = z.object({
  conversationId: z.string().min(1),
  token: z.string().min(1),
  expires_in: z.number().positive(),
});

const timeoutMs = seconds(10);

/** Tokens of Azure Direct Line, for which the server exchanges its secret: pages never see it. */
export function createAzureTokenIssuer(deps: {
  readonly secret: string;
  /** `https://directline.botframework.com` or a regional one, without a final slash. */
  readonly url: string;
  readonly fetch: typeof globalThis.fetch;
  readonly ids: Ids;
}): TokenIssuer {
  const domain = `${deps.url.replace(/\/+$/, '')}/v3/directline`;

  async function ask(call: 'generate' | 'refresh', bearer: string, userId?: string) {
    const response = await deps.fetch(`${domain}/tokens/${call}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
      body: JSON.stringify(userId === undefined ? {} : { user: { id: userId } }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) return { kind: 'refused' as const, reason: `HTTP ${response.status}` };
    const parsed = answer.safeParse(await response.json());
    return parsed.success
      ? { kind: 'given' as const, ...parsed.data }
      : { kind: 'refused' as const, reason: 'unexpected answer' };
  }

  return {
    async issue({ earlierToken }): Promise<Issuing> {
      try {
        const earlierUser = userIn(earlierToken);
        if (earlierToken !== undefined && earlierUser !== undefined) {
          const refreshed = await ask('refresh', earlierToken);
          if (refreshed.kind === 'given') return issued(refreshed, earlierUser, true);
        }
        const userId = `dl_${deps.ids.uuid()}`;
        const generated = await ask('generate', deps.secret, userId);
        if (generated.kind === 'given') return issued(generated, userId, false);
        return { kind: 'unavailable', reason: generated.reason };
      } catch (error) {
        return { kind: 'unavailable', reason: codeOf(error) };
      }
    },
  };

  function issued(given: z.infer<typeof answer>, userId: string, resumed: boolean): Issuing {
    const { token, conversationId, expires_in: expiresIn } = given;
    return { kind: 'issued', issued: { token, conversationId, userId, domain, expiresIn }, resumed };
  }
}

/** The user a token names. Read without proof: Azure checks the token when it is refreshed. */
function userIn(token: string | undefined): string | undefined {
  try {
    const content: unknown = JSON.parse(
      Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString('utf8'),
    );
    const parsed = z.object({ user: z.string().startsWith('dl_') }).safeParse(content);
    return parsed.success ? parsed.data.user : undefined;
  } catch {
    return undefined;
  }
}
