import type { PageNames } from '../leads/callSheet';
import type { LeadLinks } from '../leads/leadLinks';
import type { OutboxEntry } from '../leads/outbox';
import type { DeliverySubject } from './delivery';

/** The version of the body's shape. Members may be added within a version; a reader ignores those it does not know. */
export const webhookVersion = 1;

/**
 * What a webhook carries, as docs/webhook.md describes it. Dates are ISO 8601 in UTC; what the visitor did not give is
 * absent.
 * @param sentAt the moment of this attempt
 */
export function webhookBody(
  entry: OutboxEntry,
  { reference, file }: DeliverySubject,
  sentAt: Date,
  deps: PageNames & { readonly links: LeadLinks },
): object {
  const { id, message, occasion, recipient } = entry;
  const envelope = { version: webhookVersion, delivery: id, message, occasion, sentAt, reference };
  const to = { id: recipient.id, name: recipient.name, email: recipient.email };
  if (!file) return { ...envelope, recipient: to, lead: null };
  const { lead } = file;
  return {
    ...envelope,
    recipient: to,
    lead: {
      state: file.state,
      outcome: file.outcome,
      assignee: file.assigneeId,
      createdAt: lead.createdAt,
      consentAt: lead.consentAt,
      language: lead.language,
      channel: lead.channelId,
      contact: {
        name: lead.name,
        email: lead.email,
        phone: lead.phone,
        preferredWay: lead.preferredWay,
        preferredTime: lead.preferredTime,
      },
      company: { name: lead.company, lookup: lead.companyLookup, registry: lead.companyFacts },
      site: lead.site,
      need: lead.need,
      text: lead.message,
      questions: lead.questions.map(({ question, pageId }) => ({
        question,
        page: pageId,
        title: pageId === undefined ? undefined : deps.titleOf(pageId),
      })),
      schemes: lead.schemes.map((page) => ({ page, ...deps.schemeOf(page) })),
      link: deps.links.recipient(lead, recipient.id),
    },
  };
}
