import type { TurnContext } from 'botbuilder-core';

/** The message's text. Channels send messages without one (attachments, card submits), though the SDK's type says otherwise. */
export function textOf(context: TurnContext): string {
  const { text } = context.activity as { readonly text?: string };
  return text?.trim() ?? '';
}

/** What a card's button sent; undefined for a message of words. */
export function valueOf(context: TurnContext): unknown {
  const { value } = context.activity as { readonly value?: unknown };
  return textOf(context) === '' && typeof value === 'object' && value !== null ? value : undefined;
}
