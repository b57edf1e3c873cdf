import jwt from 'jsonwebtoken';
import { z } from 'zod/v4';
import type { LeadLinks } from '../leads/leadLinks';
import { days, type Clock } from '../shared/time';

/** How long a link works, from the moment it is written. */
const linkLifeMs = days(180);

const audiences = { company: 'lead-company', recipient: 'lead-recipient' } as const;

const id = z.string().min(1).max(100);
const claims = z.discriminatedUnion('aud', [
  z.object({ aud: z.literal(audiences.company), sub: id, exp: z.number() }),
  z.object({ aud: z.literal(audiences.recipient), sub: id, rid: id, exp: z.number() }),
]);

/**
 * Links whose right stands in a signed token: nothing is stored, and nobody can make one without the key. The tokens
 * hold ids only. A link cannot be called back before its time; what it may do is decided by the life-cycle rules each
 * time it is used.
 * @param deps.publicUrl where the pages are, without a final slash
 * @param deps.key at least 32 bytes; a changed key makes all links of former days useless
 */
export function createLeadLinks(deps: {
  readonly publicUrl: string;
  readonly key: Buffer;
  readonly clock: Clock;
}): LeadLinks {
  const nowSeconds = (): number => Math.floor(deps.clock().getTime() / 1000);

  const link = (
    page: string,
    reference: string,
    content: object,
    more: Record<string, string> = {},
  ): string => {
    const iat = nowSeconds();
    const token = jwt.sign({ ...content, iat, exp: iat + linkLifeMs / 1000 }, deps.key, {
      algorithm: 'HS256',
    });
    return `${deps.publicUrl}/${page}/${encodeURIComponent(reference)}?${new URLSearchParams({ cle: token, ...more }).toString()}`;
  };

  return {
    company: (lead) => link('demande', lead.reference, { aud: audiences.company, sub: lead.id }),
    recipient: (lead, recipientId, act) =>
      link(
        'fiche',
        lead.reference,
        { aud: audiences.recipient, sub: lead.id, rid: recipientId },
        act === undefined ? {} : { action: act },
      ),
    read(token) {
      let content: unknown;
      try {
        content = jwt.verify(token, deps.key, {
          algorithms: ['HS256'],
          audience: [audiences.company, audiences.recipient],
          clockTimestamp: nowSeconds(),
        });
      } catch {
        // Forged, damaged and too old are one answer: whoever holds such a link asks for a new one.
        return undefined;
      }
      const parsed = claims.safeParse(content);
      if (!parsed.success) return undefined;
      const { data } = parsed;
      return data.aud === audiences.company
        ? { kind: 'company', leadId: data.sub }
        : { kind: 'recipient', leadId: data.sub, recipientId: data.rid };
    },
  };
}
