import { column, type Figure, type FigureRow, type FigureValues } from './figure';
import type { QuestionCount } from './figureSource';
import { comparedRows, percentOf, sumOf, tally, totalRow, weekLabel } from './counting';
import { endNames, themeNames } from './names.fr';
import type { Readings } from './readings';

/** Keys of questions that no page answered, and of those whose page is gone. */
export const noPage = 'aucune';
export const removedPage = 'retiree';

/** Key of questions that a lead followed; they ended in one of the other ways as well. */
export const handedOver = 'handedOver';

/** Themes with a colour of their own in the chart by week. */
const mostThemes = 6;
const otherThemes = 'autres';

const countOf = ({ count }: { readonly count: number }): number => count;

/** Questions by the theme of the page that answered. */
export async function questionsByTheme(readings: Readings): Promise<Figure> {
  const byTheme = (counts: readonly QuestionCount[]) =>
    tally(counts, (one) => [themeKey(readings, one)], countOf);
  const now = byTheme(await readings.counts());
  const before = byTheme(await readings.countsBefore());
  return {
    id: 'questionsByTheme',
    title: 'Questions par thème',
    note: 'Le thème est celui de la page qui a répondu.',
    unit: 'questions',
    rowTitle: 'Thème',
    columns: [column('Questions')],
    rows: comparedRows(now, before, themeLabel),
    total: totalRow(now, before),
    chart: 'bars',
  };
}

/** Questions by week, told apart by theme. */
export async function questionsByWeek(readings: Readings): Promise<Figure> {
  const weekly = await readings.weekly();
  const byTheme = (counts: readonly QuestionCount[]) =>
    tally(counts, (one) => [themeKey(readings, one)], countOf);
  const all = byTheme(await readings.counts());
  const themes = [...all]
    .filter(([key]) => key !== noPage)
    .sort(([, a], [, b]) => b - a)
    .map(([key]) => key);
  const own = themes.slice(0, mostThemes);
  const rest = themes.slice(mostThemes);
  const valuesOf = (counts: ReturnType<typeof byTheme>): FigureValues => [
    ...own.map((key) => counts.get(key) ?? 0),
    ...(rest.length > 0 ? [rest.reduce((sum, key) => sum + (counts.get(key) ?? 0), 0)] : []),
    counts.get(noPage) ?? 0,
  ];
  return {
    id: 'questionsByWeek',
    title: 'Questions par semaine',
    unit: 'questions',
    rowTitle: 'Semaine du',
    columns: [...own, ...(rest.length > 0 ? [otherThemes] : []), noPage].map((key) =>
      column(themeLabel(key)),
    ),
    rows: weekly.map(({ week, counts }) => ({
      key: week.monday,
      label: weekLabel(week),
      values: valuesOf(byTheme(counts)),
    })),
    total: { label: 'Ensemble', values: valuesOf(all) },
    chart: 'stackedBars',
  };
}

/** How questions ended. */
export async function questionEnds(readings: Readings): Promise<Figure> {
  const endsOf = (counts: readonly QuestionCount[]) => {
    const ends = tally(counts, ({ end }) => [end], countOf);
    const handed = sumOf(
      tally(
        counts.filter((one) => one.handedOver),
        () => [handedOver],
        countOf,
      ),
    );
    const all = sumOf(ends);
    const share = (count: number): FigureValues => [count, percentOf(count, all)];
    return { of: (end: string) => share(ends.get(end) ?? 0), handed: share(handed), all: share(all) };
  };
  const now = endsOf(await readings.counts());
  const before = endsOf(await readings.countsBefore());
  const rows: FigureRow[] = Object.entries(endNames).map(([end, label]) => ({
    key: end,
    label,
    values: now.of(end),
    before: before.of(end),
  }));
  return {
    id: 'questionEnds',
    title: 'Comment les questions se terminent',
    note: 'Les questions transmises à une personne comptent aussi dans la ligne qui dit comment l’assistant y a répondu.',
    unit: 'questions',
    rowTitle: 'Fin',
    columns: [column('Questions'), column('Part', 'percent', false)],
    rows: [
      ...rows,
      { key: handedOver, label: 'Transmises à une personne', values: now.handed, before: before.handed },
    ],
    total: { label: 'Ensemble', values: now.all, before: before.all },
    chart: 'bars',
  };
}

/** How many of those who said something of the answer said that it was useful. */
export async function usefulRate(readings: Readings): Promise<Figure> {
  const weekly = await readings.weekly();
  const rated = (counts: readonly QuestionCount[]): FigureValues => {
    const said = tally(counts, ({ useful }) => (useful === undefined ? [] : [String(useful)]), countOf);
    const useful = said.get('true') ?? 0;
    return [percentOf(useful, sumOf(said)), sumOf(said), useful];
  };
  return {
    id: 'usefulRate',
    title: 'Réponses jugées utiles',
    note: 'Parmi les réponses que quelqu’un a notées. Le lien d’une semaine mène aux réponses jugées inutiles.',
    unit: 'réponses',
    rowTitle: 'Semaine du',
    columns: [
      column('Taux utile', 'percent'),
      column('Notées', 'count', false),
      column('Utiles', 'count', false),
    ],
    rows: weekly.map(({ week, counts }) => ({
      key: week.monday,
      label: weekLabel(week),
      values: rated(counts),
    })),
    total: {
      label: 'Ensemble',
      values: rated(await readings.counts()),
      before: rated(await readings.countsBefore()),
    },
    chart: 'line',
  };
}

function themeKey({ corpus }: Readings, { pageId }: QuestionCount): string {
  if (pageId === undefined) return noPage;
  return corpus().pages.get(pageId)?.theme ?? removedPage;
}

function themeLabel(key: string): string {
  if (key === noPage) return 'Sans page de réponse';
  if (key === removedPage) return 'Page retirée depuis';
  if (key === otherThemes) return 'Autres thèmes';
  return (themeNames as Readonly<Record<string, string>>)[key] ?? key;
}
