import type { ConversationData } from './conversationData';
import { noticeTextsOf } from './noticeTexts';
import { textsOf } from './texts';

/** The intent of a pressed button that speaks of the conversation itself; such buttons are recognised to the letter. */
export function pressedIntent(text: string, data: ConversationData): string | undefined {
  const { buttons, follow } = textsOf(data.language);
  const pressed: readonly (readonly [string, string])[] = [
    [buttons.callMeBack, 'callMeBack'],
    [buttons.useful, 'useful'],
    [buttons.notUseful, 'notUseful'],
    [buttons.noneOfThese, 'none'],
    [buttons.more, 'more'],
    [buttons.restart, 'restart'],
    [follow.buttons.myStatus, 'requestStatus'],
    [follow.buttons.forgetMe, 'forgetMe'],
    [noticeTextsOf(data.language).button, 'notifyMe'],
  ];
  return pressed.find(([title]) => title.toLowerCase() === text.toLowerCase())?.[1];
}
