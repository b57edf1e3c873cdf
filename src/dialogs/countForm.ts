import type { CountSteps } from '../figures/countSteps';
import { leadFormSteps, upTo, type LeadFormStep } from '../figures/countedSteps';
import type { FormTurn } from './leadFormTurn';

/**
 * Counts the steps up to one that this form has not been counted for: what was known already need not be asked, and is left behind all the same.
 * @returns every step it is counted for by now
 */
export async function countForm(
  { form, data }: Pick<FormTurn, 'form' | 'data'>,
  step: LeadFormStep,
  { countSteps }: { readonly countSteps: CountSteps },
): Promise<readonly LeadFormStep[]> {
  const { counted = [] } = form;
  const reached = upTo(leadFormSteps, step).filter((one) => !counted.includes(one));
  await countSteps(
    reached.map((one) => ({ flow: 'leadForm', step: one })),
    data.language,
  );
  return [...counted, ...reached];
}
