/** A French region: INSEE's code, its name, and its départements. Source: INSEE, code officiel géographique, as of 2026-01-01. */
export interface Region {
  readonly code: string;
  readonly name: string;
  readonly departements: readonly string[];
}

const row = (code: string, name: string, departements: string): Region => ({
  code,
  name,
  departements: departements.split(' '),
});

/** The 18 regions. Overseas collectivities are none. */
export const regions: readonly Region[] = [
  row('01', 'Guadeloupe', '971'),
  row('02', 'Martinique', '972'),
  row('03', 'Guyane', '973'),
  row('04', 'La Réunion', '974'),
  row('06', 'Mayotte', '976'),
  row('11', 'Île-de-France', '75 77 78 91 92 93 94 95'),
  row('24', 'Centre-Val de Loire', '18 28 36 37 41 45'),
  row('27', 'Bourgogne-Franche-Comté', '21 25 39 58 70 71 89 90'),
  row('28', 'Normandie', '14 27 50 61 76'),
  row('32', 'Hauts-de-France', '02 59 60 62 80'),
  row('44', 'Grand Est', '08 10 51 52 54 55 57 67 68 88'),
  row('52', 'Pays de la Loire', '44 49 53 72 85'),
  row('53', 'Bretagne', '22 29 35 56'),
  row('75', 'Nouvelle-Aquitaine', '16 17 19 23 24 33 40 47 64 79 86 87'),
  row('76', 'Occitanie', '09 11 12 30 31 32 34 46 48 65 66 81 82'),
  row('84', 'Auvergne-Rhône-Alpes', '01 03 07 15 26 38 42 43 63 69 73 74'),
  row('93', "Provence-Alpes-Côte d'Azur", '04 05 06 13 83 84'),
  row('94', 'Corse', '2A 2B'),
];

/** The département of a commune's INSEE code: its first two characters, three overseas. */
export const departementOf = (communeCode: string): string =>
  /^9[78]/.test(communeCode) ? communeCode.slice(0, 3) : communeCode.slice(0, 2);

/** The region of a département; undefined for an overseas collectivity or what is none. */
export const regionOf = (departement: string): Region | undefined =>
  regions.find(({ departements }) => departements.includes(departement));

/** Overseas collectivities by the first three digits of their communes' codes; they are in no region. Source: as above. */
export const collectivities: ReadonlyMap<string, string> = new Map([
  ['975', 'Saint-Pierre-et-Miquelon'],
  ['977', 'Saint-Barthélemy'],
  ['978', 'Saint-Martin'],
  ['984', 'Terres australes et antarctiques françaises'],
  ['986', 'Wallis et Futuna'],
  ['987', 'Polynésie française'],
  ['988', 'Nouvelle-Calédonie'],
  ['989', 'Île de Clipperton'],
]);

/** Whether a code is that of a département, or of an overseas collectivity, which stands where a département would. */
export const isDepartement = (code: string): boolean =>
  regionOf(code) !== undefined || collectivities.has(code);
