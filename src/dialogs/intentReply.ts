import type { Corpus } from '../knowledge/corpus';
import type { ConversationData } from './conversationData';
import { pageButton } from './answerReply';
import type { Button, Reply } from './reply';
import { textsOf } from './texts';

/** What the assistant says to an intent that asks for words only; may change the conversation's language. */
export function replyToIntent(intent: string, data: ConversationData, corpus: Corpus): Reply {
  if (intent === 'english' || intent === 'french') {
    data.language = intent === 'english' ? 'en' : 'fr';
    data.languageChosen = true;
  }
  const texts = textsOf(data.language);
  const programme = corpus.programme[data.language];
  const callBack: Button = { title: texts.buttons.callMeBack };
  const starters = corpus.welcomePages
    .map((id) => corpus.pages.get(id))
    .filter((page) => page !== undefined)
    .map((page) => pageButton(page, data.language));
  const welcome = [...starters.slice(0, 3), callBack];
  switch (intent) {
    case 'greet':
      return { text: texts.greeting(programme), buttons: welcome };
    case 'howAreYou':
      return { text: texts.howAreYou, buttons: welcome };
    case 'thanks':
      return { text: texts.thanks, buttons: [] };
    case 'useful':
      return { text: texts.useful, buttons: [] };
    case 'goodbye':
      return { text: texts.goodbye, buttons: [] };
    case 'areYouBot':
      return { text: texts.areYouBot(programme), buttons: [callBack] };
    case 'english':
    case 'french':
      return { text: texts.languageSwitched, buttons: starters.slice(0, 3) };
    case 'insult':
      return { text: texts.insult(corpus.contact), buttons: [callBack] };
    case 'injection':
      return {
        text: texts.injection(programme, corpus.contact),
        buttons: [...starters.slice(0, 2), callBack],
      };
    case 'complaint':
      return { text: texts.complaint(corpus.contact), buttons: [callBack] };
    case 'notUseful':
      return { text: texts.notUseful(corpus.contact), buttons: [callBack] };
    case 'none':
      data.failures += 1;
      return {
        text: `${texts.unanswered(undefined)}\n\n${texts.canAnswer(corpus.contact)}`,
        buttons: [callBack],
      };
    case 'restart':
      return { text: texts.restarted, buttons: welcome };
    case 'cancel':
    case 'back':
    case 'correct':
    case 'skip':
    case 'no':
      return { text: texts.nothingToCancel, buttons: welcome };
    case 'capabilities':
      return { text: texts.capabilities(programme), buttons: welcome };
    default:
      return { text: texts.help(programme), buttons: welcome };
  }
}
