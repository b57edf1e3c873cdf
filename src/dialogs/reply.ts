import { ActionTypes, ActivityTypes, InputHints, type Activity, type CardAction } from 'botbuilder-core';
import { adaptiveCardType } from '../shared/adaptiveCard';
import { buttonCard } from './buttonCard';
import { teamsChannel } from '../shared/channels';

/** A button: what it shows, and what the visitor is taken to have said when pressing it. */
export interface Button {
  readonly title: string;
  /** Default: the title. */
  readonly says?: string | undefined;
}

/** What the assistant says in one turn, before it is shaped for a channel. */
export interface Reply {
  /** Markdown: paragraphs, bold, links. */
  readonly text: string;
  readonly buttons: readonly Button[];
  /** An Adaptive Card beside the text, for channels that show cards; the text says all that is needed without it. */
  readonly card?: object | undefined;
}

/** Shapes a reply for the channel: one message a turn, buttons as suggested actions, or as a card in Teams. */
export function replyActivity(reply: Reply, locale: string, channelId: string): Partial<Activity> {
  const asCard = channelId === teamsChannel && reply.buttons.length > 0;
  const cards = [...(reply.card ? [reply.card] : []), ...(asCard ? [buttonCard(reply.buttons)] : [])];
  const actions = reply.buttons.map((button): CardAction => ({
    type: ActionTypes.ImBack,
    title: button.title,
    value: button.says ?? button.title,
  }));
  return {
    type: ActivityTypes.Message,
    text: reply.text,
    textFormat: 'markdown',
    locale,
    inputHint: InputHints.ExpectingInput,
    ...(cards.length > 0
      ? { attachments: cards.map((content) => ({ contentType: adaptiveCardType, content })) }
      : {}),
    ...(actions.length > 0 && !asCard ? { suggestedActions: { actions, to: [] } } : {}),
  };
}
