import { adaptiveCard, type FoundCard } from '../shared/adaptiveCard';
import type { Page } from '../knowledge/page';
import type { Knowledge } from '../knowledge/knowledge';
import { textsOf } from './texts';
import { pageTextIn, proofLine, statusLine, type AnswerReplyDeps } from './answerReply';

/** Pages in one list. */
const maxFound = 8;

/** The pages that come nearest to a few words, best first; without words those that the welcome proposes. */
export function searchPages(
  query: string,
  knowledge: Knowledge,
  deps: AnswerReplyDeps,
): readonly FoundCard[] {
  const { pages, welcomePages } = knowledge.corpus;
  const ids =
    query.trim() === ''
      ? welcomePages
      : knowledge
          .findAnswer(query, deps.language)
          .ranking.hits.filter(({ id }) => id.startsWith('page:'))
          .map(({ id }) => id.slice('page:'.length));
  return [...new Set(ids)]
    .flatMap((id) => pages.get(id) ?? [])
    .slice(0, maxFound)
    .map((page) => ({
      title: pageTextIn(page, deps.language).text.title,
      text: pageTextIn(page, deps.language).text.answer,
      card: pageCard(page, deps),
    }));
}

function pageCard(page: Page, deps: AnswerReplyDeps): object {
  const { text } = pageTextIn(page, deps.language);
  const paragraphs = [text.answer, ...text.details, statusLine(page, deps), proofLine(page, deps)].filter(
    Boolean,
  );
  return adaptiveCard(
    [
      { type: 'TextBlock', text: text.title, weight: 'bolder', size: 'medium', wrap: true },
      ...paragraphs.map((paragraph) => ({ type: 'TextBlock', text: paragraph, wrap: true })),
    ],
    [
      {
        type: 'Action.Submit',
        title: textsOf(deps.language).buttons.proposeCorrection,
        data: { msteams: { type: 'task/fetch' }, pageId: page.id, title: text.title },
      },
    ],
  );
}
