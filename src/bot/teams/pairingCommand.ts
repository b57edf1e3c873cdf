import { TurnContext, type Activity } from 'botbuilder-core';
import type { Pairing } from '../../leads/pairing';
import { languageOfLocale } from '../../text/language';
import { teamsTexts } from './teamsTexts';

/** What linking a chat needs. */
export interface PairingDeps {
  readonly pairing: Pairing;
  /** A recipient's name. */
  readonly nameOf: (recipientId: string) => string;
}

const link = /^(?:relier|lier|link|pair)\s+(\d{3})\s?(\d{3})$/i;
const unlink = /^(?:d[ée]lier|unlink)$/i;

/** The answer to "relier 482113" and "délier"; undefined: the message is neither. */
export async function pairingReply(
  activity: Activity,
  { pairing, nameOf }: PairingDeps,
): Promise<string | undefined> {
  const texts = teamsTexts[languageOfLocale(activity.locale)];
  const wrongCode = texts.wrongCode(pairing.codeMinutes);
  const { aadObjectId } = activity.from;
  if (unlink.test(activity.text)) {
    const left = aadObjectId !== undefined && (await pairing.leave(aadObjectId));
    return left ? texts.left : texts.notLinked;
  }
  const code = link.exec(activity.text);
  if (!code) return undefined;
  if (aadObjectId === undefined) return wrongCode;
  const place = placeOf(activity);
  const recipientId = await pairing.redeem(`${code[1] ?? ''}${code[2] ?? ''}`, {
    userId: aadObjectId,
    kind: kindOf(activity),
    conversationId: place.conversation.id,
    reference: JSON.stringify(place),
  });
  return recipientId === undefined ? wrongCode : texts.linked(nameOf(recipientId));
}

function kindOf({ conversation }: Activity): 'personal' | 'groupChat' | 'channel' {
  const { conversationType } = conversation as { readonly conversationType?: string };
  return conversationType === 'channel' || conversationType === 'groupChat' ? conversationType : 'personal';
}

/** Where to write of oneself: in a channel a thread of its own for each message, and not the one in which the code was typed. */
function placeOf(activity: Activity) {
  const { bot, channelId, serviceUrl, locale } = TurnContext.getConversationReference(activity);
  const { conversation } = activity;
  const id = conversation.id.replace(/;messageid=.*$/, '');
  return { bot, channelId, serviceUrl, locale, conversation: { ...conversation, id } };
}
