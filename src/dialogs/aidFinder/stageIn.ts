import type { Stage } from '../../aids/profile';

const nothingYet =
  /rien (?:n'?est |n'?a ete |d')?(?:encore )?(?:de )?(?:sign|command|commenc|engag|achet)|(?:pas|rien|jamais) (?:encore )?(?:ete )?(?:sign|command|commenc|demarr)|(?:nothing|not) (?:is |has been |yet )*(?:signed|ordered|started|begun)/;

const patterns: readonly (readonly [RegExp, Stage])[] = [
  [
    /travaux (?:sont )?(?:finis|termines|acheves)|(?:est|c'est) deja (?:fait|installe)|deja (?:installe|mis en service)|projet (?:est )?(?:fini|termine)|already installed|project is finished|work is done/,
    'done',
  ],
  [
    /travaux (?:ont |sont |deja |viennent de )*(?:commenc|demarr|en cours|lanc)|chantier (?:a |est |deja )*(?:commenc|demarr|en cours|lanc)|(?:on a|nous avons|j'ai) (?:deja )?(?:commence|demarre|lance) (?:les|le) (?:travaux|chantier)|work (?:has |is |already )*(?:begun|started|under way)/,
    'begun',
  ],
  [
    /(?:devis|commande|bon de commande|contrat|marche) (?:est |a ete |deja |vient d'etre )*sign|(?:deja |avons |j'ai |on a |vient de )(?:deja )?(?:sign|command|achet)|commande (?:est |deja )*(?:pass|faite)|acompte (?:est |deja )*vers|(?:already |have |has )(?:already )?(?:signed|ordered)|order (?:has been |is )*(?:signed|placed)/,
    'ordered',
  ],
  [/\bdevis\b|\bquotes?\b|quotation|consult\w+ (?:des |les )?fournisseurs/, 'quotes'],
  [
    /(?:a|en) (?:l')?etude\b|etude (?:de faisabilite )?(?:en cours|lancee|faite|realisee)|avant-projet|(?:feasibility study|being studied|study (?:is )?under way)/,
    'study',
  ],
  [
    /\bidees?\b|reflexion|reflechi|on envisage|nous envisageons|j'envisage|\bidea\b|thinking (?:of|about)|considering/,
    'idea',
  ],
];

/** How far the project is, when a sentence says it. @param said folded */
export function stageIn(said: string): Stage | undefined {
  const plain = said.replace(/[\u2018\u2019]/g, "'");
  if (nothingYet.test(plain)) return /\bdevis\b|\bquotes?\b/.test(plain) ? 'quotes' : 'study';
  return patterns.find(([pattern]) => pattern.test(plain))?.[1];
}
