import type { Activity } from 'botbuilder-core';
import type { DirectTurns } from '../../src/bot/directTurns';

/** What one visitor gives in the call-back form. */
export interface Visitor {
  readonly need: string;
  readonly company: string;
  readonly name: string;
  readonly email: string;
}

/** The button that confirms, as pressed. */
export const sendRequest = 'Envoyer ma demande';

/** What a visitor says, one message after the other, up to the recap. */
export const toTheRecap = ({ need, company, name, email }: Visitor): readonly string[] => [
  'rappelez-moi',
  'Oui',
  need,
  company,
  'Passer',
  name,
  email,
  'Passer',
];

/** References that messages show, each once. */
export const referencesIn = (heard: readonly Partial<Activity>[]): string[] => [
  ...new Set(heard.flatMap(({ text = '' }) => text.match(/\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/g) ?? [])),
];

/** Fills in the form and stops before it is sent. */
export async function fillIn(turns: DirectTurns, conversation: string, visitor: Visitor): Promise<void> {
  let heard: readonly Partial<Activity>[] = [];
  for (const said of toTheRecap(visitor)) heard = await turns.say(conversation, said, 'fr-FR');
  const buttons = heard[0]?.suggestedActions?.actions.map(({ title }) => title) ?? [];
  if (!buttons.includes(sendRequest)) throw new Error(`no recap but: ${heard[0]?.text ?? 'nothing'}`);
}
