import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { tempFolder } from './tempFolder';

/** A programme of a catalogue that exists nowhere, in the layout of its own YAML, with fields replaced; an `undefined` one is left out. */
export function aProgramme(fields: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    titre: 'Coup de main Enclumes',
    promesse: 'Remplacez vos enclumes usées',
    description: 'Un conseiller examine vos **enclumes**.\n\n- Il les pèse.\n\n- Il vous conseille.',
    'opérateur de contact': 'Guilde des Forgerons',
    url: 'https://forgerons.example/enclumes',
    "nature de l'aide": 'étude',
    "coût de l'accompagnement": '300 € HT',
    'fin de validité': '31/12/2099',
    "conditions d'éligibilité": {
      "taille de l'entreprise": ['Moins de 250 salariés', 'Non éligible aux micro-entreprises'],
      'secteur géographique': ["France et territoires d'outre-mer"],
      "secteur d'activité": ['Tous secteurs d’activité'],
      "nombre d'années d'activité": ["Au moins 2 ans d'activité"],
    },
    publicodes: rules(),
    ...fields,
  };
}

/** Rules as the catalogue writes them, with some added or replaced. */
export function rules(added: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    'entreprise . est ciblée': {
      'toutes ces conditions': [
        'est éligible',
        "est dans un secteur d'activité ciblé",
        'a un objectif ciblé',
      ],
    },
    'entreprise . est éligible': {
      'applicable si': 'date du jour <= dispositif . fin de validité',
      'toutes ces conditions': ['a un effectif éligible', 'a une categorie legale eligible'],
    },
    'entreprise . a un effectif éligible': { 'toutes ces conditions': ['effectif <= 249'] },
    'entreprise . a une categorie legale eligible': { 'toutes ces conditions': ['microentrepreneur = non'] },
    "entreprise . est dans un secteur d'activité ciblé": {
      'une de ces conditions': ['code NAF niveau 1 . est B', 'code NAF niveau 1 . est C'],
    },
    'entreprise . a un objectif ciblé': {
      'une de ces conditions': ["questionnaire . objectif prioritaire . est l'écoconception"],
    },
    ...added,
  };
}

/** A folder of programmes by file name. */
export function catalogueFolder(
  programmes: Readonly<Record<string, Readonly<Record<string, unknown>> | string>>,
): string {
  const folder = tempFolder();
  writeProgrammes(folder, programmes);
  return folder;
}

/** Writes programmes, or texts as they are, into a folder. */
export function writeProgrammes(
  folder: string,
  programmes: Readonly<Record<string, Readonly<Record<string, unknown>> | string>>,
): void {
  for (const [name, programme] of Object.entries(programmes)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), typeof programme === 'string' ? programme : stringify(programme));
  }
}
