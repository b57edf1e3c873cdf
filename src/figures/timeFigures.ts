import { isWorkingDay, workingDaysBefore } from '../shared/workingDays';
import { percentOf, quantile, weekLabel } from './counting';
import { column, type Figure, type FigureValues } from './figure';
import type { LeadTimes } from './figureSource';
import { dayAfter } from './localDays';
import type { Readings } from './readings';

/** Nine of ten. */
const most = 0.9;

type OfTimes = (times: readonly LeadTimes[]) => FigureValues;

/** Working days until somebody took a lead, against what visitors are promised. */
export function timeToTake(readings: Readings): Promise<Figure> {
  const { promiseDays, local, clock } = readings;
  const workingDays = workingDayCount(readings);
  // Leads recorded before this day have waited longer than was promised, whenever somebody takes them.
  const lateBefore = workingDaysBefore(dayAfter(local.dayOf(clock()), 1), promiseDays + 1);
  const values: OfTimes = (times) => {
    const taken = times.flatMap(({ recordedAt, takenAt }) =>
      takenAt ? [workingDays(recordedAt, takenAt)] : [],
    );
    const late = times.filter(
      ({ recordedAt, takenAt, outcome }) =>
        takenAt === undefined && outcome !== 'withdrawn' && local.dayOf(recordedAt) < lateBefore,
    ).length;
    const kept = taken.filter((n) => n <= promiseDays).length;
    const share = percentOf(kept, taken.length + late);
    return [quantile(taken, 0.5), quantile(taken, most), share, times.length];
  };
  return byWeek(readings, values, {
    id: 'timeToTake',
    title: 'Délai de prise en charge',
    note: `En jours ouvrés, de la demande à sa prise en charge ; ${promiseDays} sont promis. Une demande qui attend depuis plus longtemps compte comme hors délai ; une demande que l’entreprise a retirée avant ne compte pas.`,
    columns: [
      column('La moitié en', 'days'),
      column('Neuf sur dix en', 'days'),
      column('Dans le délai promis', 'percent', false),
      column('Demandes', 'count', false),
    ],
    reference: { value: promiseDays, label: 'délai promis' },
  });
}

/** Working days until a lead was closed. */
export function timeToClose(readings: Readings): Promise<Figure> {
  const workingDays = workingDayCount(readings);
  const values: OfTimes = (times) => {
    const closed = times.flatMap(({ recordedAt, closedAt, outcome }) =>
      closedAt && outcome !== 'withdrawn' ? [workingDays(recordedAt, closedAt)] : [],
    );
    return [quantile(closed, 0.5), quantile(closed, most), closed.length, times.length];
  };
  return byWeek(readings, values, {
    id: 'timeToClose',
    title: 'Délai de clôture',
    note: 'En jours ouvrés, de la demande à sa clôture, pour les demandes enregistrées pendant la période et closes depuis. Celles que l’entreprise a retirées ne comptent pas.',
    columns: [
      column('La moitié en', 'days'),
      column('Neuf sur dix en', 'days'),
      column('Closes', 'count', false),
      column('Demandes', 'count', false),
    ],
  });
}

async function byWeek(
  { weeks, local, times, timesBefore }: Readings,
  values: OfTimes,
  figure: Pick<Figure, 'id' | 'title' | 'note' | 'columns' | 'reference'>,
): Promise<Figure> {
  const all = await times();
  return {
    ...figure,
    unit: 'jours ouvrés',
    rowTitle: 'Semaine du',
    rows: weeks.map((week) => {
      const { from, until } = local.spanOf(week);
      const recorded = all.filter(({ recordedAt }) => recordedAt >= from && recordedAt < until);
      return { key: week.monday, label: weekLabel(week), values: values(recorded) };
    }),
    total: { label: 'Ensemble', values: values(all), before: values(await timesBefore()) },
    chart: 'line',
  };
}

/** Working days that have begun after the day of one moment, up to the day of another. Each day is looked up once: thousands of leads share them. */
function workingDayCount({ before, local, clock }: Readings): (from: Date, to: Date) => number {
  const begun = new Map<string, number>();
  const last = local.dayOf(clock());
  let count = 0;
  for (let day = before.from; day <= last; day = dayAfter(day, 1)) {
    if (isWorkingDay(day)) count += 1;
    begun.set(day, count);
  }
  const upTo = (moment: Date): number => begun.get(local.dayOf(moment)) ?? count;
  return (from, to) => Math.max(0, upTo(to) - upTo(from));
}
