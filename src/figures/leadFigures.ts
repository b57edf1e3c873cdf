import { capital, comparedRows, tally, totalRow } from './counting';
import { column, type Figure, type FigureId } from './figure';
import type { LeadTrait, Span } from './figureSource';
import { leadEndNames, themeNames } from './names.fr';
import type { Readings } from './readings';

/** Key of leads that do not tell. */
export const notTold = 'inconnu';

const countOf = ({ count }: { readonly count: number }): number => count;

/** Leads by what the schemes are about that their conversations had shown. */
export async function leadsByTheme(readings: Readings): Promise<Figure> {
  const byTheme = async (span: Span) =>
    tally(
      await readings.source.leadsBySchemes(span),
      ({ pageIds }) => {
        const themes = new Set(pageIds.flatMap((id) => themesOf(readings, id)));
        return themes.size === 0 ? [notTold] : [...themes];
      },
      countOf,
    );
  return {
    ...leadFigure('leadsByTheme', 'Demandes par thème', 'Thème'),
    note: 'Les thèmes sont ceux des aides montrées avant la demande ; une demande peut en toucher plusieurs.',
    rows: comparedRows(await byTheme(readings.span), await byTheme(readings.spanBefore), (key) =>
      themeLabel(readings, key),
    ),
  };
}

/** Leads by the intercommunality of the project's site. */
export const leadsByIntercommunality = (readings: Readings): Promise<Figure> =>
  byTrait(
    readings,
    'intercommunality',
    leadFigure('leadsByIntercommunality', 'Demandes par intercommunalité', 'Intercommunalité'),
    'Hors du territoire ou non précisé',
  );

/** Leads by the company's staff, smallest first. */
export async function leadsBySize(readings: Readings): Promise<Figure> {
  const figure = await byTrait(
    readings,
    'sizeBand',
    {
      ...leadFigure('leadsBySize', 'Demandes par taille d’entreprise', 'Effectif'),
      note: 'L’effectif est celui du registre des entreprises, quand l’entreprise y a été trouvée.',
    },
    'Non précisé',
  );
  const staff = (label: string): number => Number.parseInt(label.replace(/\s/g, ''), 10);
  return { ...figure, rows: [...figure.rows].sort((a, b) => order(staff(a.label)) - order(staff(b.label))) };
}

/** What is no number comes last. */
const order = (n: number): number => (Number.isNaN(n) ? Number.MAX_VALUE : n);

/** Leads by where they stand or how they ended. */
export async function leadsByOutcome({ source, span, spanBefore }: Readings): Promise<Figure> {
  const byEnd = async (of: Span) => tally(await source.leadsByEnd(of), ({ end }) => [end], countOf);
  const now = await byEnd(span);
  const before = await byEnd(spanBefore);
  return {
    ...leadFigure('leadsByOutcome', 'Ce que deviennent les demandes', 'Issue'),
    note: 'Où en sont aujourd’hui les demandes enregistrées pendant la période.',
    rows: comparedRows(now, before, (key) => leadEndNames[key as keyof typeof leadEndNames]),
    total: totalRow(now, before),
  };
}

async function byTrait(
  { source, span, spanBefore }: Readings,
  trait: LeadTrait,
  figure: Omit<Figure, 'rows'>,
  unknown: string,
): Promise<Figure> {
  const byValue = async (of: Span) =>
    tally(await source.leadsBy(trait, of), ({ value }) => [value ?? notTold], countOf);
  const now = await byValue(span);
  const before = await byValue(spanBefore);
  const rows = comparedRows(now, before, (key) => (key === notTold ? unknown : key));
  return { ...figure, rows, total: totalRow(now, before) };
}

const leadFigure = (id: FigureId, title: string, rowTitle: string): Omit<Figure, 'rows'> => ({
  id,
  title,
  unit: 'demandes',
  rowTitle,
  columns: [column('Demandes')],
  chart: 'bars',
});

function themesOf({ corpus }: Readings, pageId: string): readonly string[] {
  const page = corpus().pages.get(pageId);
  return page ? (page.aid?.themes ?? [page.theme]) : [];
}

function themeLabel({ corpus }: Readings, key: string): string {
  if (key === notTold) return 'Aucune aide montrée';
  const name = (themeNames as Readonly<Record<string, string>>)[key];
  return capital(corpus().projectThemes.get(key)?.label.fr ?? name ?? key);
}
