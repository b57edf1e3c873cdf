import type { Language } from '../../web/texts';
import type { LeadContact } from '../leads/leadContact';
import type { LeadFile, LeadStep } from '../leads/leadFile';
import { formHtml, lineHtml, radiosHtml } from './formParts';
import { escapeHtml } from './html';
import type { LeadPage, Notice } from './leadPageLayout';
import { momentHtml } from './momentHtml';
import { statusTexts as english } from './statusPage.en';
import { statusTexts as french } from './statusPage.fr';

/** The sentences of the status page in a language. */
export const statusTextsOf = (language: Language): typeof french => (language === 'fr' ? french : english);

/** Longest line that may go with a rating, in characters. */
const maxRatingNote = 300;

/** How a company's request stands, and what the company may do about it. */
export function statusPage(view: {
  /** As the company may see it: `announcedFile`. */
  readonly file: LeadFile;
  /** Who calls. */
  readonly contact: LeadContact;
  /** The human behind a recipient's id, for the history. */
  readonly nameOf: (recipientId: string) => string;
  readonly promiseDays: number;
  readonly token: string;
  /** From a link of the closing mail: the answer that is chosen already and still has to be sent. */
  readonly rating?: string | undefined;
  readonly notice?: Notice | undefined;
}): LeadPage {
  const { file, contact } = view;
  const { language, reference } = file.lead;
  const texts = statusTextsOf(language);
  const parts = [
    `<p class="state">${escapeHtml(stateLine(view))}</p>`,
    redirection(file, texts),
    rating(view, texts),
    file.state === 'closed'
      ? ''
      : `<h2>${escapeHtml(texts.contactHeading)}</h2>${contactLines(contact, language)}`,
    `<h2>${escapeHtml(texts.historyHeading)}</h2><ol>${history(view, texts)}</ol>`,
    file.state === 'closed' ? '' : withdrawal(reference, view.token, texts),
    `<p class="soft">${escapeHtml(texts.forget(reference))}</p>`,
  ];
  return {
    language,
    title: texts.title(reference),
    notice: view.notice,
    body: parts.filter(Boolean).join('\n'),
    contactTitle: texts.contactTitle,
  };
}

/** The page that asks for the e-mail or phone of a request. It is the same whether the request exists or not. */
export function askContactPage(ask: {
  readonly language: Language;
  readonly reference: string;
  readonly notice?: Notice | undefined;
}): LeadPage {
  const { language, reference } = ask;
  const { ask: texts, contactTitle } = statusTextsOf(language);
  const address = `/demande/${encodeURIComponent(reference)}`;
  return {
    language,
    title: texts.title(reference),
    notice: ask.notice,
    contactTitle,
    otherLanguage: `${address}?lang=${language === 'fr' ? 'en' : 'fr'}`,
    body: `<p>${escapeHtml(texts.explain)}</p>
${formHtml({
  to: address,
  hidden: { lang: language },
  fields: lineHtml({
    id: 'contact',
    name: 'contact',
    label: texts.label,
    required: true,
    autocomplete: 'email',
    maxLength: 254,
  }),
  button: texts.button,
})}`,
  };
}

type Texts = typeof french;
type View = Parameters<typeof statusPage>[0];

function stateLine({ file, contact, promiseDays }: View): string {
  const { states } = statusTextsOf(file.lead.language);
  const who = `${contact.name} (${contact.role[file.lead.language]})`;
  if (file.state === 'new') return states.new(who, promiseDays);
  return file.state === 'taken' ? states.taken(who) : states.closed[file.outcome ?? 'helped'];
}

function redirection(file: LeadFile, texts: Texts): string {
  const note = file.steps.findLast(({ kind }) => kind === 'closed')?.note;
  return file.outcome === 'redirected' && note !== undefined
    ? `<p>${escapeHtml(texts.redirectedTo(note))}</p>`
    : '';
}

function contactLines(contact: LeadContact, language: Language): string {
  const phone = contact.phone?.replace(/[^\d+]/g, '') ?? '';
  const lines = [
    `<strong>${escapeHtml(contact.name)}</strong>, ${escapeHtml(contact.role[language])}`,
    contact.phone && `<a href="tel:${escapeHtml(phone)}">${escapeHtml(contact.phone)}</a>`,
    `<a href="mailto:${escapeHtml(contact.email)}">${escapeHtml(contact.email)}</a>`,
  ];
  return `<address>${lines.filter(Boolean).join('<br>')}</address>`;
}

function rating({ file, token, rating: chosen }: View, texts: Texts): string {
  const rated = file.steps.some(({ kind }) => kind === 'rated');
  if (file.state !== 'closed' || file.outcome === 'withdrawn' || rated) return '';
  const form = formHtml({
    to: `/demande/${file.lead.reference}`,
    hidden: { cle: token, action: 'rate' },
    fields:
      radiosHtml({
        name: 'avis',
        legend: texts.rating.heading,
        choices: texts.rating.choices.map((label, i) => ({ value: String(i + 1), label })),
        chosen,
      }) + lineHtml({ id: 'mot', name: 'note', label: texts.rating.note, maxLength: maxRatingNote }),
    button: texts.rating.button,
  });
  return `<section class="ask">${form}</section>`;
}

const withdrawal = (reference: string, token: string, { withdraw }: Texts): string =>
  `<details><summary>${escapeHtml(withdraw.summary)}</summary><p>${escapeHtml(withdraw.explain)}</p>${formHtml(
    {
      to: `/demande/${reference}`,
      hidden: { cle: token, action: 'withdraw' },
      button: withdraw.button,
    },
  )}</details>`;

function history({ file, nameOf }: View, { steps }: Texts): string {
  const told = (step: LeadStep): string | undefined => {
    switch (step.kind) {
      case 'recorded':
      case 'reopened':
      case 'closed':
      case 'delayTold':
      case 'withdrawn':
      case 'rated':
        return steps[step.kind];
      case 'taken':
      case 'handedOver':
        return step.assigneeId === undefined ? undefined : steps[step.kind](nameOf(step.assigneeId));
      default:
        // What recipients note or decline among themselves is theirs.
        return undefined;
    }
  };
  return file.steps
    .flatMap((step) => {
      const text = told(step);
      return text === undefined
        ? []
        : [`<li>${escapeHtml(text)} <br>${momentHtml(step.at, file.lead.language)}</li>`];
    })
    .join('\n');
}
