import type { CountSteps } from '../../figures/countSteps';
import type { CountedStep } from '../../figures/countedSteps';
import { finderQuestions } from '../../figures/countedSteps';
import type { FinderState } from './finderState';
import type { FinderTurn } from './finderTurn';

interface CountDeps {
  readonly countSteps: CountSteps;
}

const keyOf = ({ flow, step }: CountedStep): string => `${flow}/${step}`;
const listed = keyOf({ flow: 'aidFinder', step: 'list' });

/** Counts what a turn of the finder has come to, once a run. @returns everything that this run is counted for by now */
export function countFinder(
  turn: FinderTurn,
  state: FinderState,
  deps: CountDeps,
): Promise<readonly string[]> {
  const { communeCode } = state.project.site ?? {};
  const { counted = [] } = state;
  // A commune that is corrected would count twice.
  const placed = counted.some((key) => key.startsWith('finderCommune/'));
  const goesOn = state.picked !== undefined || state.mailed > turn.state.mailed;
  const hasList = state.step === 'list' || state.shown.length > 0;
  return count(
    turn,
    counted,
    [
      { flow: 'aidFinder', step: 'started' },
      ...finderQuestions.filter((field) => field === state.step).map(asked),
      ...finderQuestions.filter((field) => state.passed.includes(field)).map(answered),
      ...(hasList ? [{ flow: 'aidFinder', step: 'list' } as const] : []),
      ...(hasList && goesOn ? [{ flow: 'aidFinder', step: 'done' } as const] : []),
      ...state.shown.map((pageId): CountedStep => ({ flow: 'schemeShown', step: pageId })),
      ...(hasList && communeCode !== undefined && !placed
        ? [{ flow: 'finderCommune', step: communeCode } as const]
        : []),
    ],
    deps,
  );
}

/** Counts that the visitor goes over from the list to a person. */
export async function countLeaving(turn: FinderTurn, deps: CountDeps): Promise<readonly string[]> {
  const { counted = [] } = turn.state;
  return counted.includes(listed)
    ? count(turn, counted, [{ flow: 'aidFinder', step: 'done' }], deps)
    : counted;
}

const asked = (step: (typeof finderQuestions)[number]): CountedStep => ({ flow: 'finderAsked', step });
const answered = (step: (typeof finderQuestions)[number]): CountedStep => ({ flow: 'finderAnswered', step });

async function count(
  { data }: FinderTurn,
  counted: readonly string[],
  steps: readonly CountedStep[],
  { countSteps }: CountDeps,
): Promise<readonly string[]> {
  const fresh = steps.filter((step) => !counted.includes(keyOf(step)));
  await countSteps(fresh, data.language);
  return [...counted, ...fresh.map(keyOf)];
}
