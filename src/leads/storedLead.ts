import { z } from 'zod/v4';
import { AppError } from '../shared/errors';
import { companyLookups, contactWays, projectFactKinds, type Lead } from './lead';

const moment = z.iso.datetime().transform((value) => new Date(value));
const text = z.string().optional();

const companyFacts = z.object({
  siren: z.string(),
  siret: text,
  name: z.string(),
  activityCode: text,
  sizeBand: text,
  legalCategory: text,
  createdOn: text,
  communeCode: text,
  commune: text,
  active: z.boolean(),
});

const site = z.object({
  place: z.string(),
  kind: z.enum(['inside', 'outside', 'unknown']),
  communeCode: text,
  intercommunality: text,
});

const project = z.object({
  facts: z.array(z.object({ about: z.enum(projectFactKinds), text: z.string() })),
  otherAids: z.boolean().optional(),
  schemes: z.array(z.object({ pageId: z.string(), eligible: z.boolean(), toCheck: z.array(z.string()) })),
});

/** What every version holds. */
const common = z.object({
  id: z.string().min(1),
  reference: z.string().min(1),
  createdAt: moment,
  language: z.enum(['fr', 'en']),
  channelId: z.string(),
  conversationId: z.string(),
  name: z.string().min(1),
  company: z.string().min(1),
  email: text,
  phone: text,
  message: text,
  need: text,
  consentAt: moment,
  questions: z.array(z.object({ question: z.string(), pageId: text })),
});

const versions = z.discriminatedUnion('version', [
  // Before companies were looked up; what was not asked then is told as such.
  z.object({
    version: z.literal(1),
    lead: common.transform((lead) => ({ ...lead, companyLookup: 'notAsked' as const, schemes: [] })),
  }),
  z.object({
    version: z.literal(2),
    lead: common.extend({
      companyLookup: z.enum(companyLookups),
      companyFacts: companyFacts.optional(),
      site: site.optional(),
      preferredWay: z.enum(contactWays).optional(),
      preferredTime: text,
      schemes: z.array(z.string()),
      chat: text,
      project: project.optional(),
    }),
  }),
]);

/**
 * The stored form of a lead. Raise `version` when a field changes its meaning, and keep reading the older versions:
 * leads outlive releases.
 */
const storedLead = versions.refine(({ lead }) => lead.email !== undefined || lead.phone !== undefined, {
  error: 'expected an e-mail address or a phone number: nobody could call back',
});

/**
 * A lead as text for a database column, and back.
 *
 * `encode` throws a ZodError when a field that calling back needs is missing or empty, so that such a lead is never
 * stored. `decode` throws AppError LEAD_UNREADABLE when the text is damaged or was written by a newer release.
 */
export const leadCodec = {
  encode(lead: Lead): string {
    const stored = JSON.stringify({ version: 2, lead });
    storedLead.parse(JSON.parse(stored));
    return stored;
  },

  decode(stored: string, leadId: string): Lead {
    try {
      return storedLead.parse(JSON.parse(stored)).lead;
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
