import type { AnswerOutcome } from '../knowledge/answerOutcome';
import type { Texts } from './texts';

/** What the visitor wants of a form itself, told from what they answer to its question. `human`: to be called, to talk to somebody. */
export type FormCommand =
  'cancel' | 'restart' | 'back' | 'correct' | 'skip' | 'whyQuestion' | 'human' | 'yes' | 'no';

/** Intents that a form obeys. */
const commands: ReadonlyMap<string, FormCommand> = new Map([
  ['callMeBack', 'human'],
  ...(['cancel', 'restart', 'back', 'correct', 'skip', 'whyQuestion', 'human', 'yes', 'no'] as const).map(
    (command) => [command, command] as const,
  ),
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
  return best && commands.get(best.id.replace('intent:', ''));
}
