import { withOrdinalFirst } from '../shared/time';
import type { ConversationData } from './conversationData';

/** Tells a moment with its time, in the visitor's language. */
export const momentIn =
  (timeZone: string) =>
  (moment: Date, data: ConversationData): string => {
    const french = data.language === 'fr';
    const format = new Intl.DateTimeFormat(french ? 'fr-FR' : 'en-GB', {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone,
    });
    return french ? withOrdinalFirst(format.format(moment)) : format.format(moment);
  };
