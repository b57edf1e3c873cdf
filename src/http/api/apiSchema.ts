import { z } from 'zod/v4';
import { companyLookups, contactWays } from '../../leads/lead';
import { leadOutcomes, leadStates, stepKinds, type LeadStep } from '../../leads/leadFile';
import type { FeedItem } from '../../leads/leadFeed';
import type { PageNames } from '../../leads/callSheet';

const moment = z.iso.datetime().meta({ description: 'ISO 8601 in UTC' });

const step = z
  .object({
    number: z.number().int(),
    at: moment,
    kind: z.enum(stepKinds),
    by: z.string().meta({ description: 'id of a recipient, or company, operator, system' }),
    outcome: z.enum(leadOutcomes).optional(),
    rating: z.number().int().min(1).max(5).optional(),
    note: z.string().optional(),
  })
  .meta({ id: 'Step', description: 'One line of a lead’s history' });

const lead = z
  .object({
    kind: z.literal('lead'),
    reference: z.string().meta({ description: 'Short and unique, as people were told it' }),
    changedAt: moment,
    createdAt: moment,
    state: z.enum(leadStates),
    outcome: z.enum(leadOutcomes).optional(),
    assignee: z.string().optional().meta({ description: 'id of the recipient who follows it' }),
    language: z.enum(['fr', 'en']),
    channel: z.string(),
    consentAt: moment,
    contact: z.object({
      name: z.string(),
      email: z.string().optional(),
      phone: z.string().optional().meta({ description: 'E.164' }),
      preferredWay: z.enum(contactWays).optional(),
      preferredTime: z.string().optional(),
    }),
    company: z.object({
      name: z.string(),
      lookup: z.enum(companyLookups),
      siren: z.string().optional(),
      siret: z.string().optional(),
      activityCode: z.string().optional(),
      sizeBand: z.string().optional(),
    }),
    site: z
      .object({
        place: z.string(),
        communeCode: z.string().optional(),
        intercommunality: z.string().optional(),
      })
      .optional(),
    need: z.string().optional(),
    text: z.string().optional(),
    questions: z.array(z.string()),
    schemes: z.array(z.object({ page: z.string(), title: z.string().optional() })),
    steps: z.array(step),
  })
  .meta({ id: 'Lead', description: 'A company’s request to be called back' });

const erased = z
  .object({ kind: z.literal('erased'), reference: z.string(), changedAt: moment })
  .meta({ id: 'ErasedLead', description: 'Its data were erased: erase your copy as well' });

/** One page of leads, as the API gives it. */
export const leadPage = z
  .object({
    items: z.array(z.discriminatedUnion('kind', [lead, erased])),
    next: z.string().meta({ description: 'pass it as `after` in the next request, also later' }).optional(),
  })
  .meta({ id: 'LeadPage' });

/** What a request for leads may ask. */
export const leadQuery = z.object({
  since: moment.optional().meta({ description: 'changed at this moment or later' }),
  after: z
    .string()
    .regex(/^[\w-]{1,200}$/)
    .optional()
    .meta({ description: '`next` of an earlier answer; wins over since' }),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});

/** How the API words a fault. */
export const apiFault = z
  .object({ error: z.object({ code: z.string(), message: z.string() }) })
  .meta({ id: 'Fault' });

/** A lead in the API's words. */
export function toApiItem(item: FeedItem, names: PageNames): z.infer<typeof leadPage>['items'][number] {
  const changedAt = item.changedAt.toISOString();
  if (item.kind === 'erased') return { ...item, changedAt };
  const { lead: of, steps, ...file } = item.file;
  const { companyFacts: facts, site } = of;
  return {
    kind: 'lead',
    reference: of.reference,
    changedAt,
    createdAt: of.createdAt.toISOString(),
    state: file.state,
    outcome: file.outcome,
    assignee: file.assigneeId,
    language: of.language,
    channel: of.channelId,
    consentAt: of.consentAt.toISOString(),
    contact: {
      name: of.name,
      email: of.email,
      phone: of.phone,
      preferredWay: of.preferredWay,
      preferredTime: of.preferredTime,
    },
    company: {
      name: of.company,
      lookup: of.companyLookup,
      siren: facts?.siren,
      siret: facts?.siret,
      activityCode: facts?.activityCode,
      sizeBand: facts?.sizeBand,
    },
    site: site && {
      place: site.place,
      communeCode: site.communeCode,
      intercommunality: site.intercommunality,
    },
    need: of.need,
    text: of.message,
    questions: of.questions.map(({ question }) => question),
    schemes: of.schemes.map((page) => ({ page, title: names.schemeOf(page)?.title })),
    steps: steps.map(toApiStep),
  };
}

const toApiStep = ({ number, at, kind, actor, outcome, rating, note }: LeadStep) => ({
  number,
  at: at.toISOString(),
  kind,
  by: actor.kind === 'recipient' ? actor.id : actor.kind,
  outcome,
  rating,
  note,
});
