import type { LeadFile } from '../leads/leadFile';
import { leadOutcomes, type Actor } from '../leads/leadFile';
import type { LeadAct } from '../leads/leadLinks';
import { forbidden } from '../leads/lifeCycle';
import { formHtml, noteHtml, radiosHtml, selectHtml } from './formParts';
import { escapeHtml } from './html';
import { sheetTexts as texts } from './sheetPage.fr';

/** The acts that a recipient finds on the page of a call sheet, in this order. */
export const sheetActs = ['take', 'close', 'handOver', 'decline', 'reopen', 'note'] as const;
export type SheetAct = (typeof sheetActs)[number];

/** Longest note that a form takes, in characters. */
const maxNote = 2000;

/** What the forms of a call sheet need. */
export interface SheetForms {
  readonly file: LeadFile;
  /** Who acts: a recipient, or who looks after all leads. */
  readonly actor: Actor;
  /** To whom a lead may be handed. */
  readonly recipients: readonly { readonly id: string; readonly name: string }[];
  /** Where its forms go, and what each of them carries. */
  readonly form: { readonly to: string; readonly hidden: Readonly<Record<string, string>> };
  /** What was sent before and has to be completed. */
  readonly typed?: ReadonlyMap<string, string> | undefined;
}

/** The acts that the life-cycle rules allow to this recipient now. */
export function actsFor({ file, actor, recipients }: SheetForms): readonly SheetAct[] {
  const example: Readonly<Record<SheetAct, LeadAct>> = {
    take: { kind: 'take' },
    close: { kind: 'close', outcome: 'helped' },
    handOver: { kind: 'handOver', to: '' },
    decline: { kind: 'decline' },
    reopen: { kind: 'reopen' },
    note: { kind: 'note', note: '-' },
  };
  return sheetActs.filter((act) => {
    if (act === 'take' && file.state === 'taken') return false;
    if (act === 'handOver' && recipients.every(({ id }) => isActor(actor, id))) return false;
    return forbidden(file, actor, example[act]) === undefined;
  });
}

/**
 * The form of an act.
 * @param open shown at once, as what the page is about; otherwise under its name
 */
export function actHtml(act: SheetAct, forms: SheetForms, open: boolean): string {
  const words = texts[act];
  const { heading, button } = words;
  const explain = 'explain' in words ? `<p>${escapeHtml(words.explain)}</p>` : '';
  const form = formHtml({
    to: forms.form.to,
    hidden: { ...forms.form.hidden, action: act },
    fields: fieldsOf(act, forms),
    button,
    quiet: !open,
  });
  return open
    ? `<section class="ask"><h2>${escapeHtml(heading)}</h2>${explain}${form}</section>`
    : `<details><summary>${escapeHtml(heading)}</summary>${explain}${form}</details>`;
}

/** The form that takes the last act back. */
export const undoHtml = ({ form }: Pick<SheetForms, 'form'>): string =>
  formHtml({
    to: form.to,
    hidden: { ...form.hidden, action: 'undo' },
    button: texts.undo.button,
    quiet: true,
  });

function fieldsOf(act: SheetAct, { recipients, actor, typed }: SheetForms): string {
  if (act === 'take') return '';
  // What was typed belongs to the form it was typed in.
  const before = typed?.get('action') === act ? typed : undefined;
  const note = noteHtml({
    id: `note-${act}`,
    name: 'note',
    label: texts[act].note,
    value: before?.get('note'),
    required: act === 'note',
    maxLength: maxNote,
  });
  if (act === 'handOver') {
    const others = recipients.filter(({ id }) => !isActor(actor, id));
    const choices = others.map(({ id, name }) => ({ value: id, label: name }));
    return (
      selectHtml({ id: 'to', name: 'to', label: texts.handOver.to, choices, chosen: before?.get('to') }) +
      note
    );
  }
  if (act === 'close') {
    const choices = leadOutcomes.map((value) => ({ value, label: texts.outcomes[value] }));
    const { legend } = texts.close;
    return radiosHtml({ name: 'outcome', legend, choices, chosen: before?.get('outcome') }) + note;
  }
  return note;
}

const isActor = (actor: Actor, id: string): boolean => actor.kind === 'recipient' && actor.id === id;
