import type { PublicationServices } from './composePublication';
import { timeZone } from './composeRouting';
import type { KnowledgeDesk } from './desk/knowledge/knowledgeDesk';
import { answerReply, gapReply } from './dialogs/answerReply';
import { publicationPatch } from './knowledge/publicationPatch';
import { nearestGroup, tellingWords, withMember } from './knowledge/questionGroups';
import { dayIn, days } from './shared/time';
import type { World } from './shared/world';
import type { OpenDatabase } from './storage/openDatabase';
import { createPageUse } from './storage/pageUseRepository';
import { createQuestionGroups } from './storage/questionGroupRepository';

/** Days over which the use of pages is counted, and from which questions are asked again. */
const usedDays = 90;
/** Questions asked again for a page, newest first: some seconds of work. */
const replayed = 1000;

/** What editors' pages need, joined. @param parts.sources text of the folders' list of sources */
export function composeKnowledgeDesk(
  db: OpenDatabase,
  { clock, ids }: World,
  parts: {
    readonly publication: PublicationServices;
    readonly sources: () => string;
    readonly calendarLink: (pageId: string) => string | undefined;
  },
): KnowledgeDesk {
  const { publication, calendarLink } = parts;
  const { live, publishing, versions, folderText } = publication;
  const use = createPageUse(db);
  const since = (): Date => new Date(clock().getTime() - days(usedDays));
  const today = (): string => dayIn(timeZone, clock());
  return {
    live,
    publishing,
    versions,
    groups: createQuestionGroups(db, {
      ids,
      grouping: {
        tellingWords: (question, language) => tellingWords(live.current().findAnswer)(question, language),
        nearestGroup,
        withMember,
      },
    }),
    replay: async (page) => publication.replay(page, await use.questionsSince(since(), replayed)),
    pageUse: () => use.since(since()),
    preview(page, corpus, language) {
      const deps = { corpus, language, today: today(), calendarLink };
      const reply = page.type === 'limite' ? gapReply(page, deps) : answerReply(page, undefined, deps);
      return { text: reply.text, buttons: reply.buttons.map(({ title }) => title) };
    },
    originOf: (pageId) => folderText(pageId)?.fr,
    async patch() {
      const overlay = (await versions.current()).map(({ page }) => page);
      return publicationPatch(overlay, { pageText: folderText, sources: parts.sources() });
    },
    today,
    clock,
  };
}
