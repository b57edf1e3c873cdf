import { withoutPersonalData } from '../text/maskPersonalData';
import type { AnswerContext, AnswerOutcome } from './answerOutcome';
import type { Corpus } from './corpus';
import type { FindAnswer } from './findAnswer';
import { isFollowUp } from './followUp';
import type { Hit, PassageIndex, Ranking } from './passageIndex';
import type { Page } from './page';
import { isForTerritory, type FindNamed, type NamedScheme } from './schemeNames';
import { defaultTuning, type Tuning } from './tuning';

export interface ImportedSchemesDeps {
  readonly corpus: Corpus;
  /** Of imported pages only. */
  readonly index: PassageIndex;
  readonly findNamed: FindNamed;
  readonly tuning?: Tuning;
}

/**
 * Lets imported schemes answer where editors' pages do not. An editor's answer stands unless the question calls an imported scheme by its name, and the
 * name holds a word that no editor's page uses or the scheme's page fits the question better. A question that names none is never answered by an
 * imported page: at most one that is open in the territory is told as what comes nearest. A scheme of other regions must be called by a name of
 * its own, or by nothing but its name.
 */
export function withImportedSchemes(own: FindAnswer, deps: ImportedSchemesDeps): FindAnswer {
  const { corpus, index, findNamed, tuning = defaultTuning } = deps;
  const { regions } = corpus;
  const forTerritory = (page: Page): boolean => isForTerritory(page, regions);

  const named = (question: string, ranking: Ranking, outcome: AnswerOutcome): AnswerOutcome | undefined => {
    if ('hit' in outcome && outcome.hit.nearest >= tuning.sayingItself) return undefined;
    const all = findNamed(question);
    const here = all.filter(({ page }) => forTerritory(page));
    const pages = (here.length > 0 ? here : all)
      .filter((scheme) => isMeant(scheme, hitOf(ranking, scheme.page), outcome))
      .map(({ page }) => page);
    const [first, ...others] = [...new Set(pages)];
    if (!first) return undefined;
    return others.length > 0
      ? { kind: 'ambiguous', candidates: [first, ...others].slice(0, 3), ranking }
      : answered(first, ranking);
  };

  /** Whether a question that holds a scheme's name is about it, and not about what its words say by themselves. */
  const isMeant = (
    { page, distinctive, words }: NamedScheme,
    hit: Hit | undefined,
    outcome: AnswerOutcome,
  ) => {
    const asked = hit !== undefined && hit.nearest >= tuning.sayingItself;
    // "Rappelez-moi au sujet de …" wants to be called back.
    if (outcome.kind === 'intent') return asked;
    if (distinctive) return true;
    if (!forTerritory(page)) return asked && (words > 2 || outcome.kind !== 'answered');
    if (outcome.kind === 'unanswered' || outcome.kind === 'ambiguous') return true;
    return words > 1 && (asked || (hit?.score ?? 0) > outcome.hit.score);
  };

  /** A leaning question after an imported scheme is about that scheme, unless editors' pages answer it by themselves. */
  const continued = (
    question: string,
    ranking: Ranking,
    outcome: AnswerOutcome,
    { lastPageId, lastQuestion }: AnswerContext,
  ): AnswerOutcome | undefined => {
    const last = lastPageId === undefined ? undefined : corpus.pages.get(lastPageId);
    if (!last?.aid?.importation || lastQuestion === undefined) return undefined;
    if (outcome.kind === 'answered' || outcome.kind === 'intent') return undefined;
    return isFollowUp(question, outcome.ranking, last.id, tuning) ? answered(last, ranking) : undefined;
  };

  return (asked, language, context = {}) => {
    // What an editor's page says of the question before has no part in a question after an imported scheme.
    const lastIsImported = corpus.pages.get(context.lastPageId ?? '')?.aid?.importation !== undefined;
    const outcome = own(asked, language, lastIsImported ? {} : context);
    const question = withoutPersonalData(asked);
    const ranking = index.rank(question, 'fr');
    const found = named(question, ranking, outcome) ?? continued(question, ranking, outcome, context);
    if (found) return found;
    if (outcome.kind !== 'unanswered' || outcome.closest) return outcome;
    const near = ranking.hits.find((hit) => {
      const page = pageOf(hit);
      return page && forTerritory(page);
    });
    const page = near && isClose(near, tuning) ? pageOf(near) : undefined;
    return page ? { ...outcome, closest: page } : outcome;
  };

  function pageOf({ id }: Hit): Page | undefined {
    return corpus.pages.get(id.slice('page:'.length));
  }

  function answered(page: Page, ranking: Ranking): AnswerOutcome {
    const hit = hitOf(ranking, page) ?? { id: `page:${page.id}`, language: 'fr', ...calledByName };
    return { kind: 'answered', page, also: undefined, hit, ranking };
  }
}

/** A name is all that is needed, whatever else the question says. */
const calledByName = { score: 1, coverage: 1, explained: 1, nearest: 1 };

const hitOf = ({ hits }: Ranking, page: Page): Hit | undefined =>
  hits.find(({ id }) => id === `page:${page.id}`);

/** The bar above which an editor's page, too, would be told as what comes nearest. */
const isClose = ({ score, coverage }: Hit, tuning: Tuning): boolean =>
  score >= tuning.sureScore && coverage >= tuning.minCoverage;
