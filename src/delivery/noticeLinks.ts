import jwt from 'jsonwebtoken';
import { z } from 'zod/v4';
import { confirmDays, type NoticeLinks } from '../notices/noticeLinks';
import { days, type Clock } from '../shared/time';

const audiences = { confirm: 'notice-confirm', stop: 'notice-stop' } as const;
const pages = { confirm: 'confirmer', stop: 'arreter' } as const;

const claims = z.discriminatedUnion('aud', [
  z.object({ aud: z.literal(audiences.confirm), sub: z.string().min(1).max(100), exp: z.number() }),
  z.object({ aud: z.literal(audiences.stop), sub: z.string().min(1).max(100) }),
]);

/**
 * Links whose right stands in a signed token, as with leads: nothing is stored, and nobody can make one without the key. A link that stops has no end: an
 * old mail must still be able to.
 * @param deps.publicUrl where the pages are, without a final slash
 * @param deps.key at least 32 bytes
 */
export function createNoticeLinks(deps: {
  readonly publicUrl: string;
  readonly key: Buffer;
  readonly clock: Clock;
}): NoticeLinks {
  const now = (): number => Math.floor(deps.clock().getTime() / 1000);
  const link = (act: keyof typeof pages, watchId: string): string => {
    const iat = now();
    const end = act === 'confirm' ? { exp: iat + days(confirmDays) / 1000 } : {};
    const token = jwt.sign({ aud: audiences[act], sub: watchId, iat, ...end }, deps.key, {
      algorithm: 'HS256',
    });
    return `${deps.publicUrl}/alertes/${pages[act]}?cle=${token}`;
  };
  return {
    confirm: (watchId) => link('confirm', watchId),
    stop: (watchId) => link('stop', watchId),
    read(token) {
      let content: unknown;
      try {
        content = jwt.verify(token, deps.key, {
          algorithms: ['HS256'],
          audience: [audiences.confirm, audiences.stop],
          clockTimestamp: now(),
        });
      } catch {
        // Forged, damaged and too old are one answer: whoever holds such a link asks anew.
        return undefined;
      }
      const { data } = claims.safeParse(content);
      return data && { act: data.aud === audiences.confirm ? 'confirm' : 'stop', watchId: data.sub };
    },
  };
}
