import { callSheetTexts as texts } from './callSheet.fr';
import type { CompanyFacts, Lead, LeadProject } from './lead';
import { phoneForPeople } from './phoneForPeople';
import { questionsWorthAsking } from './questionsWorthAsking';

/** Words with a place where they lead: `tel:`, `mailto:` or `https:`. */
export interface Linked {
  readonly text: string;
  readonly link?: string | undefined;
}

/** A part of the call sheet. No part is ever empty. */
export type CallSheetSection =
  | { readonly kind: 'facts'; readonly heading: string; readonly facts: readonly Fact[] }
  /** Words of the visitor, as typed; may hold line breaks. */
  | { readonly kind: 'quote'; readonly heading: string; readonly text: string }
  | { readonly kind: 'list'; readonly heading: string; readonly items: readonly Linked[] };
export interface Fact extends Linked {
  readonly label: string;
}

/** Everything that the first call needs, in French, in the order in which it is needed. Mail, page and card show the same. */
export interface CallSheet {
  /** Who wants what, in one sentence. */
  readonly introduction: string;
  readonly sections: readonly CallSheetSection[];
}

/** What pages of the knowledge are called. */
export interface PageNames {
  /** The French title; undefined: no such page (any more). */
  titleOf(pageId: string): string | undefined;
  /** A scheme's French title and its official address; undefined: no such page (any more). */
  schemeOf(pageId: string): { readonly title: string; readonly url?: string | undefined } | undefined;
}

/** Writes the call sheet of a lead. What the visitor did not give is left out, and not shown as empty. */
export function callSheet(lead: Lead, names: PageNames): CallSheet {
  const sections: CallSheetSection[] = [
    { kind: 'facts', heading: texts.contact.heading, facts: contactFacts(lead) },
  ];
  const quote = (heading: string, text: string | undefined): void => {
    if (text !== undefined) sections.push({ kind: 'quote', heading, text });
  };
  const list = (heading: string, items: readonly Linked[]): void => {
    if (items.length > 0) sections.push({ kind: 'list', heading, items });
  };
  quote(texts.needHeading, lead.need);
  quote(texts.messageHeading, lead.message);
  sections.push({ kind: 'facts', heading: texts.company.heading, facts: companyFacts(lead) });
  list(
    texts.questions.heading,
    lead.questions.map(({ question, pageId }) => ({
      text: texts.questions.asked(
        question,
        pageId === undefined ? undefined : (names.titleOf(pageId) ?? pageId),
      ),
    })),
  );
  const scheme = (pageId: string, told = (title: string): string => title): Linked => {
    const named = names.schemeOf(pageId);
    return { text: told(named?.title ?? pageId), link: named?.url };
  };
  list(texts.project.heading, projectFacts(lead.project));
  const proposed = lead.project?.schemes ?? [];
  list(
    texts.project.schemesHeading,
    proposed.map((one) => scheme(one.pageId, (title) => texts.project.proposed(title, one))),
  );
  list(
    texts.schemesHeading,
    lead.schemes.filter((id) => !proposed.some(({ pageId }) => pageId === id)).map((id) => scheme(id)),
  );
  list(
    texts.toAsk.heading,
    questionsWorthAsking(lead).map((question) => ({ text: texts.toAsk[question] })),
  );
  return { introduction: texts.introduction(lead), sections };
}

function contactFacts(lead: Lead): Fact[] {
  const { contact } = texts;
  const facts: Fact[] = [{ label: contact.name, text: lead.name }];
  if (lead.phone !== undefined) {
    facts.push({ label: contact.phone, text: phoneForPeople(lead.phone), link: `tel:${lead.phone}` });
  }
  if (lead.email !== undefined) {
    // The first @ from the right ends the mailbox; encoding it too would stop some mail programs.
    const address = encodeURIComponent(lead.email).replace('%40', '@');
    facts.push({ label: contact.email, text: lead.email, link: `mailto:${address}` });
  }
  const preference = [lead.preferredWay && contact.ways[lead.preferredWay], lead.preferredTime].filter(
    Boolean,
  );
  if (preference.length > 0) facts.push({ label: contact.preference, text: preference.join(', ') });
  facts.push({ label: contact.language, text: contact.languages[lead.language] });
  return facts;
}

function projectFacts(project: LeadProject | undefined): Linked[] {
  if (!project) return [];
  const { facts, otherAids } = project;
  return [
    ...facts.map(({ text }) => ({ text })),
    ...(otherAids === undefined ? [] : [{ text: texts.project.otherAids[otherAids ? 'yes' : 'no'] }]),
  ];
}

function companyFacts(lead: Lead): Fact[] {
  const { company } = texts;
  const facts: Fact[] = [{ label: company.name, text: lead.company }];
  if (lead.site) facts.push({ label: company.site, text: texts.site(lead.site) });
  if (lead.companyLookup !== 'notAsked') {
    facts.push({ label: company.identification, text: company.lookups[lead.companyLookup] });
  }
  if (lead.companyFacts) facts.push(...registryFacts(lead.companyFacts));
  return facts;
}

function registryFacts(found: CompanyFacts): Fact[] {
  const { company } = texts;
  const facts: Fact[] = [
    { label: company.siren, text: found.siren, link: company.registryPage(found.siren) },
  ];
  const add = (label: string, text: string | undefined): void => {
    if (text !== undefined) facts.push({ label, text });
  };
  add(company.siret, found.siret);
  add(company.activity, found.activityCode);
  add(company.size, found.sizeBand);
  add(company.legalCategory, found.legalCategory);
  add(company.createdOn, found.createdOn && company.day(found.createdOn));
  add(company.commune, found.commune);
  if (!found.active) add(company.state, company.ceased);
  return facts;
}
