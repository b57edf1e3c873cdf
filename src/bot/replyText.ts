import type { Activity, Attachment } from 'botbuilder-core';

/** What a visitor reads of an element of an Adaptive Card stands in these members, in this order. */
const shownMembers = ['text', 'label', 'title', 'placeholder'] as const;

/** Everything a visitor can read in the bot's messages: texts, texts of cards, then titles of buttons. */
export function replyText(activities: readonly Partial<Activity>[]): string {
  return activities
    .flatMap((activity) => [
      activity.text ?? '',
      ...(activity.attachments ?? []).flatMap((card: Attachment) => wordsIn(card.content)),
      ...(activity.suggestedActions?.actions ?? []).map((action) => action.title),
    ])
    .filter(Boolean)
    .join(' ');
}

function wordsIn(element: unknown): string[] {
  if (Array.isArray(element)) return element.flatMap(wordsIn);
  if (typeof element !== 'object' || element === null) return [];
  const members = element as Record<string, unknown>;
  const own = shownMembers.map((name) => members[name]).filter((value) => typeof value === 'string');
  return [
    ...own,
    ...Object.values(members).flatMap((value) => (typeof value === 'object' ? wordsIn(value) : [])),
  ];
}
