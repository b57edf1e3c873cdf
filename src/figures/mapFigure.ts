import { tally } from './counting';
import { column, type Figure, type FigureRow } from './figure';
import type { Readings } from './readings';

/** Counts below this are never told of one commune: a company could be recognised. */
export const leastPerCommune = 5;

/** Leads and searches of the aid finder by the project's commune. What is too few anywhere is added up under « Autres communes ». */
export async function communes({ source, span, days, communeName }: Readings): Promise<Figure> {
  const told = (await source.leadsBy('communeCode', span)).filter(({ value }) => value !== undefined);
  const columns = [
    tally(
      told,
      ({ value = '' }) => [value],
      ({ count }) => count,
    ),
    tally(
      await source.stepCounts('finderCommune', days),
      ({ step }) => [step],
      ({ count }) => count,
    ),
  ];
  const codes = [...new Set(columns.flatMap((counts) => [...counts.keys()]))];
  const tellable = (count = 0): number | undefined => (count >= leastPerCommune ? count : undefined);
  const rows: FigureRow[] = codes
    .map((code) => ({
      key: code,
      label: communeName(code) ?? code,
      values: columns.map((counts) => tellable(counts.get(code))),
    }))
    .filter(({ values }) => values.some((value) => value !== undefined))
    .sort((a, b) => sum(b) - sum(a) || a.label.localeCompare(b.label, 'fr'));
  const others = columns.map((counts) =>
    [...counts.values()].filter((count) => tellable(count) === undefined).reduce((all, n) => all + n, 0),
  );
  const rest = others.some((count) => count > 0) ? [{ label: 'Autres communes', values: others }] : [];
  return {
    id: 'communes',
    title: 'D’où viennent les demandes',
    note: `Commune du projet, quand elle est connue. Les communes de moins de ${leastPerCommune} sont réunies sous « Autres communes », pour qu’aucune entreprise ne se reconnaisse. Une question n’a pas de commune : seuls comptent ici les demandes de rappel et les recherches d’aides.`,
    unit: 'demandes et recherches',
    rowTitle: 'Commune',
    columns: [column('Demandes de rappel'), column('Recherches d’aides')],
    rows: [...rows, ...rest],
    chart: 'map',
  };
}

const sum = ({ values }: FigureRow): number => values.reduce<number>((all, value) => all + (value ?? 0), 0);
