import type { AnswerOutcome } from '../knowledge/answerOutcome';
import type { ConversationData } from './conversationData';

/** How near a message must be to an example of asking for the other language, in a form: most messages are answers there. */
const sureSwitch = 0.75;

/** "English please" in the middle of a form: changes the conversation's language, and is no answer. */
export function switchesLanguage(outcome: AnswerOutcome, data: ConversationData): boolean {
  if (outcome.kind !== 'intent' || outcome.hit.nearest < sureSwitch) return false;
  if (outcome.intent !== 'english' && outcome.intent !== 'french') return false;
  data.language = outcome.intent === 'english' ? 'en' : 'fr';
  data.languageChosen = true;
  return true;
}
