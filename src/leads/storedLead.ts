import { z } from 'zod/v4';
import { AppError } from '../shared/errors';
import type { Lead } from './lead';

const moment = z.iso.datetime().transform((value) => new Date(value));

/**
 * The stored form of a lead. Raise `version` when a field changes its meaning, and keep reading the older versions:
 * leads outlive releases.
 */
const storedLead = z.object({
  version: z.literal(1),
  lead: z
    .object({
      id: z.string().min(1),
      reference: z.string().min(1),
      createdAt: moment,
      language: z.enum(['fr', 'en']),
      channelId: z.string(),
      conversationId: z.string(),
      name: z.string().min(1),
      company: z.string().min(1),
      email: z.string().optional(),
      phone: z.string().optional(),
      message: z.string().optional(),
      need: z.string().optional(),
      consentAt: moment,
      questions: z.array(z.object({ question: z.string(), pageId: z.string().optional() })),
    })
    .refine((lead) => lead.email !== undefined || lead.phone !== undefined, {
      error: 'expected an e-mail address or a phone number: nobody could call back',
    }),
});

/**
 * A lead as text for a database column, and back.
 *
 * `encode` throws a ZodError when a field that calling back needs is missing or empty, so that such a lead is never
 * stored. `decode` throws AppError LEAD_UNREADABLE when the text is damaged or was written by a newer release.
 */
export const leadCodec = {
  encode(lead: Lead): string {
    const text = JSON.stringify({ version: 1, lead });
    storedLead.parse(JSON.parse(text));
    return text;
  },

  decode(text: string, leadId: string): Lead {
    try {
      return storedLead.parse(JSON.parse(text)).lead;
    } catch (cause) {
      throw new AppError(
        'LEAD_UNREADABLE',
        `lead ${leadId} is in the database in a form that this release cannot read. ` +
          'Run the release that wrote it, or a newer one; the lead stays where it is.',
        { cause },
      );
    }
  },
};
