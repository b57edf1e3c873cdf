import type { Language } from '../text/language';
import { withoutPersonalData } from '../text/maskPersonalData';
import type { AnswerContext, AnswerOutcome } from './answerOutcome';
import type { Corpus } from './corpus';
import { followUpHits, isFollowUp } from './followUp';
import type { Page } from './page';
import type { Hit, PassageIndex, Ranking } from './passageIndex';
import { rankQuestion } from './rankQuestion';

/**
 * The least likeness that is an answer. Below it stand questions that share a word or two with a page; above it 97 % of answerable questions.
 * Swept by `npm run tune`.
 */
const minScore = 0.2;
/** From this likeness on, a page is right even though part of the question says something else (a long story, a second subject). */
const sureScore = 0.3;
/** The least share of the question's weight that a page must know when its score is not sure. */
const minCoverage = 0.4;
/** A second page this near to the first is an equal: the question touches both, or cannot be told apart. */
const equalMargin = 0.93;
/** A fact and the aids for it are told together from this nearness on: who asks about one mostly wants the other too. */
const complementMargin = 0.72;
/** How many hits are looked through for a complement. */
const complementDepth = 4;
/** Intents that act on the visitor's behalf ask for more likeness than an answer that merely informs. */
const minIntentScore = 0.24;

/** The least likeness of a page that is offered beside an admission; below it the offer would be a guess. */
const worthOffering = 0.12;
/** A question none of whose known words weighs this much is made of small words: only one that an editor wrote down is understood. */
const tellingWeight = 1.2;
const sayingItself = 0.8;

export type FindAnswer = (question: string, language: Language, context?: AnswerContext) => AnswerOutcome;

/**
 * The decision "answer, ask back, or admit" for one question. Pure: the same question, context and knowledge give the same outcome.
 * It decides on likeness (0 to 1), coverage and margins, never on a search engine's raw score, which grows with the length of the question.
 */
export function createFindAnswer(corpus: Corpus, index: PassageIndex): FindAnswer {
  const pageOf = (hit: Hit): Page | undefined =>
    hit.id.startsWith('page:') ? corpus.pages.get(hit.id.slice('page:'.length)) : undefined;

  return (asked, language, context = {}) => {
    const question = withoutPersonalData(asked);
    const own = rankQuestion(index, question, language);
    const ranking: Ranking =
      context.lastPageId && context.lastQuestion && isFollowUp(question, own, context.lastPageId)
        ? followUpHits(own, index.rank(`${context.lastQuestion} ${question}`, language), context.lastPageId, corpus)
        : own;
    const [best] = ranking.hits;
    const nearest = ranking.hits.filter((hit) => hit.score >= worthOffering).map(pageOf).filter(isAnswer).slice(0, 2);
    const telling = ranking.terms.some((term) => term.known && term.weight >= tellingWeight);
    if (!best || best.score < minScore || (!telling && best.nearest < sayingItself)) return { kind: 'unanswered', nearest, ranking };
    if (best.id.startsWith('intent:')) {
      const intent = best.id.slice('intent:'.length);
      if (best.score >= minIntentScore) return { kind: 'intent', intent, hit: best, ranking };
      return { kind: 'unanswered', nearest, ranking };
    }
    const page = pageOf(best);
    if (!page) return { kind: 'unanswered', nearest, ranking };
    const doubtful = best.score < sureScore && best.coverage < minCoverage;
    if (page.type === 'limite') {
      return doubtful ? { kind: 'unanswered', nearest, ranking } : { kind: 'knownGap', page, hit: best, ranking };
    }
    if (doubtful) {
      return nearest.length > 1 && best.score >= (minScore + sureScore) / 2
        ? { kind: 'ambiguous', candidates: ranking.hits.map(pageOf).filter(isAnswer).slice(0, 3), ranking }
        : { kind: 'unanswered', nearest, ranking };
    }
    return { kind: 'answered', page, also: companion(page, ranking.hits, pageOf), hit: best, ranking };
  };
}

/** The second page of an answer: an equal, or the fact that belongs to a need and the need that belongs to a fact. */
function companion(page: Page, hits: readonly Hit[], pageOf: (hit: Hit) => Page | undefined): Page | undefined {
  const best = hits[0]?.score ?? 0;
  // Two guesses are not better than one.
  if (best < sureScore) return undefined;
  const others = hits.slice(1, complementDepth).map((hit) => ({ hit, page: pageOf(hit) }));
  const equal = others[0];
  if (equal && isAnswer(equal.page) && equal.hit.score >= best * equalMargin) return equal.page;
  return others.find(
    (other) =>
      isAnswer(other.page) &&
      other.hit.score >= best * complementMargin &&
      new Set([page.type, other.page.type]).size === 2 &&
      [page.type, other.page.type].includes('fait') &&
      [page.type, other.page.type].some((type) => type === 'besoin' || type === 'aide'),
  )?.page;
}

function isAnswer(page: Page | undefined): page is Page {
  return page !== undefined && page.type !== 'limite';
}
