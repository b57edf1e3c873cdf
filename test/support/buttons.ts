import type { Activity } from 'botbuilder-core';

interface Submit {
  readonly title: string;
  readonly data?: { readonly says?: string };
}
const actionsOf = (card: unknown): readonly Submit[] =>
  (card as { readonly body?: readonly { readonly actions?: readonly Submit[] }[] }).body?.flatMap(
    ({ actions = [] }) => actions,
  ) ?? [];

/** Whether a card holds the buttons of a message and nothing else. */
export const isButtons = (card: unknown): boolean => {
  const actions = actionsOf(card);
  return actions.length > 0 && actions.every(({ data }) => data?.says !== undefined);
};

/** The buttons under a message, as the channel shows them: suggested actions, or a card in Teams. */
export function buttonsOf(activity: Partial<Activity> | undefined): { title: string; value: string }[] {
  const suggested = (activity?.suggestedActions?.actions ?? []).map(({ title, value }) => ({
    title,
    value: String(value),
  }));
  const inCards = (activity?.attachments ?? []).flatMap(({ content }) =>
    isButtons(content)
      ? actionsOf(content).map(({ title, data }) => ({ title, value: data?.says ?? title }))
      : [],
  );
  return [...suggested, ...inCards];
}
