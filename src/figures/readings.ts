import type { Corpus } from '../knowledge/corpus';
import type { Clock } from '../shared/time';
import type { FigureSource, LeadTimes, QuestionCount, Span } from './figureSource';
import type { LocalDays } from './localDays';
import { daysBefore, weeksOf, type Days, type Week } from './period';

/** What figures are made of. */
export interface FigureDeps {
  readonly source: FigureSource;
  readonly corpus: () => Pick<Corpus, 'pages' | 'projectThemes'>;
  /** The name of a commune by its INSEE code. */
  readonly communeName: (code: string) => string | undefined;
  /** Working days within which a call is promised. */
  readonly promiseDays: number;
  readonly clock: Clock;
  readonly local: LocalDays;
  /** Where days are told: `Europe/Paris`. */
  readonly timeZone: string;
}

/** Questions of one week of the period. */
export interface WeekOfQuestions {
  readonly week: Week;
  readonly counts: readonly QuestionCount[];
}

/** One look at a period and the one before. What several figures need is read once, when the first one asks. */
export interface Readings extends FigureDeps {
  readonly days: Days;
  readonly before: Days;
  readonly span: Span;
  readonly spanBefore: Span;
  readonly weeks: readonly Week[];
  readonly weekly: () => Promise<readonly WeekOfQuestions[]>;
  readonly counts: () => Promise<readonly QuestionCount[]>;
  readonly countsBefore: () => Promise<readonly QuestionCount[]>;
  readonly times: () => Promise<readonly LeadTimes[]>;
  readonly timesBefore: () => Promise<readonly LeadTimes[]>;
}

/** @param period days; the one before is as long */
export function openReadings(deps: FigureDeps, { from, to }: Days): Readings {
  const { source, local } = deps;
  const days = { from, to };
  const before = daysBefore(days);
  const span = local.spanOf(days);
  const spanBefore = local.spanOf(before);
  const weeks = weeksOf(days);
  /** Week by week: so many small questions to the database take half as long as one for a year, and let turns in between. */
  const byWeek = async (of: readonly Week[]): Promise<readonly WeekOfQuestions[]> => {
    const read: WeekOfQuestions[] = [];
    for (const week of of) read.push({ week, counts: await source.questionCounts(local.spanOf(week)) });
    return read;
  };
  const weekly = once(() => byWeek(weeks));
  return {
    ...deps,
    days,
    before,
    span,
    spanBefore,
    weeks,
    weekly,
    counts: once(async () => (await weekly()).flatMap(({ counts }) => counts)),
    countsBefore: once(async () => (await byWeek(weeksOf(before))).flatMap(({ counts }) => counts)),
    times: once(() => source.leadTimes(span)),
    timesBefore: once(() => source.leadTimes(spanBefore)),
  };
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => (reading ??= read());
}
