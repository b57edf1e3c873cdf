import { detectLanguage, type Language } from '../text/language';
import { withoutPersonalData } from '../text/maskPersonalData';
import type { AnswerContext, AnswerOutcome } from './answerOutcome';
import type { Corpus } from './corpus';
import { followUpHits, isFollowUp } from './followUp';
import type { Page } from './page';
import type { Hit, PassageIndex, Ranking } from './passageIndex';
import { rankQuestion } from './rankQuestion';
import { defaultTuning, type Tuning } from './tuning';

export type FindAnswer = (question: string, language: Language, context?: AnswerContext) => AnswerOutcome;

/**
 * The decision "answer, ask back, or admit" for one question. Pure: the same question, context and knowledge give the same outcome.
 * It decides on likeness (0 to 1), coverage and margins, never on a search engine's raw score, which grows with the length of the question.
 */
export function createFindAnswer(
  corpus: Corpus,
  index: PassageIndex,
  tuning: Tuning = defaultTuning,
): FindAnswer {
  const pageOf = (hit: Hit): Page | undefined =>
    hit.id.startsWith('page:') ? corpus.pages.get(hit.id.slice('page:'.length)) : undefined;

  const decide: FindAnswer = (asked, language, context = {}) => {
    const question = withoutPersonalData(asked);
    const own = rankQuestion(index, question, language, tuning);
    const { lastPageId, lastQuestion } = context;
    const continued =
      lastPageId && lastQuestion && isFollowUp(question, own, lastPageId, tuning)
        ? followUpHits(own, index.rank(`${lastQuestion} ${question}`, language), lastPageId, corpus, tuning)
        : undefined;
    const ranking: Ranking = continued ?? own;
    const [best] = ranking.hits;
    const nearest = ranking.hits
      .filter((hit) => hit.score >= tuning.worthOffering)
      .map(pageOf)
      .filter(isAnswer)
      .slice(0, 2);
    const telling = ranking.terms.some((term) => term.known && term.weight >= tuning.tellingTerm);
    if (!best || best.score < tuning.minScore || (!telling && best.nearest < tuning.sayingItself))
      return { kind: 'unanswered', nearest, ranking };
    if (best.id.startsWith('intent:')) {
      const intent = best.id.slice('intent:'.length);
      if (best.score >= tuning.minIntentScore) return { kind: 'intent', intent, hit: best, ranking };
      return { kind: 'unanswered', nearest, ranking };
    }
    const page = pageOf(best);
    if (!page) return { kind: 'unanswered', nearest, ranking };
    const doubtful = best.score < tuning.sureScore && best.coverage < tuning.minCoverage;
    if (page.type === 'limite') {
      return doubtful
        ? { kind: 'unanswered', nearest, ranking }
        : { kind: 'knownGap', page, hit: best, ranking };
    }
    if (doubtful) {
      return nearest.length > 1 && best.score >= (tuning.minScore + tuning.sureScore) / 2
        ? { kind: 'ambiguous', candidates: ranking.hits.map(pageOf).filter(isAnswer).slice(0, 3), ranking }
        : { kind: 'unanswered', nearest, ranking };
    }
    if (!continued && !isExplained(best, tuning))
      return { kind: 'unanswered', nearest, closest: page, ranking };
    return {
      kind: 'answered',
      page,
      also: companion(page, ranking.hits, pageOf, tuning),
      hit: best,
      ranking,
    };
  };

  return (asked, language, context) => {
    const outcome = decide(asked, language, context);
    if (outcome.kind !== 'unanswered') return outcome;
    // Whoever has chosen French may still ask one thing in English; read in the wrong language it looks like nothing we know.
    const guess = detectLanguage(asked, language);
    if (guess.language === language) return outcome;
    const other = decide(asked, guess.language, context);
    return other.kind === 'unanswered' ? outcome : other;
  };
}

/** Whether the page knows enough of the question, in weight and not only in share, to be its answer. */
function isExplained({ score, explained, nearest }: Hit, tuning: Tuning): boolean {
  return nearest >= tuning.sayingItself || score + tuning.explainedShare * explained >= tuning.minExplained;
}

/** The second page of an answer: an equal, or the fact that belongs to a need and the need that belongs to a fact. */
function companion(
  page: Page,
  hits: readonly Hit[],
  pageOf: (hit: Hit) => Page | undefined,
  tuning: Tuning,
): Page | undefined {
  const best = hits[0]?.score ?? 0;
  // Two guesses are not better than one.
  if (best < tuning.sureScore) return undefined;
  const others = hits.slice(1, tuning.complementDepth).map((hit) => ({ hit, page: pageOf(hit) }));
  const equal = others[0];
  if (equal && isAnswer(equal.page) && equal.hit.score >= best * tuning.equalMargin) return equal.page;
  return others.find(
    (other) =>
      isAnswer(other.page) &&
      other.hit.score >= best * tuning.complementMargin &&
      new Set([page.type, other.page.type]).size === 2 &&
      [page.type, other.page.type].includes('fait') &&
      [page.type, other.page.type].some((type) => type === 'besoin' || type === 'aide'),
  )?.page;
}

function isAnswer(page: Page | undefined): page is Page {
  return page !== undefined && page.type !== 'limite';
}
