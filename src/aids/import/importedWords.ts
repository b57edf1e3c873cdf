import type { Programme } from './programme';

/** Sentences of the catalogue that exclude nobody. */
const saysNothing =
  /^(?:éligible à toutes les entreprises|éligible aux micro-entreprises|toutes tailles|tous secteurs d'activité|france et territoires d'outre-mer)\.?$/i;

/** A text of the catalogue in one line: marks of emphasis gone, white space of any kind as one space. */
export const oneLine = (text: string): string =>
  text
    .replace(/\*\*|__/g, '')
    .replace(/\s+/gu, ' ')
    .trim();

/** The catalogue's description as paragraphs of a page; each point of a list is one. */
export function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\n\s*\n|\n(?=\s*[-•*] )/)
    .map((part) => oneLine(part).replace(/^[•*] /, '- '))
    .filter(Boolean);
}

/** Who may apply, in the catalogue's words: sizes, activities, places. Empty when nobody is excluded. */
export function forWhomOf(programme: Programme): string {
  const conditions = programme["conditions d'éligibilité"];
  const sentences = [
    ...sentencesOf(conditions?.["taille de l'entreprise"]),
    ...sentencesOf(conditions?.["secteur d'activité"]),
    ...sentencesOf(conditions?.['secteur géographique']),
  ];
  return sentences.join(' ; ') || 'Toutes les entreprises, selon le catalogue';
}

/** Where one may apply, in the catalogue's words; undefined: anywhere, or not said. */
export function placesOf(programme: Programme): string | undefined {
  const said = sentencesOf(programme["conditions d'éligibilité"]?.['secteur géographique']);
  return said.length > 0 ? said.join(' ; ') : undefined;
}

/** Conditions that stay to be read, in the catalogue's words: they are no data, so no verdict rests on them. */
export function conditionsOf(programme: Programme): readonly string[] {
  const conditions = programme["conditions d'éligibilité"];
  const size = sentencesOf(conditions?.["taille de l'entreprise"]);
  return [
    // "PME avec un CA supérieur à …": a head count alone says less.
    ...size.filter((sentence) => /\b(?:CA|chiffre d'affaires|bilan)\b/.test(sentence)),
    ...sentencesOf(conditions?.["secteur d'activité"]),
    ...sentencesOf(conditions?.["nombre d'années d'activité"]),
    ...sentencesOf(conditions?.["autres critères d'éligibilité"]),
  ];
}

function sentencesOf(
  condition: { readonly description?: readonly string[] | undefined } | undefined,
): string[] {
  return (condition?.description ?? [])
    .map((sentence) => oneLine(sentence).replace(/(?<!etc)\.$/i, ''))
    .filter((one) => !saysNothing.test(one.replace(/’/g, "'")));
}

/** What one may get or must pay, as the catalogue says it; amounts that depend on place or size with whom they are for. */
export function amountsOf(programme: Programme): readonly string[] {
  const given = [
    programme['montant du financement'],
    programme['montant du prêt'],
    programme["montant de l'avantage fiscal"],
    programme["coût de l'accompagnement"],
  ];
  const conditional = (programme['champs conditionnels'] ?? []).flatMap((row) => {
    const amount = row['Montant du dispositif'];
    const whom = forWhomOfRow(row);
    return typeof amount === 'string' && whom ? [`${whom} : ${oneLine(amount)}`] : [];
  });
  return [...given.flatMap((amount) => (amount ? [oneLine(amount)] : [])), ...conditional];
}

/** "Normandie, Bretagne" or "50 à 249 salariés"; undefined when the row says it in a way that is not known. */
function forWhomOfRow(row: Readonly<Record<string, unknown>>): string | undefined {
  const said = row['Eligibilité taille'];
  if (typeof said === 'string') return oneLine(said);
  const any = row['une de ces conditions'];
  const regions = statements(any).map((one) => /^région = (.+)$/.exec(one)?.[1]);
  if (regions.length > 0 && regions.every((one) => one !== undefined)) return regions.join(', ');
  const sizes = statements(row['toutes ces conditions']).map((one) => /^effectif ([<>])= (\d+)$/.exec(one));
  const [from, to] = ['>', '<'].map((sign) => sizes.find((one) => one?.[1] === sign)?.[2]);
  return from && to && sizes.length === 2 ? `${from} à ${to} salariés` : undefined;
}

const statements = (list: unknown): string[] =>
  Array.isArray(list) ? list.filter((one) => typeof one === 'string').map(oneLine) : [];

/** How long it takes or is paid back, as the catalogue says it. */
export function durationOf(programme: Programme): string | undefined {
  const duration = programme["durée de l'accompagnement"] ?? programme['durée du prêt'];
  return duration === undefined ? undefined : oneLine(duration);
}
