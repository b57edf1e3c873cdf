import { createRequire } from 'node:module';
import type * as Renderer from 'adaptivecards';

// The package's main file is an ES module; its bundle is not, and has no types of its own.
const { AdaptiveCard, SerializationContext, Versions } = createRequire(__filename)(
  'adaptivecards/dist/adaptivecards.js',
) as typeof Renderer;

/** What Microsoft's own renderer objects to in a card of version 1.5: unknown elements, values and missing properties. */
export function cardFaults(card: object): string[] {
  const context = new SerializationContext(Versions.v1_5);
  new AdaptiveCard().parse(card, context);
  return Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
}
