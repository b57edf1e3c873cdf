/** Every figure, in the order in which they are shown. */
export const figureIds = [
  'questionsByTheme',
  'questionsByWeek',
  'questionEnds',
  'usefulRate',
  'mostAsked',
  'mostUnanswered',
  'schemesLookedAt',
  'leadsByTheme',
  'leadsByIntercommunality',
  'leadsBySize',
  'leadsByOutcome',
  'timeToTake',
  'timeToClose',
  'leadFormSteps',
  'finderSteps',
  'finderQuestions',
  'communes',
] as const;
export type FigureId = (typeof figureIds)[number];

/** What a column's numbers are: how many · 0 to 100 · working days. */
export type Unit = 'count' | 'percent' | 'days';

export interface FigureColumn {
  readonly title: string;
  readonly unit: Unit;
  /** The chart shows it; all columns drawn together have one unit. */
  readonly drawn: boolean;
}

/** One number a column; absent: nothing to tell, or not to be told. */
export type FigureValues = readonly (number | undefined)[];

export interface FigureRow {
  readonly label: string;
  readonly values: FigureValues;
  /** The same of the period before. */
  readonly before?: FigureValues | undefined;
  /** What the row stands for, for a link: a page's id, an end, the Monday of a week… */
  readonly key?: string | undefined;
  /** More than a label has room for, in words. */
  readonly detail?: string | undefined;
}

/**
 * How a figure is drawn: horizontal bars, a row each · a stack a row, upright · lines over the rows · bars that grow shorter, with what is left of the
 * first · communes on a map, by `key`.
 */
export type ChartKind = 'bars' | 'stackedBars' | 'line' | 'funnel' | 'map';

/** What one looks at: a table of numbers and how it is drawn. Words are French. */
export interface Figure {
  readonly id: FigureId;
  readonly title: string;
  /** What it counts and what not, where the title leaves it open. */
  readonly note?: string | undefined;
  /** What is counted, as a noun in the plural: « questions ». */
  readonly unit: string;
  /** What the labels are: « Thème ». */
  readonly rowTitle: string;
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly FigureRow[];
  /** Of the whole period; not always the sum of the rows. */
  readonly total?: FigureRow | undefined;
  readonly chart: ChartKind;
  /** A line across the chart: what was promised. */
  readonly reference?: { readonly value: number; readonly label: string } | undefined;
}

/** @param drawn false: it stands in the table only */
export const column = (title: string, unit: Unit = 'count', drawn = true): FigureColumn => ({
  title,
  unit,
  drawn,
});
