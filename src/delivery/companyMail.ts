import type { Fact } from '../leads/callSheet';
import type { Lead } from '../leads/lead';
import type { LeadContact } from '../leads/leadContact';
import type { LeadFile, LeadStep } from '../leads/leadFile';
import { phoneForPeople } from '../leads/phoneForPeople';
import { whoCalls } from '../leads/whoCalls';
import type { LeadMailDeps } from './leadMail';
import { companyTexts as english, type CompanyTexts } from './leadMail.en';
import { companyTexts as french } from './leadMail.fr';
import type { MailDraft, MailPart } from './mailParts';

/** The messages that a company gets about its request. */
export type CompanyMessage = 'receipt' | 'taken' | 'closed' | 'delay';

/** The mail that tells a company what became of its request, in the language it spoke. */
export function companyMail(
  message: CompanyMessage,
  file: LeadFile,
  deps: Pick<LeadMailDeps, 'programme' | 'links' | 'contactOf' | 'promiseDays'>,
): MailDraft {
  const { lead } = file;
  const { language, reference } = lead;
  const texts: CompanyTexts = language === 'fr' ? french : english;
  const contact = whoCalls(file, deps.contactOf);
  const who = `${contact.name} (${contact.role[language]})`;
  const page = deps.links.company(lead);
  const title = texts[message].title(reference);

  const parts: MailPart[] = [];
  const say = (...lines: readonly string[]): void => {
    for (const text of lines) parts.push({ kind: 'paragraph', text });
  };
  say(texts.greeting(lead.name));
  switch (message) {
    case 'receipt':
      say(texts.receipt.line(who, wayOf(lead, texts), deps.promiseDays));
      break;
    case 'taken':
      say(texts.taken.line(who, wayOf(lead, texts)));
      break;
    case 'delay':
      say(texts.delay.line, texts.delay.meanwhile(who));
      break;
    case 'closed':
      say(texts.closed.ends[file.outcome ?? 'helped'](redirectedTo(file)));
      if (file.outcome !== 'withdrawn') parts.push(...satisfaction(texts, page));
  }
  parts.push({ kind: 'facts', heading: texts.contactHeading, facts: contactFacts(contact, language, texts) });
  parts.push({ kind: 'actions', actions: [{ label: texts.follow, link: page }] });
  if (message !== 'closed') say(texts.withdraw(reference));
  say(texts.signature(deps.programme[language]));
  return { language, subject: `[${deps.programme[language]}] ${title}`, title, parts };
}

/** The same in a few lines, for the chat in which it asked. */
export function companyNotice(
  message: Exclude<CompanyMessage, 'receipt'>,
  file: LeadFile,
  deps: Pick<LeadMailDeps, 'programme' | 'links' | 'contactOf' | 'promiseDays'>,
): string {
  const { title, parts } = companyMail(message, file, deps);
  const paragraphs = parts.flatMap((part) => (part.kind === 'paragraph' ? [part.text] : []));
  const { follow } = file.lead.language === 'fr' ? french : english;
  // Greeting, farewell and signature are for letters.
  const line = paragraphs[1] ?? '';
  return [title, line, `${follow} : ${deps.links.company(file.lead)}`].join('\n\n');
}

/** How the company will be reached: as it asked, as far as it gave what is needed for that. */
function wayOf(lead: Lead, { ways }: CompanyTexts): string {
  const phone = lead.phone === undefined ? undefined : ways.phone(phoneForPeople(lead.phone));
  const email = lead.email === undefined ? undefined : ways.email(lead.email);
  if (lead.preferredWay === 'meeting') return ways.meeting;
  const wanted = lead.preferredWay === 'email' ? (email ?? phone) : (phone ?? email);
  return wanted ?? '';
}

/** The note of the last closing, which says where the company was redirected; notes of other outcomes are the recipient's own. */
function redirectedTo(file: LeadFile): string | undefined {
  if (file.outcome !== 'redirected') return undefined;
  const closing = file.steps.reduce<LeadStep | undefined>(
    (last, step) => (step.kind === 'closed' ? step : last),
    undefined,
  );
  return closing?.note;
}

/** Five links to the page where the answer is confirmed: mail scanners open links, so none of them may count by itself. */
function satisfaction(texts: CompanyTexts, page: string): MailPart[] {
  return [
    { kind: 'paragraph', text: texts.closed.ask },
    {
      kind: 'actions',
      actions: texts.closed.ratings.map((label, i) => ({ label, link: `${page}&avis=${i + 1}` })),
    },
  ];
}

function contactFacts(contact: LeadContact, language: Lead['language'], texts: CompanyTexts): Fact[] {
  const facts: Fact[] = [{ label: contact.name, text: contact.role[language] }];
  if (contact.phone !== undefined) {
    facts.push({
      label: texts.phone,
      text: contact.phone,
      link: `tel:${contact.phone.replace(/[^\d+]/g, '')}`,
    });
  }
  facts.push({ label: texts.email, text: contact.email, link: `mailto:${contact.email}` });
  return facts;
}
