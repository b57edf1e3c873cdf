import { ActivityTypes, MessageFactory, type TurnContext } from 'botbuilder';

/**
 * A bot that says what it hears, greets once, and obeys a few words: `erreur` throws, `deux` answers twice, `corrige`
 * updates its own answer, `retire` deletes it, `tape` shows that it is typing, `carte` sends a card, `choix` offers
 * buttons.
 */
export async function echoBot(context: TurnContext): Promise<void> {
  const { activity } = context;
  if (activity.type === (ActivityTypes.ConversationUpdate as string)) {
    await context.sendActivity(activity.locale?.startsWith('en') ? 'Hello' : 'Bonjour');
    return;
  }
  if (activity.type === (ActivityTypes.Invoke as string)) {
    await context.sendActivity({
      type: 'invokeResponse',
      value: { status: 200, body: { done: activity.name } },
    });
    return;
  }
  if (activity.type === (ActivityTypes.Event as string)) {
    await context.sendActivity(`événement ${activity.name}`);
    return;
  }
  if (activity.type !== (ActivityTypes.Message as string)) return;
  const value: unknown = activity.value;
  const said = value === undefined ? activity.text : JSON.stringify(value);
  switch (said) {
    case 'erreur':
      throw new Error(`ne pas montrer : ${said}`);
    case 'deux':
      await context.sendActivities([MessageFactory.text('un'), MessageFactory.text('deux')]);
      return;
    case 'corrige': {
      const sent = await context.sendActivity('version 1');
      await context.updateActivity({ ...MessageFactory.text('version 2'), id: sent?.id ?? '' });
      return;
    }
    case 'retire': {
      const sent = await context.sendActivity('à retirer');
      await context.deleteActivity(sent?.id ?? '');
      return;
    }
    case 'tape':
      await context.sendActivities([{ type: 'typing' }, MessageFactory.text('voilà')]);
      return;
    case 'choix':
      await context.sendActivity(MessageFactory.suggestedActions(['Oui', 'Non'], 'Oui ou non ?'));
      return;
    case 'carte':
      await context.sendActivity(MessageFactory.attachment({ contentType: cardType, content: card }));
      return;
    default:
      await context.sendActivity(`écho : ${said}`);
  }
}

const cardType = 'application/vnd.microsoft.card.adaptive';
const card = {
  type: 'AdaptiveCard',
  version: '1.3',
  body: [
    { type: 'TextBlock', text: 'Votre entreprise', weight: 'Bolder', wrap: true },
    { type: 'Input.Text', id: 'company', label: 'Nom' },
  ],
  actions: [{ type: 'Action.Submit', title: 'Envoyer la carte', data: { verb: 'carte' } }],
};
