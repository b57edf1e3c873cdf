import type { CallSheetSection, Linked } from '../leads/callSheet';

/** A link shown as a button. */
export interface MailAction {
  readonly label: string;
  readonly link: string;
}

/** A part of a mail, before it becomes text and HTML. */
export type MailPart =
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Links that ask for something to be done, side by side. */
  | { readonly kind: 'actions'; readonly actions: readonly MailAction[] }
  | CallSheetSection;

/** A mail's content. `html` and `text` say the same. */
export interface MailContent {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** What a mail says, before it is written out. */
export interface MailDraft {
  readonly language: 'fr' | 'en';
  readonly subject: string;
  readonly title: string;
  readonly parts: readonly MailPart[];
}

/** Mail programs that follow a dark appearance read this; the others see the inline colours. */
const darkStyle =
  '@media (prefers-color-scheme:dark){body{background:#14191e!important;color:#e8edf1!important}' +
  'a.plain{color:#7cc4d1!important}blockquote{border-color:#a9b6c0!important}}';
const bodyStyle =
  'font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5;color:#1c2733;background:#ffffff;' +
  'max-width:40em;margin:0 auto;padding:16px;overflow-wrap:anywhere';
const buttonStyle =
  'display:inline-block;margin:0 8px 8px 0;padding:10px 18px;border-radius:6px;background:#0b5563;color:#ffffff;' +
  'font-weight:bold;text-decoration:none';
const headingStyle = 'font-size:18px;line-height:1.3;margin:24px 0 8px';
const listStyle = 'margin:0;padding-left:20px';

/** Writes a mail as text and as HTML without images, tables or scripts. Everything in it is shown as typed and never run. */
export function writeMail(draft: MailDraft): MailContent {
  const { language, subject, title, parts } = draft;
  return {
    subject,
    text: [title, ...parts.map((part) => asText(part, language))].join('\n\n') + '\n',
    html: [
      `<!DOCTYPE html>\n<html lang="${language}">`,
      '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
      `<meta name="color-scheme" content="light dark"><title>${escape(title)}</title><style>${darkStyle}</style></head>`,
      `<body style="${bodyStyle}">`,
      `<h1 style="font-size:22px;line-height:1.3;margin:0 0 16px">${escape(title)}</h1>`,
      ...parts.map((part) => asHtml(part, language)),
      '</body>\n</html>\n',
    ].join('\n'),
  };
}

/** French sets a space before the colon, which must not begin a line. */
const colon = (language: 'fr' | 'en'): string => (language === 'fr' ? '\u00a0: ' : ': ');

function asText(part: MailPart, language: 'fr' | 'en'): string {
  switch (part.kind) {
    case 'paragraph':
      return part.text;
    case 'actions':
      return part.actions.map(({ label, link }) => `${label}${colon(language)}${link}`).join('\n');
    case 'quote':
      return `${part.heading}\n${part.text.replace(/^/gm, '> ')}`;
    case 'facts':
      return [
        part.heading,
        ...part.facts.map(({ label, text }) => `- ${label}${colon(language)}${text}`),
      ].join('\n');
    case 'list':
      return [
        part.heading,
        ...part.items.map(({ text, link }) => `- ${text}${link === undefined ? '' : ` <${link}>`}`),
      ].join('\n');
  }
}

function asHtml(part: MailPart, language: 'fr' | 'en'): string {
  if (part.kind === 'paragraph') return `<p style="margin:0 0 12px">${escape(part.text)}</p>`;
  if (part.kind === 'actions') {
    const buttons = part.actions.map(
      ({ label, link }) => `<a href="${escape(link)}" style="${buttonStyle}">${escape(label)}</a>`,
    );
    return `<p style="margin:16px 0 8px">${buttons.join('\n')}</p>`;
  }
  const heading = `<h2 style="${headingStyle}">${escape(part.heading)}</h2>\n`;
  switch (part.kind) {
    case 'quote':
      return (
        heading +
        '<blockquote style="margin:0;padding:0 0 0 12px;border-left:4px solid #55636f;white-space:pre-wrap">' +
        `${escape(part.text)}</blockquote>`
      );
    case 'facts':
      return (
        `${heading}<ul style="${listStyle}">` +
        `${part.facts.map((fact) => `<li>${escape(fact.label)}${colon(language)}${linked(fact)}</li>`).join('')}</ul>`
      );
    case 'list':
      return `${heading}<ul style="${listStyle}">${part.items.map((item) => `<li>${linked(item)}</li>`).join('')}</ul>`;
  }
}

function linked({ text, link }: Linked): string {
  const shown = escape(text);
  return link === undefined
    ? shown
    : `<a class="plain" href="${escape(link)}" style="color:#0b5563">${shown}</a>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
