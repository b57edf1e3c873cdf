import type { Button, Reply } from '../reply';
import { textsOf } from '../texts';
import { stageButtons } from './fieldAnswer';
import type { FinderField } from './finder';
import type { FinderState } from './finderState';
import type { FinderTurn } from './finderTurn';
import { guardQuestion } from './guard';

/** Themes offered as buttons: the first of the file, which its editors choose. */
const maxThemes = 6;
/** Buttons under every question that lead away from it: pass, show the list, cancel. */
const waysOut = 3;

/** What a turn of the finder comes to: how it stands then, what is said, and whether it waits for an answer. */
export interface Outcome {
  readonly state: FinderState;
  readonly reply: Reply;
  readonly ends: boolean;
}

/** Asks what the finder waits for. @param before a sentence about what came before */
export function asking(turn: FinderTurn, state: FinderState, before?: string): Outcome {
  const { text, buttons } = questionOf(turn, state);
  const whole = before === undefined ? text : `${before}\n\n${text}`;
  return { state, reply: { text: whole, buttons }, ends: false };
}

/** What the finder waits for an answer to. */
export function questionOf(turn: FinderTurn, state: FinderState): Reply {
  switch (state.step) {
    case 'email':
      return emailReply(turn);
    case 'orderedGuard':
    case 'otherAidsGuard':
      return guardQuestion(turn, state.step);
    default:
      return fieldQuestion(turn, state);
  }
}

/** An answer was none. */
export function invalidReply(turn: FinderTurn, state: FinderState, field: FinderField): Reply {
  return { text: turn.texts.invalid[field], buttons: fieldQuestion(turn, state).buttons };
}

/** Several are called so. */
export function whichReply(turn: FinderTurn, state: FinderState, options: readonly Button[]): Reply {
  const leave = fieldQuestion(turn, state).buttons.slice(-waysOut);
  return { text: turn.texts.whichOne, buttons: [...options, ...leave] };
}

/** The finder's present question, with what is usually answered to it. */
function fieldQuestion(turn: FinderTurn, { step, shown, project }: FinderState): Reply {
  const { texts, data } = turn;
  const { skip, cancel } = textsOf(data.language).buttons;
  const field: FinderField = isField(step) ? step : 'project';
  // After a list, a project with a subject is only made more precise.
  const refines = field === 'project' && shown.length > 0 && project.profile.themes !== undefined;
  const leave: Button[] = refines
    ? [{ title: texts.buttons.back }, { title: cancel }]
    : [{ title: skip }, { title: texts.buttons.showNow }, { title: cancel }];
  return {
    text: refines ? texts.which : texts.ask[field],
    buttons: [...(refines ? [] : choices(turn, field)), ...leave],
  };
}

/** Asks where to send the list; an address that the visitor has given already need not be typed again. */
export function emailReply({ texts, data }: FinderTurn): Reply {
  const { email } = data.told.recap;
  const known = email === undefined ? [] : [{ title: email }];
  return { text: texts.askEmail, buttons: [...known, { title: texts.buttons.back }] };
}

function choices({ texts, corpus, data }: FinderTurn, field: FinderField): readonly Button[] {
  switch (field) {
    case 'project':
      return [...corpus.projectThemes.values()]
        .slice(0, maxThemes)
        .map(({ label }) => ({ title: label[data.language] }));
    case 'company':
      return texts.buttons.sizes.map(({ title }) => ({ title }));
    case 'stage':
      return stageButtons(texts).map(({ title }) => ({ title }));
    case 'activity':
      return texts.buttons.sectors.map(({ title }) => ({ title }));
    case 'site':
    case 'cost':
      return [];
  }
}

const isField = (step: FinderState['step']): step is FinderField =>
  !['list', 'email', 'orderedGuard', 'otherAidsGuard', 'left'].includes(step);
