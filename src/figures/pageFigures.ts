import { fold } from '../text/normalise';
import { comparedRows, percentOf, tally } from './counting';
import { column, type Figure } from './figure';
import type { QuestionCount, UnansweredCount } from './figureSource';
import type { Readings } from './readings';

/** Rows of a list of the most frequent. */
const mostRows = 15;

/** Groups of unanswered questions that are read. */
const mostGroups = 5000;

/** Pages that answered most, with what was said of them. */
export async function mostAsked(readings: Readings): Promise<Figure> {
  const byPage = (counts: readonly QuestionCount[]) =>
    tally(
      counts,
      ({ pageId }) => (pageId === undefined ? [] : [pageId]),
      ({ count }) => count,
    );
  const counts = await readings.counts();
  const rated = (useful: boolean) => byPage(counts.filter((one) => one.useful === useful));
  const [good, bad] = [rated(true), rated(false)];
  const rateOf = (id = ''): number | undefined =>
    percentOf(good.get(id) ?? 0, (good.get(id) ?? 0) + (bad.get(id) ?? 0));
  const rows = comparedRows(
    byPage(counts),
    byPage(await readings.countsBefore()),
    (id) => titleOf(readings, id),
    mostRows,
  );
  return {
    id: 'mostAsked',
    title: 'Pages les plus demandées',
    unit: 'questions',
    rowTitle: 'Page',
    columns: [column('Questions'), column('Taux utile', 'percent', false)],
    rows: rows
      .filter(({ values }) => values[0] !== 0)
      .map((row) => ({ ...row, values: [...row.values, rateOf(row.key)] })),
    chart: 'bars',
  };
}

/** Words that stand most often in questions without an answer. */
export async function mostUnanswered({ source, span, spanBefore }: Readings): Promise<Figure> {
  const groups = await source.unansweredCounts(span, mostGroups);
  const byTerm = (some: readonly UnansweredCount[]) =>
    tally(
      some,
      ({ terms }) => (terms.length === 0 ? [''] : terms),
      ({ count }) => count,
    );
  const examples = new Map(
    [...groups]
      .reverse()
      .flatMap(({ terms, example }) =>
        (terms.length === 0 ? [''] : terms).map((term) => [term, example] as const),
      ),
  );
  const now = byTerm(groups);
  const before = byTerm(await source.unansweredCounts(spanBefore, mostGroups));
  const known = new Map([...before].filter(([term]) => now.has(term)));
  const labelOf = (term: string): string =>
    term === '' ? 'Aucun mot que les pages connaissent' : wordIn(examples.get(term) ?? '', term);
  return {
    id: 'mostUnanswered',
    title: 'Mots des questions restées sans réponse',
    note: 'Une question compte une fois pour chacun de ses mots parlants ; les mots qu’aucune page ne connaît n’y figurent pas, car ils peuvent être des noms.',
    unit: 'questions',
    rowTitle: 'Mot',
    columns: [column('Questions')],
    rows: comparedRows(now, known, labelOf, mostRows).map((row) => ({
      ...row,
      detail: examples.get(row.key ?? ''),
    })),
    chart: 'bars',
  };
}

/** Schemes that answered a question, were shown by the aid finder, or had been shown before a lead. */
export async function schemesLookedAt(readings: Readings): Promise<Figure> {
  const { source, days, before, span, spanBefore, corpus } = readings;
  const looked = async (counts: readonly QuestionCount[], during: typeof days, recorded: typeof span) => {
    const isScheme = (id: string): boolean => corpus().pages.get(id)?.aid !== undefined;
    const answered = tally(
      counts,
      ({ pageId }) => (pageId !== undefined && isScheme(pageId) ? [pageId] : []),
      ({ count }) => count,
    );
    const shown = tally(
      await source.stepCounts('schemeShown', during),
      ({ step }) => [step],
      ({ count }) => count,
    );
    const carried = tally(
      await source.leadsBySchemes(recorded),
      ({ pageIds }) => pageIds,
      ({ count }) => count,
    );
    const views = tally(
      [...answered, ...shown],
      ([id]) => [id],
      ([, count]) => count,
    );
    return { views, parts: (id: string) => [answered, shown, carried].map((of) => of.get(id) ?? 0) };
  };
  const now = await looked(await readings.counts(), days, span);
  const earlier = await looked(await readings.countsBefore(), before, spanBefore);
  const rows = comparedRows(now.views, earlier.views, (id) => titleOf(readings, id), mostRows);
  return {
    id: 'schemesLookedAt',
    title: 'Aides regardées',
    note: 'Une aide est regardée quand elle répond à une question ou que le chercheur d’aides la propose. Les demandes de rappel qui en parlaient sont à part.',
    unit: 'fois',
    rowTitle: 'Aide',
    columns: [
      column('Regardée'),
      column('dont en réponse', 'count', false),
      column('dont proposée', 'count', false),
      column('Demandes de rappel', 'count', false),
    ],
    rows: rows
      .filter(({ values }) => values[0] !== 0)
      .map((row) => ({
        ...row,
        values: [...row.values, ...now.parts(row.key ?? '')],
        before: [...(row.before ?? []), ...earlier.parts(row.key ?? '')],
      })),
    chart: 'bars',
  };
}

const titleOf = ({ corpus }: Readings, id: string): string => corpus().pages.get(id)?.fr.title ?? id;

/** A stem as it stands written in a question: people read words, not stems. */
export function wordIn(question: string, stem: string): string {
  const words = question.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
  return words.find((word) => fold(word).startsWith(stem))?.toLowerCase() ?? stem;
}
