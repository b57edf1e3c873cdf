import { percentOf, tally, type Tally } from './counting';
import {
  finderQuestions,
  finderSteps,
  leadFormSteps,
  type CountedFlow,
  type CountedStep,
} from './countedSteps';
import { column, type Figure, type FigureValues } from './figure';
import { finderQuestionNames, finderStepNames, formStepNames } from './names.fr';
import type { Days } from './period';
import type { Readings } from './readings';

/** How far people come in the call-back form. */
export const leadFormFunnel = (readings: Readings): Promise<Figure> =>
  funnel(readings, 'leadForm', leadFormSteps, formStepNames, {
    id: 'leadFormSteps',
    title: 'Le formulaire de rappel, étape par étape',
    note: 'Chaque formulaire commencé compte une fois par étape atteinte. Ce que la conversation avait déjà dit n’est pas demandé : l’étape compte comme atteinte dès que la suivante l’est.',
    unit: 'formulaires',
  });

/** How far people come with the aid finder. */
export const finderFunnel = (readings: Readings): Promise<Figure> =>
  funnel(readings, 'aidFinder', finderSteps, finderStepNames, {
    id: 'finderSteps',
    title: 'Le chercheur d’aides, étape par étape',
    unit: 'recherches',
  });

/** Which questions of the aid finder people leave without going on. */
export async function finderQuestionFigure({ source, days, before }: Readings): Promise<Figure> {
  const read = async (of: Days) => {
    const asked = byStep(await source.stepCounts('finderAsked', of));
    const answered = byStep(await source.stepCounts('finderAnswered', of));
    return (step: string): FigureValues => {
      const [times, went] = [asked.get(step) ?? 0, answered.get(step) ?? 0];
      return [times, went, percentOf(went, times)];
    };
  };
  const now = await read(days);
  const earlier = await read(before);
  return {
    id: 'finderQuestions',
    title: 'Les questions du chercheur d’aides',
    note: 'Seules sont posées les questions qui changent la liste. « Suivies » : répondues ou passées.',
    unit: 'recherches',
    rowTitle: 'Question',
    columns: [column('Posées'), column('Suivies'), column('Part suivie', 'percent', false)],
    rows: finderQuestions.map((step) => ({
      key: step,
      label: finderQuestionNames[step],
      values: now(step),
      before: earlier(step),
    })),
    chart: 'bars',
  };
}

async function funnel<F extends CountedFlow, S extends Extract<CountedStep, { flow: F }>['step']>(
  { source, days, before }: Readings,
  flow: F,
  steps: readonly S[],
  names: Readonly<Record<S, string>>,
  figure: Pick<Figure, 'id' | 'title' | 'note' | 'unit'>,
): Promise<Figure> {
  const now = byStep(await source.stepCounts(flow, days));
  const earlier = byStep(await source.stepCounts(flow, before));
  const values = (counts: Tally, step: S): FigureValues => {
    const reached = counts.get(step) ?? 0;
    return [reached, percentOf(reached, counts.get(steps[0] ?? step) ?? 0)];
  };
  return {
    ...figure,
    rowTitle: 'Étape',
    columns: [column('Atteinte'), column('Part du début', 'percent', false)],
    rows: steps.map((step) => ({
      key: step,
      label: names[step],
      values: values(now, step),
      before: values(earlier, step),
    })),
    chart: 'funnel',
  };
}

const byStep = (counts: readonly { readonly step: string; readonly count: number }[]): Tally =>
  tally(
    counts,
    ({ step }) => [step],
    ({ count }) => count,
  );
