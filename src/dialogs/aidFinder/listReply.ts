import type { Button, Reply } from '../reply';
import { pageButton } from '../answerReply';
import type { Findings, Found } from './finder';
import type { FinderState } from './finderState';
import type { FinderTurn } from './finderTurn';
import { knownFacts } from './knownFacts';
import { refusedText, schemeMarkdown, whyText } from './schemeText';

/** Schemes shown at a time. */
const atATime = 3;

/** The list, or its next part. @returns what to say, and the finder with what is shown by then */
export function listReply(
  turn: FinderTurn,
  state: FinderState,
  findings: Findings,
  from = 0,
): { readonly reply: Reply; readonly state: FinderState } {
  const { texts, corpus, data, reply: deps } = turn;
  const { fitting } = findings;
  const known = knownFacts(state.project, corpus.projectThemes, data.language).map(({ text }) => text);
  const part = fitting.slice(from, from + atATime);
  const shown = fitting.slice(0, from + part.length).map(({ page }) => page.id);
  const next: FinderState = { ...state, step: 'list', attempts: 0, shown };
  if (part.length === 0) {
    const text =
      from > 0
        ? texts.nothingMore(corpus.contact)
        : [texts.noneFits(known), refusedText(findings, state.project.profile, deps)]
            .filter(Boolean)
            .join('\n\n');
    return {
      reply: { text, buttons: [talk(turn), refine(turn)] },
      state: from > 0 ? { ...next, shown: state.shown } : next,
    };
  }
  const intro =
    from === 0
      ? texts.intro(known, findings.close, fitting.length)
      : texts.further(from + 1, from + part.length, fitting.length, from >= findings.close);
  const schemes = part.map((found, index) => schemeMarkdown(from + index + 1, found, deps));
  return {
    reply: {
      text: [intro, ...schemes].join('\n\n'),
      buttons: listButtons(turn, part, fitting.length > shown.length),
    },
    state: next,
  };
}

/** Why the schemes shown last are shown, and others not. */
export function whyReply(turn: FinderTurn, findings: Findings): Reply {
  const { state, reply: deps, texts } = turn;
  const ids = state.shown.slice(-(state.shown.length % atATime || atATime));
  const shown = findings.fitting.filter(({ page }) => ids.includes(page.id));
  return {
    text: whyText(shown, findings, state.project.profile, deps),
    buttons: [{ title: texts.buttons.back }, refine(turn), { title: texts.buttons.mail }, talk(turn)],
  };
}

function listButtons(turn: FinderTurn, part: readonly Found[], more: boolean): Button[] {
  const { buttons } = turn.texts;
  return [
    ...part.map(({ page }) => pageButton(page, turn.data.language)),
    { title: buttons.why },
    ...(more ? [{ title: buttons.more }] : []),
    refine(turn),
    { title: buttons.mail },
    talk(turn),
  ];
}

const refine = ({ texts }: FinderTurn): Button => ({ title: texts.buttons.refine });
const talk = ({ texts }: FinderTurn): Button => ({ title: texts.buttons.talk });
