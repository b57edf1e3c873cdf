import { questionsBehind, type QuestionPage } from './conversations';
import { figureIds, type Figure, type FigureId } from './figure';
import { leadsByIntercommunality, leadsByOutcome, leadsBySize, leadsByTheme } from './leadFigures';
import { createLocalDays } from './localDays';
import { communes } from './mapFigure';
import { mostAsked, mostUnanswered, schemesLookedAt } from './pageFigures';
import type { Days } from './period';
import { publicFigures, type PublicFigure } from './publicFigures';
import { questionEnds, questionsByTheme, questionsByWeek, usefulRate } from './questionFigures';
import { openReadings, type FigureDeps, type Readings } from './readings';
import { finderFunnel, finderQuestionFigure, leadFormFunnel } from './stepFigures';
import { timeToClose, timeToTake } from './timeFigures';
import { weekFacts, type WeekDeliveries, type WeekFacts } from './weekFacts';

const makers: Readonly<Record<FigureId, (readings: Readings) => Promise<Figure>>> = {
  questionsByTheme,
  questionsByWeek,
  questionEnds,
  usefulRate,
  mostAsked,
  mostUnanswered,
  schemesLookedAt,
  leadsByTheme,
  leadsByIntercommunality,
  leadsBySize,
  leadsByOutcome,
  timeToTake,
  timeToClose,
  leadFormSteps: leadFormFunnel,
  finderSteps: finderFunnel,
  finderQuestions: finderQuestionFigure,
  communes,
};

/** What the territory asks and how its requests fare. */
export interface Figures {
  /** Today in the service's time zone, as ISO day: what `readPeriod` takes. */
  today(): string;
  /** All figures of a period beside the one before, in the order of `figureIds`. */
  of(days: Days): Promise<readonly Figure[]>;
  one(id: FigureId, days: Days): Promise<Figure>;
  /** The masked questions behind a row; undefined: this figure has none. @param page from 1 */
  conversationsOf(
    figureId: FigureId,
    key: string,
    days: Days,
    page?: number,
  ): Promise<QuestionPage | undefined>;
  /** What everybody may see of a period: no count below five. */
  publicOf(days: Days): Promise<readonly PublicFigure[]>;
  /** What a weekly digest tells. @param days usually the week that has just ended */
  week(days: Days, deliveries: WeekDeliveries): Promise<WeekFacts>;
}

/** @param deps `timeZone`: where days begin and end */
export function createFigures(deps: Omit<FigureDeps, 'local'>): Figures {
  const whole: FigureDeps = { ...deps, local: createLocalDays(deps.timeZone) };
  return {
    today: () => whole.local.dayOf(deps.clock()),
    async of(days) {
      const readings = openReadings(whole, days);
      const figures: Figure[] = [];
      for (const id of figureIds) figures.push(await makers[id](readings));
      return figures;
    },
    one: (id, days) => makers[id](openReadings(whole, days)),
    conversationsOf: (figureId, key, days, page) => questionsBehind(whole, figureId, key, days, page),
    publicOf: (days) => publicFigures(openReadings(whole, days)),
    week: (days, deliveries) => weekFacts(openReadings(whole, days), deliveries),
  };
}
