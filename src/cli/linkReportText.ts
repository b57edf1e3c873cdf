import { linkStates, type LinkResult, type LinkState } from '../links/linkResult';

/** A result with the places where its address stands. */
export interface PlacedResult extends LinkResult {
  readonly places: readonly string[];
}

const headings: Readonly<Record<LinkState, string>> = {
  dead: 'Morts',
  moved: 'Déplacés pour de bon',
  trouble: 'En difficulté (à revoir plus tard)',
  refusesRobots: 'Refusent les robots (à ouvrir soi-même)',
  ok: 'En ordre',
};

/** The report for editors: what is in order is only counted. */
export function linkReportText(results: readonly PlacedResult[]): string {
  const parts = linkStates.flatMap((state) => {
    const of = results.filter((result) => result.state === state);
    if (of.length === 0 || state === 'ok') return [];
    return [`${headings[state]} (${of.length})`, ...of.map(lineOf)];
  });
  const counts = linkStates.map(
    (state) => `${headings[state].toLowerCase()} : ${results.filter((one) => one.state === state).length}`,
  );
  return [...parts, `${results.length} liens. ${counts.join(' ; ')}`].join('\n');
}

function lineOf({ url, reason, movedTo, places }: PlacedResult): string {
  const why = movedTo === undefined ? ` [${reason ?? ''}]` : `\n    → ${movedTo}`;
  return `  ${url}${why}\n    ${places.join(', ')}`;
}
