/** One row a day, a flow, a step and a language: how often it was reached. Nothing tells by whom. */
export interface StepCountRow {
  /** ISO day in the service's time zone. */
  day: string;
  flow: string;
  step: string;
  language: string;
  count: number;
}

/** The table of counted steps. */
export interface FigureTables {
  step_counts: StepCountRow;
}
