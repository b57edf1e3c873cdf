import type { Activity } from 'botbuilder-core';

interface Submit {
  readonly title: string;
  readonly data?: { readonly msteams?: { readonly text: string } };
}
const actionsOf = (card: unknown): readonly Submit[] =>
  (card as { readonly body?: readonly { readonly actions?: readonly Submit[] }[] }).body?.flatMap(
    ({ actions = [] }) => actions,
  ) ?? [];

/** Whether a card holds the buttons of a message and nothing else. */
export const isButtons = (card: unknown): boolean => {
  const actions = actionsOf(card);
  return actions.length > 0 && actions.every(({ data }) => data?.msteams !== undefined);
};

/** The buttons under a message, as the channel shows them: suggested actions, or a card in Teams. */
export function buttonsOf(activity: Partial<Activity> | undefined): { title: string; value: string }[] {
  const suggested = (activity?.suggestedActions?.actions ?? []).map(({ title, value }) => ({
    title,
    value: String(value),
  }));
  const inCards = (activity?.attachments ?? []).flatMap(({ content }) =>
    isButtons(content)
      ? actionsOf(content).map(({ title, data }) => ({ title, value: data?.msteams?.text ?? title }))
      : [],
  );
  return [...suggested, ...inCards];
}
