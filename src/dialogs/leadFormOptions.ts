import type { Ids } from '../shared/ids';
import type { ConversationData } from './conversationData';
import type { LeadFormOptions } from './leadFormTurn';
import { alsoTold, needIn } from './toldInPassing';

/** How the call-back form begins: with what the visitor said in passing, and what the aid finder learned. */
export function leadFormOptions(text: string, data: ConversationData, ids: Ids): LeadFormOptions {
  const need = needIn(text, data.asked);
  const { site, companyFacts } = data.finder?.project ?? {};
  const found = companyFacts && {
    company: companyFacts.name,
    companyLookup: 'found' as const,
    companyFacts,
  };
  const ofFinder = { recap: { ...(site ? { site } : {}), ...found }, toRead: {} };
  const about = { recap: need === undefined ? {} : { need }, toRead: {} };
  return { submissionId: ids.uuid(), told: [data.told, about].reduce(alsoTold, ofFinder) };
}
