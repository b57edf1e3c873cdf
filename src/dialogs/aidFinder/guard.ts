import type { Stage } from '../../aids/profile';
import type { Aid } from '../../knowledge/page';
import { fold } from '../../text/normalise';
import { pageTextIn, proofLine } from '../answerReply';
import type { FormCommand } from '../formCommand';
import type { Reply } from '../reply';
import { textsOf } from '../texts';
import type { FinderTurn } from './finderTurn';
import type { Project } from './project';
import { stageIn } from './stageIn';

/** Questions that come before leaving with a scheme. */
export type GuardStep = 'orderedGuard' | 'otherAidsGuard';

/** From here on, most schemes that ask to be applied for first are lost. */
const tooLate: ReadonlySet<Stage> = new Set(['ordered', 'begun', 'done']);

/** Help in money is what rules on several aids together are about. */
const money: ReadonlySet<Aid['nature'][number]> = new Set(['subvention', 'avance', 'pret', 'fiscal']);

/** What is to be asked before a visitor leaves with a scheme; undefined: nothing that its page says is at stake. */
export function guardStep(aid: Aid, { profile, otherAids }: Project): GuardStep | undefined {
  if (aid.avant_depot && profile.stage === undefined) return 'orderedGuard';
  return otherAids === undefined && aid.nature.some((kind) => money.has(kind)) ? 'otherAidsGuard' : undefined;
}

/** A guard's question. */
export function guardQuestion({ texts, data }: FinderTurn, step: GuardStep): Reply {
  const { notSigned, signed, begun, unknown, back } = texts.buttons;
  const { yes, no } = textsOf(data.language).buttons;
  const answers = step === 'orderedGuard' ? [notSigned, signed, begun, unknown] : [yes, no, unknown];
  return {
    text: step === 'orderedGuard' ? texts.askStage : texts.askOtherAids,
    buttons: [...answers, back].map((title) => ({ title })),
  };
}

/** What a guard's question found out. */
export interface GuardFact {
  readonly stage?: Stage | undefined;
  readonly otherAids?: boolean | undefined;
  /** A rule is at stake. */
  readonly endangers: boolean;
}

/** What an answer to a guard's question says; `unknown`: the visitor does not know; undefined: it is no answer. */
export type GuardAnswer = GuardFact | 'unknown' | undefined;

export function readGuardAnswer(
  { texts, text }: FinderTurn,
  step: GuardStep,
  command: FormCommand | undefined,
): GuardAnswer {
  const { notSigned, signed, begun, unknown } = texts.buttons;
  const said = fold(text);
  if (
    said === fold(unknown) ||
    /^(?:je (?:ne )?sais pas|aucune idee|(?:i )?(?:don't|do not) know|no idea)\b/.test(said)
  ) {
    return 'unknown';
  }
  if (step === 'otherAidsGuard') {
    if (command === 'yes' || /^(?:oui|yes)\b/.test(said)) return { otherAids: true, endangers: true };
    if (command === 'no' || /^(?:non|no|aucune|none|jamais|never)\b/.test(said))
      return { otherAids: false, endangers: false };
    return undefined;
  }
  // Which of the stages before an order does not matter here.
  if (said === fold(notSigned) || command === 'no') return { stage: 'quotes', endangers: false };
  if (said === fold(signed) || command === 'yes') return { stage: 'ordered', endangers: true };
  if (said === fold(begun)) return { stage: 'begun', endangers: true };
  const stage = stageIn(said);
  return stage && { stage, endangers: tooLate.has(stage) };
}

/** The rule at stake as its page tells it, with its source and the offer of a call. */
export function warningReply(turn: FinderTurn, about: 'ordered' | 'otherAids'): Reply {
  const { corpus, texts, reply: deps, data } = turn;
  const page = corpus.pages.get(corpus.warnings[about] ?? '');
  const parts = [
    about === 'ordered' ? texts.orderedWarning : texts.otherAidsWarning,
    ...(page ? [pageTextIn(page, data.language).text.answer, proofLine(page, deps)] : []),
    textsOf(data.language).canAnswer(corpus.contact),
  ];
  return {
    text: parts.filter(Boolean).join('\n\n'),
    buttons: [{ title: texts.buttons.talk }, { title: texts.buttons.back }],
  };
}

/** Nothing is at stake, as far as the visitor said. */
export function clearReply({ texts }: FinderTurn, applyFirst: boolean): Reply {
  const { talk, mail, back } = texts.buttons;
  return { text: texts.noWarning(applyFirst), buttons: [talk, mail, back].map((title) => ({ title })) };
}

/** The project with what the answer says. */
export const withAnswer = (project: Project, { stage, otherAids }: GuardFact): Project => ({
  ...project,
  profile: { ...project.profile, stage: stage ?? project.profile.stage },
  otherAids: otherAids ?? project.otherAids,
});
