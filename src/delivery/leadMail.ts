import type { Lead, LeadQuestion } from '../leads/lead';
import { leadMailTexts as texts } from './leadMail.fr';

/** What the recipient reads. `html` and `text` say the same. */
export interface LeadMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A part of the mail, before it becomes text or HTML. `link` makes the value a link where links exist. */
type Part =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'quote'; readonly heading: string; readonly text: string }
  | { readonly kind: 'facts'; readonly heading: string; readonly facts: readonly Fact[] }
  | { readonly kind: 'list'; readonly heading: string; readonly items: readonly string[] };
interface Fact {
  readonly label: string;
  readonly value: string;
  readonly link?: string;
}

/**
 * Writes the mail that carries a lead to its recipient, in French.
 * @param programme the name of the Territoires d'industrie programme, as it stands in the subject and the signature
 */
export function leadMail(lead: Lead, programme: string): LeadMail {
  const parts = partsOf(lead, programme);
  const title = texts.title(lead);
  return {
    subject: texts.subject(lead, programme),
    text: [title, ...parts.map(asText)].join('\n\n') + '\n',
    html: [
      `<!DOCTYPE html>\n<html lang="fr">\n<head><meta charset="utf-8"><title>${escape(title)}</title></head>`,
      '<body style="font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5;color:#1b1b1b;' +
        'background:#ffffff;max-width:40em;margin:0 auto;padding:16px">',
      `<h1 style="font-size:22px">${escape(title)}</h1>`,
      ...parts.map(asHtml),
      '</body>\n</html>\n',
    ].join('\n'),
  };
}

function partsOf(lead: Lead, programme: string): Part[] {
  const facts: Fact[] = [
    { label: texts.name, value: lead.name },
    { label: texts.company, value: lead.company },
  ];
  if (lead.phone !== undefined) {
    facts.push({ label: texts.phone, value: lead.phone, link: `tel:${lead.phone}` });
  }
  if (lead.email !== undefined) {
    facts.push({ label: texts.email, value: lead.email, link: `mailto:${encodeURIComponent(lead.email)}` });
  }
  facts.push({ label: texts.language, value: texts.languageName(lead) });

  const parts: Part[] = [
    { kind: 'paragraph', text: texts.introduction(lead) },
    { kind: 'facts', heading: texts.contactHeading, facts },
  ];
  if (lead.need !== undefined) parts.push({ kind: 'quote', heading: texts.needHeading, text: lead.need });
  if (lead.message !== undefined) {
    parts.push({ kind: 'quote', heading: texts.messageHeading, text: lead.message });
  }
  if (lead.questions.length > 0) {
    parts.push({ kind: 'list', heading: texts.questionsHeading, items: lead.questions.map(asked) });
  }
  for (const text of [
    texts.reply(lead),
    texts.double(lead),
    texts.consent(lead),
    texts.signature(programme),
  ]) {
    parts.push({ kind: 'paragraph', text });
  }
  return parts;
}

const asked = ({ question, pageId }: LeadQuestion): string =>
  `« ${question} » (${pageId === undefined ? texts.unanswered : texts.answeredBy(pageId)})`;

function asText(part: Part): string {
  switch (part.kind) {
    case 'paragraph':
      return part.text;
    case 'quote':
      return `${part.heading}\n${part.text.replace(/^/gm, '> ')}`;
    case 'facts':
      return [part.heading, ...part.facts.map(({ label, value }) => `- ${label} : ${value}`)].join('\n');
    case 'list':
      return [part.heading, ...part.items.map((item) => `- ${item}`)].join('\n');
  }
}

function asHtml(part: Part): string {
  if (part.kind === 'paragraph') return `<p>${escape(part.text)}</p>`;
  const heading = `<h2 style="font-size:18px">${escape(part.heading)}</h2>\n`;
  switch (part.kind) {
    case 'quote':
      return (
        heading +
        '<blockquote style="margin:0;padding:0 0 0 12px;border-left:4px solid #5c6b7a;white-space:pre-wrap">' +
        `${escape(part.text)}</blockquote>`
      );
    case 'facts':
      return `${heading}<ul>${part.facts.map((fact) => `<li>${factHtml(fact)}</li>`).join('')}</ul>`;
    case 'list':
      return `${heading}<ul>${part.items.map((item) => `<li>${escape(item)}</li>`).join('')}</ul>`;
  }
}

function factHtml({ label, value, link }: Fact): string {
  const shown = escape(value);
  return `${escape(label)} : ${link === undefined ? shown : `<a href="${escape(link)}">${shown}</a>`}`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
