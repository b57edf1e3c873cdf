import type { AskedRecord, QuestionEnd } from '../knowledge/questionLog';
import type { FigureId } from './figure';
import type { FigureDeps } from './readings';
import type { QuestionSelection } from './figureSource';
import { mondayOf, type Days } from './period';
import { dayAfter } from './localDays';
import { handedOver, noPage, removedPage } from './questionFigures';

/** Questions on one page of a list. */
export const questionsPerPage = 50;

/** The masked questions behind a row, newest first. */
export interface QuestionPage {
  readonly total: number;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly questions: readonly AskedRecord[];
}

/** Figures whose rows have questions behind them. Leads are no questions: their rows lead to the inbox. */
export const figuresWithQuestions = [
  'questionsByTheme',
  'questionsByWeek',
  'questionEnds',
  'usefulRate',
  'mostAsked',
  'mostUnanswered',
  'schemesLookedAt',
] as const satisfies readonly FigureId[];

/**
 * The questions behind a row of a figure, for the same period.
 * @param key of the row
 * @param page from 1; beyond the last: the last
 * @returns undefined when the figure has no questions behind its rows
 */
export async function questionsBehind(
  deps: FigureDeps,
  figureId: FigureId,
  key: string,
  days: Days,
  page = 1,
): Promise<QuestionPage | undefined> {
  const selection = selectionOf(deps, figureId, key, days);
  if (!selection) return undefined;
  const read = (number: number) =>
    deps.source.questions(selection, { offset: (number - 1) * questionsPerPage, limit: questionsPerPage });
  const first = Number.isInteger(page) && page > 0 ? page : 1;
  const found = await read(first);
  const pages = Math.max(1, Math.ceil(found.total / questionsPerPage));
  const last = Math.min(first, pages);
  return { ...(last === first ? found : await read(last)), page: last, pages };
}

function selectionOf(
  { corpus, local }: FigureDeps,
  figureId: FigureId,
  key: string,
  days: Days,
): QuestionSelection | undefined {
  const span = local.spanOf(days);
  const ofWeek = { span: local.spanOf(within(days, key)) };
  const { pages } = corpus();
  switch (figureId) {
    case 'questionsByTheme':
      if (key === noPage) return { span, withoutPage: true };
      if (key === removedPage) return { span, otherThan: [...pages.keys()] };
      return {
        span,
        pageIds: [...pages.values()].filter(({ theme }) => theme === key).map(({ id }) => id),
      };
    case 'questionsByWeek':
      return ofWeek;
    case 'usefulRate':
      return { ...ofWeek, useful: false };
    case 'questionEnds':
      return key === handedOver ? { span, handedOver: true } : { span, ends: [key as QuestionEnd] };
    case 'mostAsked':
    case 'schemesLookedAt':
      return { span, pageIds: [key] };
    case 'mostUnanswered':
      return { span, ends: ['unanswered', 'refused'], term: key };
    default:
      return undefined;
  }
}

/** The days of a period that lie in a week; all of them when the key names no day. */
function within(days: Days, key: string): Days {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(key) || Number.isNaN(Date.parse(key))) return days;
  const monday = mondayOf(key);
  const sunday = dayAfter(monday, 6);
  const from = monday < days.from ? days.from : monday;
  const to = sunday > days.to ? days.to : sunday;
  return from > to ? days : { from, to };
}
