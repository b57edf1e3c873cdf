import { callSheet, type CallSheetSection, type PageNames } from '../../leads/callSheet';
import type { ContactOf } from '../../leads/leadContact';
import { leadOutcomes, type LeadFile } from '../../leads/leadFile';
import { canBeUndone, maxNoteLength } from '../../leads/decideAct';
import { lastMove } from '../../leads/leadHistory';
import type { LeadLinks } from '../../leads/leadLinks';
import { lifeCycleTexts } from '../../leads/lifeCycleTexts.fr';
import type { RecipientChat } from '../../leads/recipientChat';
import type { Recipient } from '../../leads/recipients';
import { adaptiveCard } from '../../shared/adaptiveCard';
import { line, linked, runs } from './cardParts';
import { webChannel } from '../../shared/channels';
import { standing } from './standing';
import { leadCardTexts as texts } from './leadCard.fr';

/** Teams refuses messages of more than 28 kB; the rest of the message needs room too. */
const maxBytes = 22_000;

export interface LeadCardDeps extends PageNames {
  readonly links: Pick<LeadLinks, 'recipient'>;
  readonly contactOf: ContactOf;
  /** To whom a lead may be handed. */
  readonly recipients: () => readonly Recipient[];
  /** How long an act can be taken back, in ms. */
  readonly undoMs: number;
}

/** Who reads a card: a recipient, alone or in a room with others. */
export type CardReader = Pick<RecipientChat, 'recipientId' | 'kind'>;

/**
 * A lead as an Adaptive Card (1.5): the call sheet, where it stands, and what may be done, the same for everybody who sees it. Words of the visitor are
 * never read as Markdown.
 * @param notice a sentence about what was just tried
 */
export function leadCard(
  file: LeadFile,
  reader: CardReader,
  now: Date,
  deps: LeadCardDeps,
  notice?: string,
): object {
  const sections = callSheet(file.lead, deps).sections;
  for (let count = sections.length; count > 0; count -= 1) {
    const card = whole(file, sections.slice(0, count), count < sections.length, {
      reader,
      now,
      deps,
      notice,
    });
    if (Buffer.byteLength(JSON.stringify(card)) <= maxBytes) return card;
  }
  return whole(file, [], true, { reader, now, deps, notice });
}

/** The card of a lead whose data have been erased. */
export const erasedCard = (reference: string): object => adaptiveCard([line(texts.erased(reference))]);

function whole(
  file: LeadFile,
  sections: readonly CallSheetSection[],
  cut: boolean,
  about: { reader: CardReader; now: Date; deps: LeadCardDeps; notice: string | undefined },
): object {
  const { lead } = file;
  const body = [
    ...(about.notice === undefined ? [] : [line(about.notice, { color: 'attention', weight: 'bolder' })]),
    line(texts.title(lead.reference, lead.company), { weight: 'bolder', size: 'large' }),
    line(standing(file, about.deps.contactOf), {
      weight: 'bolder',
      color: file.state === 'new' ? 'warning' : 'good',
    }),
    line(texts.since(lead.createdAt), { isSubtle: true }),
    ...sections.flatMap(sectionOf),
    ...(cut ? [line(texts.cut, { isSubtle: true })] : []),
    // Who opens that page acts as the recipient, so it is no link for a room.
    ...(about.reader.kind === 'personal'
      ? [runs([{ text: texts.openSheet, link: about.deps.links.recipient(lead, about.reader.recipientId) }])]
      : []),
  ];
  return adaptiveCard(body, actionsOf(file, about));
}

function sectionOf(section: CallSheetSection): object[] {
  const heading = line(section.heading, { weight: 'bolder', spacing: 'medium' });
  switch (section.kind) {
    case 'facts':
      return [
        heading,
        ...section.facts.map((fact) => runs([{ text: `${fact.label} : `, weight: 'bolder' }, linked(fact)])),
      ];
    case 'quote':
      return [heading, { type: 'Container', style: 'emphasis', items: [line(section.text)] }];
    case 'list':
      return [heading, ...section.items.map((item) => runs([{ text: '• ' }, linked(item)]))];
  }
}

function actionsOf(
  file: LeadFile,
  { reader, now, deps }: { reader: CardReader; now: Date; deps: LeadCardDeps },
): object[] {
  const leadId = file.lead.id;
  const execute = (title: string, kind: string): object => ({
    type: 'Action.Execute',
    title,
    verb: 'lead',
    data: { leadId, kind },
  });
  const ask = (title: string, inputs: readonly object[], send: string, kind: string): object => ({
    type: 'Action.ShowCard',
    title,
    card: adaptiveCard(inputs, [execute(send, kind)]),
  });
  const note = (label: string, isRequired = false): object => ({
    type: 'Input.Text',
    id: 'note',
    label,
    isMultiline: true,
    maxLength: maxNoteLength,
    ...(isRequired ? { isRequired, errorMessage: texts.needed } : {}),
  });
  const choice = (
    id: string,
    label: string,
    choices: readonly { title: string; value: string }[],
  ): object => ({
    type: 'Input.ChoiceSet',
    id,
    label,
    choices,
    isRequired: true,
    errorMessage: texts.needed,
  });
  const { outcomes } = lifeCycleTexts;
  const others = deps.recipients().filter(({ id }) => id !== file.assigneeId);
  const closing = leadOutcomes.map((value) => ({ title: outcomes[value], value }));
  const handing = others.map(({ id, name }) => ({ title: name, value: id }));
  const close = ask(
    texts.close.open,
    [choice('outcome', texts.close.how, closing), note(texts.close.note)],
    texts.close.send,
    'close',
  );
  const handOver = ask(
    texts.handOver.open,
    [choice('to', texts.handOver.to, handing), note(texts.handOver.note)],
    texts.handOver.send,
    'handOver',
  );
  const remark = ask(texts.note.open, [note(texts.note.label, true)], texts.note.send, 'note');
  // The visitor's page is ours only on the website, and a room full of people is no place to answer from.
  const live =
    file.lead.channelId === webChannel && reader.kind === 'personal' ? [execute(texts.live, 'live')] : [];
  const move = lastMove(file);
  const undoable = move && now.getTime() < move.at.getTime() + deps.undoMs && canBeUndone(move.kind);
  if (undoable) return [execute(texts.undo, 'undo'), remark];
  if (file.state === 'closed') return [execute(texts.reopen, 'reopen'), remark];
  return [
    ...(file.state === 'new' ? [execute(texts.take, 'take')] : []),
    ...live,
    close,
    ...(handing.length > 0 ? [handOver] : []),
    execute(texts.decline, 'decline'),
    remark,
  ];
}
