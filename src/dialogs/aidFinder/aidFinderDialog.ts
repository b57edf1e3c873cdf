import type { TurnContext } from 'botbuilder-core';
import { Dialog, type DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import { assertNever } from '../../shared/errors';
import type { FormCommand } from '../formCommand';
import { leadFormDialogId } from '../leadFormDialog';
import { leadFormOptions } from '../leadFormOptions';
import type { Reply } from '../reply';
import { countFinder, countLeaving } from './countFinder';
import { takeFieldAnswer } from './fieldAnswer';
import { nextField, type FinderField } from './finder';
import { maxAttempts, newFinder, type FinderState } from './finderState';
import { keepFinder, openFinderTurn, withCompany, type AidFinderDeps, type FinderTurn } from './finderTurn';
import { finderWish, type FinderWish } from './finderWish';
import { askForEmail, leaveWith, takeEmail, takeGuard } from './leaving';
import { listReply, whyReply } from './listReply';
import { alsoKnown } from './project';
import { asking, invalidReply, questionOf, whichReply, type Outcome } from './questionReply';
import { startingProject } from './startingProject';

export const aidFinderDialogId = 'aidFinder';

/** Questions that "refine" may ask. */
const questionsToRefine = 1;

/**
 * Which aid fits a project: asks only what changes the result, shows at most three schemes at a time, explains, refuses with what would help, and
 * warns before a costly mistake. A question keeps it open; the list ends it, so that any other question is answered as always, and the buttons
 * under the list take it up again.
 */
export class AidFinderDialog extends Dialog {
  constructor(private readonly deps: AidFinderDeps) {
    super(aidFinderDialogId);
  }

  override async beginDialog(dc: DialogContext, options?: object): Promise<DialogTurnResult> {
    return this.grant(await openFinderTurn(dc, this.deps), options as FinderWish);
  }

  private async grant(turn: FinderTurn, wish: FinderWish): Promise<DialogTurnResult> {
    const { state, data } = turn;
    switch (wish.kind) {
      case 'start': {
        const project = startingProject(wish.text, data, turn.corpus, this.deps.readProject);
        const begun = { ...newFinder(project), mailed: state.mailed };
        return wish.listFirst ? this.list(turn, begun) : this.advance(turn, begun);
      }
      case 'facts':
        return this.list(turn, { ...state, project: alsoKnown(state.project, wish.project) });
      case 'show':
        return this.list(turn, state);
      case 'more':
        return this.list(turn, state, state.shown.length);
      case 'why':
        return this.end(turn, { ...state, step: 'list' }, whyReply(turn, turn.find(state.project)));
      case 'refine':
        return this.refine(turn);
      case 'mail':
        return this.play(turn, askForEmail(turn));
      case 'talk':
        return this.talk(turn);
      case 'pick':
        return this.play(turn, leaveWith(turn, wish.pageId));
      default:
        return assertNever(wish);
    }
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = await openFinderTurn(dc, this.deps);
    const { state, text, texts, data } = turn;
    const wish = finderWish(text, data, turn.corpus, this.deps.readProject);
    if (wish) return this.grant(turn, wish);
    const command = this.deps.commandIn(text, data);
    if (command === 'cancel')
      return this.end(turn, { ...state, step: 'left' }, { text: texts.left, buttons: [] });
    if (command === 'human') return this.talk(turn);
    switch (state.step) {
      case 'email':
        return this.play(turn, await takeEmail(turn, this.deps));
      case 'orderedGuard':
      case 'otherAidsGuard':
        return this.play(turn, takeGuard(turn, state.step, command, this.deps));
      case 'list':
      case 'left':
        return this.list(turn, state);
      default:
        return this.takeField(turn, state.step, command);
    }
  }

  /** Asks the present question again, for instance in the other language. */
  override async repromptDialog(context: TurnContext): Promise<void> {
    const turn = await openFinderTurn({ context }, this.deps);
    await this.deps.say(context, questionOf(turn, turn.state), turn.data);
  }

  private async takeField(
    turn: FinderTurn,
    field: FinderField,
    command: FormCommand | undefined,
  ): Promise<DialogTurnResult> {
    const { state, text, texts, data, corpus } = turn;
    const done = { passed: [...state.passed, field], questionsLeft: state.questionsLeft - 1, attempts: 0 };
    if (command === 'skip') return this.advance(turn, { ...state, ...done });
    if (command === 'whyQuestion') return this.play(turn, asking(turn, state, texts.why));
    const answer = await takeFieldAnswer(field, text, {
      ...this.deps,
      read: this.deps.readProject,
      language: data.language,
      themes: corpus.projectThemes,
      themesNear: (said) => this.deps.themesNear(said, data),
    });
    if (answer.kind === 'given') {
      return this.advance(turn, { ...state, ...done, project: alsoKnown(state.project, answer.project) });
    }
    if (answer.kind === 'other') {
      return this.advance(turn, { ...state, project: alsoKnown(state.project, answer.project) });
    }
    const aside = this.deps.answerAside(text, data);
    if (aside) return this.play(turn, asking(turn, state, aside.text));
    if (answer.kind === 'which') return this.tell(turn, state, whichReply(turn, state, answer.buttons));
    const attempts = state.attempts + 1;
    if (attempts >= maxAttempts) return this.advance(turn, { ...state, ...done });
    return this.tell(turn, { ...state, attempts }, invalidReply(turn, state, field));
  }

  /** The next question that would change the list, else the list. */
  private async advance(turn: FinderTurn, state: FinderState): Promise<DialogTurnResult> {
    const project = await withCompany(state.project, this.deps);
    const known = { ...state, project };
    const field = state.questionsLeft > 0 ? nextField(turn.find(project), project, state.passed) : undefined;
    return field ? this.play(turn, asking(turn, { ...known, step: field })) : this.list(turn, known);
  }

  private async list(turn: FinderTurn, state: FinderState, from = 0): Promise<DialogTurnResult> {
    const known = { ...state, project: await withCompany(state.project, this.deps) };
    const { reply, state: next } = listReply(turn, known, turn.find(known.project), from);
    return this.end(turn, next, reply);
  }

  private async refine(turn: FinderTurn): Promise<DialogTurnResult> {
    const { state } = turn;
    const field = nextField(turn.find(state.project), state.project, state.passed) ?? 'project';
    const refining = { ...state, step: field, questionsLeft: questionsToRefine, attempts: 0 };
    return this.play(turn, asking(turn, refining));
  }

  /** Goes over to the call-back form, which then asks nothing that the finder knows. */
  private async talk(turn: FinderTurn): Promise<DialogTurnResult> {
    const { dc, data, text } = turn;
    const counted = await countLeaving(turn, this.deps);
    if (data.finder) data.finder = { ...data.finder, step: 'left', counted };
    return dc.replaceDialog(leadFormDialogId, leadFormOptions(text, data, this.deps.ids));
  }

  private async play(turn: FinderTurn, { state, reply, ends }: Outcome): Promise<DialogTurnResult> {
    return ends ? this.end(turn, state, reply) : this.tell(turn, state, reply);
  }

  private async tell(turn: FinderTurn, state: FinderState, reply: Reply): Promise<DialogTurnResult> {
    keepFinder(turn, { ...state, counted: await countFinder(turn, state, this.deps) });
    await this.deps.say(turn.dc.context, reply, turn.data);
    return Dialog.EndOfTurn;
  }

  private async end(turn: FinderTurn, state: FinderState, reply: Reply): Promise<DialogTurnResult> {
    await this.tell(turn, state, reply);
    return turn.dc.endDialog();
  }
}
