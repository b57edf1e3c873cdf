import { criterionTextsOf } from '../../aids/criterionTexts';
import { nearestChanges, nearestFitting } from '../../aids/nearestChange';
import type { Profile } from '../../aids/profile';
import type { Page } from '../../knowledge/page';
import { pageTextIn, proofLine, type AnswerReplyDeps } from '../answerReply';
import { textsOf } from '../texts';
import type { Findings, Found } from './finder';
import { finderTextsOf } from './finderTexts';

/** Most amounts told with a scheme; its page has the others. */
const maxAmounts = 2;
/** Most refused schemes that are explained at once. */
const maxRefused = 3;

/** What a visitor reads of a scheme: the promise, who it is for, how much, until when, what is still to be checked, and where it comes from. */
export interface SchemeLines {
  readonly title: string;
  readonly url: string | undefined;
  readonly operator: string;
  readonly promise: string;
  /** In order, without the proof. */
  readonly lines: readonly string[];
  readonly proof: string | undefined;
}

/** A scheme in lines. What its page leaves to be confirmed is told as such; an English page gives its own words for promise and amount. */
export function schemeLines(found: Found, deps: AnswerReplyDeps): SchemeLines {
  const { language } = deps;
  const texts = finderTextsOf(language);
  const { page, status, criteria } = found;
  const { text } = pageTextIn(page, language);
  const { aid } = page;
  const nouns = criterionTextsOf(language);
  const unknown = criteria
    .filter(
      ({ criterion, state }) =>
        // Said in a line of its own.
        state === 'unknown' && !(criterion.name === 'notOrdered' && aid?.avant_depot),
    )
    .map(({ criterion }) => nouns.noun(criterion.name));
  const french = language === 'fr';
  const lines = [
    ...(french && aid && aid.montants.length > 0
      ? [`${texts.amount} : ${aid.montants.slice(0, maxAmounts).join(' ; ')}.`]
      : []),
    ...(french && aid ? [`${texts.forWhom} : ${aid.pour_qui}`] : []),
    textsOf(language).schemeStatus(status, aid?.operateur ?? ''),
    ...(unknown.length > 0 ? [texts.toCheck(unknown)] : []),
    ...(french && aid?.a_confirmer ? [textsOf(language).toConfirm(aid.a_confirmer)] : []),
    ...(aid?.avant_depot ? [texts.applyFirst] : []),
  ];
  return {
    title: text.title,
    url: aid?.url,
    operator: aid?.operateur ?? '',
    promise: french && aid ? aid.objet : text.answer,
    lines,
    proof: proofLine(page, deps),
  };
}

/** A scheme as Markdown. @param number its place in the list, from 1 */
export function schemeMarkdown(number: number, found: Found, deps: AnswerReplyDeps): string {
  const { title, url, operator, promise, lines, proof } = schemeLines(found, deps);
  const name = url === undefined ? title : `[${title}](${url})`;
  const list = [...lines, ...(proof === undefined ? [] : [proof])].map((line) => `- ${line}`);
  return `**${number}. ${name}** (${operator})\n\n${promise}\n\n${list.join('\n')}`;
}

const marks = { met: '✓', unmet: '✗', unknown: '?' } as const;

/** Why schemes are shown, criterion by criterion, and why others are not: what would open them, and what fits instead. */
export function whyText(
  shown: readonly Found[],
  findings: Findings,
  profile: Profile,
  deps: AnswerReplyDeps,
): string {
  const texts = finderTextsOf(deps.language);
  const sentences = criterionTextsOf(deps.language);
  const parts = shown.map(({ page, verdict, criteria }) => {
    const lines = criteria.map((judged) => `- ${marks[judged.state]} ${sentences.because(judged, profile)}`);
    const heading = texts.judged(pageTextIn(page, deps.language).text.title, texts.verdict[verdict]);
    return [heading, lines.length > 0 ? lines.join('\n') : `- ${texts.noCriterion}`].join('\n\n');
  });
  const refused = refusedText(findings, profile, deps);
  return [
    `**${texts.criteriaHeading}**`,
    ...parts,
    ...(refused ? [`**${texts.refusedHeading}**`, refused] : []),
  ].join('\n\n');
}

/**
 * Refused schemes with what would open them, those first that a change of the project would open; one for other places comes last. Empty when none
 * was refused.
 */
export function refusedText({ refused, fitting }: Findings, profile: Profile, deps: AnswerReplyDeps): string {
  const texts = finderTextsOf(deps.language);
  const sentences = criterionTextsOf(deps.language);
  const titleOf = (page: Page): string => pageTextIn(page, deps.language).text.title;
  const elsewhere = ({ criteria }: Found): boolean =>
    criteria.some(({ criterion, state }) => state === 'unmet' && criterion.name === 'place');
  const near = refused.filter((found) => !elsewhere(found));
  return (near.length > 0 ? near : refused)
    .slice(0, maxRefused)
    .map((found) => {
      const reasons = nearestChanges(found, profile).map((change) => {
        const judged =
          change.kind === 'criterion' &&
          found.criteria.find(({ criterion }) => criterion === change.criterion);
        return judged && change.criterion.name !== 'notOrdered'
          ? sentences.because(judged, profile).replace(/[.]$/, '')
          : texts.possible(sentences.change(change));
      });
      const instead = nearestFitting(found, fitting);
      const page = fitting.find(({ scheme }) => scheme.id === instead?.scheme.id)?.page;
      return `- ${texts.refused(titleOf(found.page), reasons, page && titleOf(page))}`;
    })
    .join('\n');
}
