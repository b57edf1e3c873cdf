/** The steps of the call-back form in their order; `done`: the lead is recorded. */
export const leadFormSteps = [
  'consent',
  'need',
  'company',
  'site',
  'name',
  'contact',
  'preference',
  'message',
  'confirm',
  'done',
] as const;
export type LeadFormStep = (typeof leadFormSteps)[number];

/** What the aid finder may ask, in the order in which a figure tells it; each conversation is asked a few of them only. */
export const finderQuestions = ['project', 'site', 'company', 'stage', 'cost', 'activity'] as const;
export type FinderQuestion = (typeof finderQuestions)[number];

/** The way through the aid finder: begun, a list seen, and after it a scheme chosen, the list sent by mail or a person asked for. */
export const finderSteps = ['started', 'list', 'done'] as const;
export type FinderStep = (typeof finderSteps)[number];

/** One thing to count; once each run of a form or of the finder. */
export type CountedStep =
  | { readonly flow: 'leadForm'; readonly step: LeadFormStep }
  | { readonly flow: 'aidFinder'; readonly step: FinderStep }
  | { readonly flow: 'finderAsked' | 'finderAnswered'; readonly step: FinderQuestion }
  /** A scheme that the finder showed: its page's id. */
  | { readonly flow: 'schemeShown'; readonly step: string }
  /** The project's commune: its INSEE code. */
  | { readonly flow: 'finderCommune'; readonly step: string };
export type CountedFlow = CountedStep['flow'];

/** A step with those before it: who was not asked for what was known already has come as far. */
export const upTo = <T extends string>(steps: readonly T[], step: T): readonly T[] =>
  steps.slice(0, steps.indexOf(step) + 1);
