import type { AnswerOutcome } from '../knowledge/answerOutcome';
import type { FormCommand } from './leadFormDialog';
import type { Texts } from './texts';

const commands: ReadonlySet<string> = new Set<FormCommand>([
  'cancel',
  'restart',
  'back',
  'correct',
  'skip',
  'whyQuestion',
  'yes',
  'no',
]);

/**
 * How near a message must be to one of a command's examples: in the middle of a form most messages are answers, and a company may be called
 * "Retour aux sources".
 */
const minNearest = 0.75;
/** Commands are short; a longer message is an answer that happens to hold the word. */
const maxWords = 7;

/** The command that a message gives to a form, undefined when it is an answer. Buttons are recognised to the letter. */
export function commandIn(
  text: string,
  texts: Texts,
  understand: () => AnswerOutcome,
): FormCommand | undefined {
  const { buttons } = texts;
  const pressed: readonly (readonly [string, FormCommand])[] = [
    [buttons.cancel, 'cancel'],
    [buttons.correct, 'correct'],
    [buttons.skip, 'skip'],
    [buttons.send, 'yes'],
    [buttons.yes, 'yes'],
    [buttons.no, 'no'],
    [buttons.restart, 'restart'],
  ];
  const button = pressed.find(([title]) => title.toLowerCase() === text.toLowerCase());
  if (button) return button[1];
  if (text.split(/\s+/).length > maxWords) return undefined;
  // Among commands only: "c'est bon" is near to "useful" elsewhere, and a yes here.
  const near = understand().ranking.hits.filter(
    (hit) => hit.nearest >= minNearest && commands.has(hit.id.replace('intent:', '')),
  );
  const best = [...near].sort((a, b) => b.nearest - a.nearest)[0];
  return best && (best.id.replace('intent:', '') as FormCommand);
}
