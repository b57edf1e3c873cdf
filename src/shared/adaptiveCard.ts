/** The content type of an Adaptive Card in a message. */
export const adaptiveCardType = 'application/vnd.microsoft.card.adaptive';

/** A card at the version that all our channels show. */
export const adaptiveCard = (body: readonly object[], actions: readonly object[] = []): object => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  body,
  ...(actions.length > 0 ? { actions } : {}),
});

/** Something found by a search from a chat. */
export interface FoundCard {
  readonly title: string;
  /** For the list of what was found. */
  readonly text: string;
  /** What is passed on when it is chosen: an Adaptive Card. */
  readonly card: object;
}
