import { callSheet, type CallSheetSection, type Linked, type PageNames } from '../leads/callSheet';
import type { LeadFile, LeadStep } from '../leads/leadFile';
import { escapeHtml } from './html';
import type { LeadPage, Notice } from './leadPageLayout';
import { momentHtml } from './momentHtml';
import { actHtml, actsFor, undoHtml, type SheetAct, type SheetForms } from './sheetActs';
import { sheetTexts as texts } from './sheetPage.fr';

/** What the page of a call sheet shows. */
export interface SheetView extends SheetForms {
  readonly names: PageNames;
  /** The act that a link asks about; it is done only by the form's button. */
  readonly act?: SheetAct | undefined;
  readonly notice?: Notice | undefined;
  /** Until then the act just done can be taken back. */
  readonly undoUntil?: Date | undefined;
}

const time = new Intl.DateTimeFormat('fr-FR', { timeStyle: 'medium', timeZone: 'Europe/Paris' });

/** A lead for the recipient who holds the link: where it stands, what can be done, and the call sheet. */
export function sheetPage(view: SheetView): LeadPage {
  const { lead } = view.file;
  return {
    language: 'fr',
    title: texts.title(lead.reference, lead.company),
    notice: view.notice,
    afterNotice: undoOffer(view),
    contactTitle: texts.contactTitle,
    body: `${sheetBody(view)}<p class="soft">${escapeHtml(texts.double(lead.reference))}</p>`,
  };
}

/** The button that takes the act just done back, and until when; undefined: there is nothing to take back. */
export const undoOffer = (view: Pick<SheetView, 'form' | 'undoUntil'>): string | undefined =>
  view.undoUntil && `${undoHtml(view)}<p class="soft">${texts.undo.until(time.format(view.undoUntil))}</p>`;

/** Where a lead stands, what can be done, and the call sheet, as HTML. */
export function sheetBody(view: SheetView): string {
  const { file } = view;
  const { lead } = file;
  const acts = actsFor(view);
  const first =
    view.act !== undefined && acts.includes(view.act) ? view.act : acts.find((act) => act === 'take');
  const forms = acts.filter((act) => act !== first).map((act) => actHtml(act, view, false));
  const sheet = callSheet(lead, view.names);
  return [
    `<p class="state">${escapeHtml(stateLine(view))}</p>`,
    first === undefined ? '' : actHtml(first, view, true),
    ...forms,
    ...sheet.sections.map(sectionHtml),
    `<h2>${texts.historyHeading}</h2><ol>${file.steps.map((step, i) => stepHtml(step, file.steps[i - 1], view)).join('\n')}</ol>`,
  ].join('\n');
}

/** What whoever holds a useless link reads. */
export const badLinkPage: LeadPage = {
  language: 'fr',
  title: texts.badLink.title,
  body: `<p>${escapeHtml(texts.badLink.explain)}</p>`,
  contactTitle: texts.contactTitle,
};

const nameOf = ({ recipients }: SheetView, id: string): string =>
  recipients.find((recipient) => recipient.id === id)?.name ?? id;

function stateLine(view: SheetView): string {
  const { state, assigneeId, outcome } = view.file;
  const { states, outcomes } = texts;
  if (state === 'closed') return states.closed(outcomes[outcome ?? 'helped']);
  if (state === 'new' || assigneeId === undefined) return states.new;
  const mine = view.actor.kind === 'recipient' && assigneeId === view.actor.id;
  return mine ? states.mine : states.taken(nameOf(view, assigneeId));
}

function sectionHtml(section: CallSheetSection): string {
  const heading = `<h2>${escapeHtml(section.heading)}</h2>`;
  switch (section.kind) {
    case 'quote':
      return `${heading}<blockquote>${escapeHtml(section.text)}</blockquote>`;
    case 'facts':
      return `${heading}<ul>${section.facts.map((fact) => `<li>${escapeHtml(fact.label)}\u00a0: ${linked(fact)}</li>`).join('')}</ul>`;
    case 'list':
      return `${heading}<ul>${section.items.map((item) => `<li>${linked(item)}</li>`).join('')}</ul>`;
  }
}

const linked = ({ text, link }: Linked): string =>
  link === undefined ? escapeHtml(text) : `<a href="${escapeHtml(link)}">${escapeHtml(text)}</a>`;

function stepHtml(step: LeadStep, before: LeadStep | undefined, view: SheetView): string {
  const { kind, actor, assigneeId, outcome, rating, note } = step;
  const who = actor.kind === 'recipient' ? nameOf(view, actor.id) : texts.actors[actor.kind];
  // Handed over before anyone had taken it: whoever is new among the recipients.
  const newId = assigneeId ?? step.recipientIds?.find((id) => !before?.recipientIds?.includes(id));
  const to = kind === 'handedOver' && newId !== undefined ? nameOf(view, newId) : undefined;
  const detail = [to, outcome && texts.outcomes[outcome], rating && `${rating}/5`].filter(Boolean).join(', ');
  const line = `${texts.steps[kind]}${detail ? `\u00a0: ${detail}` : ''}, ${texts.by(who)}`;
  const words = note === undefined ? '' : `<blockquote>${escapeHtml(note)}</blockquote>`;
  return `<li>${escapeHtml(line)} <br>${momentHtml(step.at, 'fr')}${words}</li>`;
}

/** What a page says after an act. */
export function noticeOf(file: LeadFile, done: SheetAct | 'undo'): Notice {
  const told = (done === 'take' || done === 'close') && file.lead.email !== undefined;
  return { kind: 'done', text: told ? `${texts[done].done} ${texts.companyIsTold}` : texts[done].done };
}
