import { answerReply } from '../answerReply';
import type { FormCommand } from '../formCommand';
import { findContact } from '../leadFields/contactField';
import { maxAttempts, type FinderState } from './finderState';
import type { AidFinderDeps, FinderTurn } from './finderTurn';
import { clearReply, guardStep, readGuardAnswer, warningReply, withAnswer, type GuardStep } from './guard';
import { listReply } from './listReply';
import { mailedList } from './mailedList';
import { asking, emailReply, type Outcome } from './questionReply';

/** Lists that one conversation may send. */
const maxMailed = 3;

/** A scheme that the visitor chose: its page, and what is to be asked before leaving with it. */
export function leaveWith(turn: FinderTurn, pageId: string): Outcome {
  const { corpus, data, reply: deps, state, texts } = turn;
  const page = corpus.pages.get(pageId);
  const picked: FinderState = { ...state, step: 'list', picked: pageId, attempts: 0 };
  if (!page?.aid) return { ...listReply(turn, state, turn.find(state.project)), ends: true };
  // Last, since "tell me when it closes" speaks of the last one.
  data.schemes = [...data.schemes.filter((id) => id !== pageId), pageId];
  const { text } = answerReply(page, undefined, deps);
  const step = guardStep(page.aid, state.project);
  if (step) return asking(turn, { ...picked, step }, text);
  const { back, mail, talk } = texts.buttons;
  return {
    state: picked,
    reply: { text, buttons: [back, mail, talk].map((title) => ({ title })) },
    ends: true,
  };
}

/** Takes the answer to a guard's question: a warning with its source when a rule is at stake, or may be. */
export function takeGuard(
  turn: FinderTurn,
  step: GuardStep,
  command: FormCommand | undefined,
  { answerAside }: Pick<AidFinderDeps, 'answerAside'>,
): Outcome {
  const { state, data, text, corpus } = turn;
  const answer = readGuardAnswer(turn, step, command);
  const listed: FinderState = { ...state, step: 'list', attempts: 0 };
  const warned = (known: FinderState): Outcome => ({
    state: known,
    reply: warningReply(turn, step === 'orderedGuard' ? 'ordered' : 'otherAids'),
    ends: true,
  });
  if (answer === undefined) {
    const aside = answerAside(text, data);
    if (aside) return asking(turn, state, aside.text);
    const attempts = state.attempts + 1;
    return attempts < maxAttempts ? asking(turn, { ...state, attempts }) : warned(listed);
  }
  // Who does not know is told the rule, as who is in danger.
  if (answer === 'unknown') return warned(listed);
  const known: FinderState = { ...listed, project: withAnswer(state.project, answer) };
  if (answer.endangers) return warned(known);
  const { aid } = corpus.pages.get(state.picked ?? '') ?? {};
  const next = aid && guardStep(aid, known.project);
  if (next) return asking(turn, { ...known, step: next });
  return { state: known, reply: clearReply(turn, aid?.avant_depot ?? false), ends: true };
}

/** "Send me the list": asks for the address, as long as the conversation has not sent enough of them. */
export function askForEmail(turn: FinderTurn): Outcome {
  const { state, texts } = turn;
  if (state.mailed < maxMailed) return asking(turn, { ...state, step: 'email', attempts: 0 });
  return { state: { ...state, step: 'list' }, reply: afterMail(turn, texts.mailedEnough), ends: true };
}

/** Takes the address, and promises the mail once it is on disk. */
export async function takeEmail(
  turn: FinderTurn,
  { sendAidList, answerAside }: Pick<AidFinderDeps, 'sendAidList' | 'answerAside'>,
): Promise<Outcome> {
  const { state, data, text, texts } = turn;
  const listed: FinderState = { ...state, step: 'list', attempts: 0 };
  const findings = turn.find(state.project);
  const { email } = findContact(text);
  if (email !== undefined) {
    await sendAidList({ email, language: data.language, list: mailedList(turn, findings) });
    const mailed = { ...listed, mailed: state.mailed + 1 };
    return { state: mailed, reply: afterMail(turn, texts.mailed(email)), ends: true };
  }
  const aside = answerAside(text, data);
  if (aside) return asking(turn, state, aside.text);
  const attempts = state.attempts + 1;
  if (attempts >= maxAttempts) return { ...listReply(turn, listed, findings), ends: true };
  const reply = { text: texts.invalidEmail, buttons: emailReply(turn).buttons };
  return { state: { ...state, attempts }, reply, ends: false };
}

const afterMail = ({ texts }: FinderTurn, text: string) => ({
  text,
  buttons: [{ title: texts.buttons.talk }, { title: texts.buttons.back }],
});
