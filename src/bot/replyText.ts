import type { Activity } from 'botbuilder-core';

/** Everything a visitor can read in the bot's messages: texts, then titles of buttons. */
export function replyText(activities: readonly Partial<Activity>[]): string {
  return activities
    .flatMap((activity) => [
      activity.text ?? '',
      ...(activity.suggestedActions?.actions ?? []).map((action) => action.title),
    ])
    .filter(Boolean)
    .join(' ');
}
