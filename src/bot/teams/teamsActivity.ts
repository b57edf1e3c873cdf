import type { Activity } from 'botbuilder-core';
import { TurnContext } from 'botbuilder-core';
import { decodeHTML } from 'entities';
import { z } from 'zod/v4';
import { pressedWords } from '../../dialogs/buttonCard';

const channelData = z.looseObject({
  tenant: z.looseObject({ id: z.string() }).optional(),
  eventType: z.string().optional(),
});
const mention = z.looseObject({
  type: z.literal('mention'),
  mentioned: z.looseObject({ id: z.string() }),
});
const clientInfo = z.looseObject({ type: z.literal('clientInfo'), locale: z.string() });

/** The organisation from which an activity comes; undefined: it does not say. */
export function tenantOf({ channelData: data, conversation }: Activity): string | undefined {
  const { tenantId } = conversation as { readonly tenantId?: string };
  return channelData.safeParse(data).data?.tenant?.id ?? tenantId;
}

/** Teams' own name of what happened: `editMessage`, `softDeleteMessage`, `undeleteMessage`. */
export const eventTypeOf = ({ channelData: data }: Activity): string | undefined =>
  channelData.safeParse(data).data?.eventType;

/** More than one person reads the conversation. */
export const isGroup = ({ conversation }: Activity): boolean =>
  conversation.isGroup ||
  conversation.conversationType === 'groupChat' ||
  conversation.conversationType === 'channel';

/** The assistant is named in it, which is how one speaks to it among others. */
export const mentionsUs = ({ entities = [], recipient }: Activity): boolean =>
  entities.some((entity) => mention.safeParse(entity).data?.mentioned.id === recipient.id);

/** The visitor's words: without the mention of the assistant, and without the escapes that Teams writes. */
export function spokenText(activity: Activity): string {
  // The SDK's own removal changes the activity it is given.
  const typed = (activity.text as string | undefined) ?? '';
  const copy = { ...activity, text: typed || (pressedWords(activity.value) ?? '') };
  return decodeHTML(TurnContext.removeRecipientMention(copy) || copy.text)
    .replace(/\u00a0/g, ' ')
    .trim();
}

/** The language that the user has chosen in Teams, as `fr-FR`. */
export function localeOf({ locale, entities = [] }: Activity): string | undefined {
  const info = entities.map((entity) => clientInfo.safeParse(entity).data).find(Boolean);
  return locale ?? info?.locale;
}
