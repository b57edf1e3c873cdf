import type { Button } from './reply';

/** Buttons in a row: narrow windows hide what is beyond. */
const inARow = 3;

/**
 * Buttons as an Adaptive Card, for Teams, which shows suggested actions in some chats only and six of them at most. A press says the button's words
 * as the visitor; in a group it needs no mention.
 */
export function buttonCard(buttons: readonly Button[]): object {
  const rows = Array.from({ length: Math.ceil(buttons.length / inARow) }, (_, row) =>
    buttons.slice(row * inARow, (row + 1) * inARow),
  );
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    body: rows.map((row) => ({
      type: 'ActionSet',
      spacing: 'small',
      actions: row.map(({ title, says = title }) => ({
        type: 'Action.Submit',
        title,
        data: { verb: 'says', msteams: { type: 'messageBack', displayText: title, text: says } },
      })),
    })),
  };
}
