import { leadsByOutcome, leadsByTheme } from './leadFigures';
import type { Figure, FigureRow } from './figure';
import { questionEnds, questionsByTheme, usefulRate } from './questionFigures';
import type { Readings } from './readings';
import { timeToTake } from './timeFigures';

/** Counts below this are not published. */
export const leastPublic = 5;

/** What stands in the place of a number that is too small, or of one that would give it away. */
const few = `moins de ${leastPublic}`;
const withheld = 'non publié';
const nothing = '–';

/** A table ready to read: numbers are written out. */
export interface PublicFigure {
  readonly id: string;
  readonly title: string;
  readonly note?: string | undefined;
  readonly rowTitle: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
}

/**
 * The figures that everybody may see. No count below five stands there, nor one that could be worked out from the others; a rate is told of at least
 * five only.
 */
export async function publicFigures(readings: Readings): Promise<readonly PublicFigure[]> {
  const ends = await questionEnds(readings);
  const useful = await usefulRate(readings);
  const take = await timeToTake(readings);
  const outcomes = await leadsByOutcome(readings);
  const [questions = 0] = ends.total?.values ?? [];
  const [answered = 0] = ends.rows.find(({ key }) => key === 'answered')?.values ?? [];
  const [usefulShare, rated = 0] = useful.total?.values ?? [];
  const [half, nine, kept, leads = 0] = take.total?.values ?? [];
  const line = (label: string, cell: string) => ({ label, cells: [cell] });
  const keyFigures: PublicFigure = {
    id: 'enBref',
    title: 'En bref',
    rowTitle: 'Chiffre',
    columns: ['Valeur'],
    rows: [
      line('Questions posées', countText(questions)),
      line('Questions qui ont reçu une réponse', rateText((answered / questions) * 100, questions)),
      line('Réponses jugées utiles, parmi celles notées', rateText(usefulShare, rated)),
      line('Demandes de rappel', countText(leads)),
    ],
  };
  const delays: PublicFigure = {
    id: 'delais',
    title: take.title,
    note: take.note,
    rowTitle: 'Délai',
    columns: ['Valeur'],
    rows: [
      line('Délai promis', daysText(readings.promiseDays)),
      line('La moitié des demandes', leads < leastPublic ? few : daysText(half)),
      line('Neuf demandes sur dix', leads < leastPublic ? few : daysText(nine)),
      line('Prises en charge dans le délai promis', rateText(kept, leads)),
    ],
  };
  return [
    keyFigures,
    published(await questionsByTheme(readings), true),
    published(await leadsByTheme(readings), false),
    published(outcomes, true),
    delays,
  ];
}

/** @param adds the rows add up to a number that is published: a single small one could be worked out, and takes the next with it */
function published({ id, title, note, rowTitle, rows }: Figure, adds: boolean): PublicFigure {
  const countOf = ({ values }: FigureRow): number => values[0] ?? 0;
  const shown = rows.filter((row) => countOf(row) > 0).sort((a, b) => countOf(b) - countOf(a));
  const small = shown.filter((row) => countOf(row) < leastPublic);
  const alone = adds && small.length === 1;
  const taken = alone ? shown.filter((row) => countOf(row) >= leastPublic).at(-1) : undefined;
  return {
    id,
    title,
    note,
    rowTitle,
    columns: ['Nombre'],
    rows: shown.map((row) => ({
      label: row.label,
      cells: [row === taken ? withheld : countText(countOf(row))],
    })),
  };
}

const numbers = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 });
const countText = (count: number): string => (count < leastPublic ? few : numbers.format(count));
const daysText = (days: number | undefined): string => {
  if (days === undefined) return nothing;
  return `${numbers.format(days)} ${days < 2 ? 'jour ouvré' : 'jours ouvrés'}`;
};
const rateText = (share: number | undefined, of: number): string => {
  if (of < leastPublic) return few;
  return share === undefined ? nothing : `${numbers.format(share)} %`;
};
