import { z } from 'zod/v4';
import { adaptiveCard } from '../shared/adaptiveCard';
import type { Button } from './reply';

/** Buttons in a row: narrow windows hide what is beyond. */
const inARow = 3;

/** What a pressed button sends, beside or in place of its words. */
const pressed = z.looseObject({ verb: z.literal('says'), says: z.string() });

/** The words of a pressed button in what a card sent; undefined: it is something else. */
export const pressedWords = (value: unknown): string | undefined => pressed.safeParse(value).data?.says;

/**
 * Buttons as an Adaptive Card, for Teams, which shows suggested actions in some chats only and six of them at most. A press says the button's words,
 * in a group without a mention. It is a plain submit: what Teams offers to show the words as the visitor's does not work in every client.
 */
export function buttonCard(buttons: readonly Button[]): object {
  const rows = Array.from({ length: Math.ceil(buttons.length / inARow) }, (_, row) =>
    buttons.slice(row * inARow, (row + 1) * inARow),
  );
  return adaptiveCard(
    rows.map((row) => ({
      type: 'ActionSet',
      spacing: 'small',
      actions: row.map(({ title, says = title }) => ({
        type: 'Action.Submit',
        title,
        data: { verb: 'says', says },
      })),
    })),
  );
}
