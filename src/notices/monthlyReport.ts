import type { Ids } from '../shared/ids';
import { dayIn } from '../shared/time';
import { workingDayFrom } from '../shared/workingDays';
import type { Letter } from './letter';
import { isEmptyReport, type UpkeepReport } from './upkeepReport';

/** For which months it has been decided whether the report is sent; survives restarts. */
export interface ReportMonths {
  /** The latest, as "2026-12"; undefined: none yet. */
  last(): Promise<string | undefined>;
  /** Writes a month down, with its letter when there is one. @returns false when that month was decided already: nothing was stored */
  decide(month: string, letter: Letter | undefined): Promise<boolean>;
}

/** Sends the project lead what there is to confirm, once a month. */
export interface MonthlyReport {
  /**
   * Writes the letter from the first working day of the month on, once, also when the service stood still on that day. Nothing to confirm: nothing is
   * sent, and that month is over. The month in which the service first runs is left out.
   * @returns whether a letter was written
   * @throws what the database and the report throw
   */
  runOnce(now: Date): Promise<boolean>;
}

/** Builds the chore. @param deps `to` is the project lead */
export function createMonthlyReport(deps: {
  readonly months: ReportMonths;
  readonly to: () => { readonly name: string; readonly email: string };
  readonly report: (today: string) => UpkeepReport;
  readonly ids: Ids;
  readonly timeZone: string;
}): MonthlyReport {
  const { months, ids } = deps;
  return {
    async runOnce(now) {
      const today = dayIn(deps.timeZone, now);
      const month = today.slice(0, 7);
      const last = await months.last();
      if (last === undefined) {
        await months.decide(month, undefined);
        return false;
      }
      if (last >= month || today < workingDayFrom(`${month}-01`)) return false;
      const report = deps.report(today);
      const letter: Letter | undefined = isEmptyReport(report)
        ? undefined
        : {
            id: ids.uuid(),
            watchId: undefined,
            language: 'fr',
            to: deps.to(),
            content: { kind: 'upkeep', month, report },
            createdAt: now,
          };
      return (await months.decide(month, letter)) && letter !== undefined;
    },
  };
}
