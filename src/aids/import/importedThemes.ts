import { fold } from '../../text/normalise';
import { oneLine } from './importedWords';
import type { Programme } from './programme';

/** What the catalogue's objectives mean in our themes; an objective as wide as "mon impact environnemental" has the theme that comes nearest. */
const ofObjective: Readonly<Record<string, readonly string[]>> = {
  'renover mon batiment': ['immobilier', 'energie'],
  'la mobilite durable': ['mobilite'],
  'la gestion des dechets': ['dechets', 'economie-circulaire'],
  "diminuer ma consommation d'eau": ['eau'],
  'ma performance energetique': ['energie'],
  'former ou recruter': ['competences'],
  'mon impact environnemental': ['decarbonation'],
  "l'ecoconception": ['ecoconception'],
  'preserver la biodiversite': ['biodiversite'],
  // The published layout's words for the same.
  batiment: ['immobilier', 'energie'],
  strategie: ['decarbonation'],
  mobilite: ['mobilite'],
  dechets: ['dechets', 'economie-circulaire'],
  eau: ['eau'],
  energie: ['energie'],
  'ressources humaines': ['competences'],
  production: ['ecoconception'],
  autre: [],
};

/** Words of a title or promise that leave no doubt what a scheme is about. */
const ofWord: readonly (readonly [RegExp, string])[] = [
  [/\bhydrogene\b/, 'hydrogene'],
  [/\bchaleur fatale\b/, 'chaleur-fatale'],
  [/\b(?:biomasse|chaudieres? bois|chaufferies? bois|chaleur bois)\b/, 'biomasse'],
  [/\bgeothermi/, 'geothermie'],
  [/\b(?:solaires?|photovoltai)/, 'solaire'],
  [/\bmethanis/, 'methanisation'],
  [/\bchaleur (?:et froid )?renouvelable\b/, 'chaleur-renouvelable'],
  [/\bbilan carbone\b|\bbeges\b/, 'bilan-carbone'],
  [/\bdecarbon/, 'decarbonation'],
  [/\beconomie circulaire\b/, 'economie-circulaire'],
  [/\beco-?conception\b/, 'ecoconception'],
  [/\bbiodiversite\b/, 'biodiversite'],
  [/\badaptation au changement climatique\b|\badapte[rz]\b.*\bclimat/, 'adaptation'],
  [/\b(?:fluvial|voies? navigables?|bateaux?)\b/, 'fluvial'],
  [/\bfriches?\b/, 'friches'],
  [/\bformations?\b/, 'competences'],
  [/\brecherche\b/, 'recherche'],
  [/\binnov/, 'innovation'],
];

/**
 * The themes of a programme in our own words, without repeats, and the objectives that have none here.
 * @param objectives folded, as `readRules` gives them
 */
export function importedThemes(
  programme: Programme,
  objectives: readonly string[],
): { themes: readonly string[]; unknown: readonly string[] } {
  const said = [...objectives, ...(programme.thématiques ?? []).map(fold)];
  const words = fold(oneLine(`${programme.titre} ${programme.promesse}`)).replace(/’/g, "'");
  const themes = [
    ...ofWord.filter(([word]) => word.test(words)).map(([, theme]) => theme),
    ...said.flatMap((objective) => ofObjective[objective] ?? []),
  ];
  return { themes: [...new Set(themes)], unknown: said.filter((objective) => !(objective in ofObjective)) };
}
