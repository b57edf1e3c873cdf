import { schemeStatus } from '../aids/schemeStatus';
import { aidDates } from '../knowledge/aidDates';
import type { Corpus } from '../knowledge/corpus';
import type { Page, PageText } from '../knowledge/page';
import type { Language } from '../text/language';
import { finderTextsOf } from './aidFinder/finderTexts';
import { noticeTextsOf } from './noticeTexts';
import type { Button, Reply } from './reply';
import { textsOf } from './texts';

/** Words up to which a page's details are given at once; longer ones wait for "en savoir plus". */
const maxWordsAtOnce = 62;
/** Next steps under an answer. */
const maxNextSteps = 3;

export interface AnswerReplyDeps {
  readonly corpus: Corpus;
  /** ISO day in the territory's time zone: schemes open and close by it. */
  readonly today: string;
  readonly language: Language;
  /** The address of a scheme's backward timetable; undefined: it has none. */
  readonly calendarLink: (pageId: string) => string | undefined;
}

/** The page's words in the visitor's language, else French with one sentence of introduction. */
export function pageTextIn(page: Page, language: Language): { text: PageText; intro: string } {
  if (language === 'fr' || page.en) return { text: page[language] ?? page.fr, intro: '' };
  return { text: page.fr, intro: textsOf('en').frenchPageOnly };
}

/** A page as an answer: the direct answer, what is needed beside it, the proof line; then up to three next steps. */
export function answerReply(page: Page, also: Page | undefined, deps: AnswerReplyDeps): Reply {
  const { text, intro } = pageTextIn(page, deps.language);
  const parts = [[intro, text.answer].filter(Boolean).join(' ')];
  const status = [page, also].map((told) => (told ? statusLine(told, deps) : '')).filter(Boolean);
  const whole = !also && words([text.answer, ...text.details, ...status].join(' ')) <= maxWordsAtOnce;
  if (also) parts.push(pageTextIn(also, deps.language).text.answer);
  if (whole) parts.push(...text.details);
  parts.push(...status);
  if (whole) parts.push(...calendarLine(page, deps));
  const proofs = [page, ...(also ? [also] : [])].map((told) => proofLine(told, deps));
  parts.push(...new Set(proofs.filter((proof) => proof !== undefined)));

  // The schemes of a need are what the visitor can act on; they go before the pages that explain.
  const [first, other] = also?.type === 'besoin' ? [also, page] : [page, also];
  const steps = other
    ? [...nextSteps(first, deps).slice(0, 2), ...nextSteps(other, deps)]
    : nextSteps(first, deps);
  const told = new Set([page, also].map((one) => one && pageButton(one, deps.language).says));
  const unseen = steps.filter(
    (step, i) => !told.has(step.says) && steps.findIndex((s) => s.says === step.says) === i,
  );
  const more = text.details.length > 0 && !whole ? [{ title: textsOf(deps.language).buttons.more }] : [];
  return {
    text: parts.join('\n\n'),
    buttons: [
      ...more,
      ...unseen.slice(0, maxNextSteps - more.length),
      ...findAids(page, deps),
      callBack(deps),
    ],
  };
}

/** What follows the direct answer when the visitor asks for more; undefined when everything has been said. */
export function detailsReply(page: Page, deps: AnswerReplyDeps): Reply | undefined {
  const { text } = pageTextIn(page, deps.language);
  if (text.details.length === 0) return undefined;
  return {
    text: [...text.details, ...calendarLine(page, deps), proofLine(page, deps)].filter(Boolean).join('\n\n'),
    buttons: [...notifyMe(page, deps), ...nextSteps(page, deps), callBack(deps)],
  };
}

/** A known gap: what is missing, what is nearest, and who can answer. */
export function gapReply(page: Page, deps: AnswerReplyDeps): Reply {
  const texts = textsOf(deps.language);
  const { text, intro } = pageTextIn(page, deps.language);
  const parts = [[intro, text.answer].filter(Boolean).join(' '), ...text.details];
  const offTopic = page.theme === 'hors-sujet';
  if (!offTopic) parts.push(proofLine(page, deps) ?? '');
  parts.push(texts.canAnswer(deps.corpus.contact));
  return {
    text: parts.filter(Boolean).join('\n\n'),
    buttons: [callBack(deps), ...nextSteps(page, deps).slice(0, 2)],
  };
}

/** A page told as what comes nearest, not as the answer; who can answer stands beside it. */
export function closestReply(page: Page, deps: AnswerReplyDeps): Reply {
  const texts = textsOf(deps.language);
  const { text } = pageTextIn(page, deps.language);
  const parts = [
    texts.closest,
    text.answer,
    statusLine(page, deps),
    proofLine(page, deps),
    texts.canAnswer(deps.corpus.contact),
  ];
  return {
    text: parts.filter(Boolean).join('\n\n'),
    buttons: [callBack(deps), pageButton(page, deps.language), ...nextSteps(page, deps).slice(0, 1)],
  };
}

/** Source and date under a statement; undefined for a page that states nothing. */
export function proofLine(page: Page, deps: AnswerReplyDeps): string | undefined {
  const source = deps.corpus.sources.get(page.sources[0] ?? '');
  if (!source) return undefined;
  // A page checked today against a copy read in June knows what was true in June.
  const knownOn = source.readOn < page.verifiedOn ? source.readOn : page.verifiedOn;
  return textsOf(deps.language).proof(source, knownOn);
}

/** Whether a scheme is open today, as a sentence; for a need, which of its schemes are closed. Empty when there is nothing to say. */
export function statusLine(page: Page, deps: AnswerReplyDeps): string {
  const texts = textsOf(deps.language);
  if (page.aid) {
    const line = texts.schemeStatus(statusOf(page, deps.today), page.aid.operateur);
    return page.aid.a_confirmer && deps.language === 'fr'
      ? `${line} ${texts.toConfirm(page.aid.a_confirmer)}`
      : line;
  }
  const closed = page.schemes
    .map((id) => deps.corpus.pages.get(id))
    .filter(
      (scheme): scheme is Page => scheme?.aid !== undefined && statusOf(scheme, deps.today).kind === 'closed',
    )
    .map((scheme) => scheme.aid?.sigles[0] ?? scheme.fr.title);
  return closed.length > 0 ? texts.closedSchemes(closed) : '';
}

function statusOf(page: Page, today: string) {
  return page.aid ? schemeStatus(aidDates(page.aid), today) : ({ kind: 'unknown' } as const);
}

/** One link to the days before an open scheme closes; nothing for all others. */
function calendarLine(page: Page, deps: AnswerReplyDeps): string[] {
  const link =
    page.aid && statusOf(page, deps.today).kind === 'open' ? deps.calendarLink(page.id) : undefined;
  if (link === undefined) return [];
  const address = deps.language === 'en' ? `${link}?lang=en` : link;
  return [`[${noticeTextsOf(deps.language).calendar}](${address})`];
}

/** A scheme whose dates may change can be watched. */
function notifyMe(page: Page, { language }: AnswerReplyDeps): Button[] {
  return page.aid && !page.aid.permanent ? [{ title: noticeTextsOf(language).button }] : [];
}

/** Buttons to the pages that usually come next: a need's open schemes first, then the page's links. */
function nextSteps(page: Page, deps: AnswerReplyDeps): Button[] {
  const open = page.schemes.filter((id) => {
    const scheme = deps.corpus.pages.get(id);
    return scheme && statusOf(scheme, deps.today).kind !== 'closed';
  });
  return [...new Set([...open, ...page.links])]
    .map((id) => deps.corpus.pages.get(id))
    .filter((next): next is Page => next !== undefined)
    .slice(0, maxNextSteps)
    .map((next) => pageButton(next, deps.language));
}

/** A button that asks a page's own question. */
export function pageButton(page: Page, language: Language): Button {
  const { text } = pageTextIn(page, language);
  return { title: text.button, says: text.title };
}

/** From a need, a scheme or how to apply, the aid finder goes on. */
function findAids(page: Page, { language }: AnswerReplyDeps): Button[] {
  return page.aid || page.type === 'besoin' || page.theme === 'demarches'
    ? [{ title: finderTextsOf(language).buttons.start }]
    : [];
}

function callBack(deps: AnswerReplyDeps): Button {
  return { title: textsOf(deps.language).buttons.callMeBack };
}

const words = (text: string): number => text.split(/\s+/).filter(Boolean).length;
