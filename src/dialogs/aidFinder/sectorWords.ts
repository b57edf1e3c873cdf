import { fold } from '../../text/normalise';

/** What companies call themselves, by section of NAF revision 2: only words that leave no doubt. */
const sectors: readonly (readonly [string, RegExp])[] = [
  [
    'E',
    /\b(?:recycleur|centre de tri|traitement d(?:es|e) dechets|dechetterie|station d'epuration|waste treatment|recycling company)\b/,
  ],
  [
    'F',
    /\b(?:btp|batiment et travaux publics|entreprise du batiment|macon|maconnerie|couvreur|charpent\w+|electricien|plombier|construction company|builder)\b/,
  ],
  [
    'H',
    /\b(?:transporteur|transport routier|logisticien|entreprise de transport|societe de transport|armateur|batelier|haulier|haulage|carrier|logistics company)\b/,
  ],
  ['I', /\b(?:hotel|restaurant|camping|traiteur)\b/],
  [
    'M',
    /\b(?:bureau d'etudes|cabinet d'ingenierie|ingenierie|laboratoire d'analyses|engineering firm|consultancy)\b/,
  ],
  [
    'G',
    /\b(?:negoce|negociant|grossiste|commerce|magasin|garage automobile|concession|distributeur|wholesaler|retailer|shop)\b/,
  ],
  ['A', /\b(?:agriculteur|exploitation agricole|ferme|gaec|pecheur|farm|farmer)\b/],
  ['J', /\b(?:editeur de logiciels?|esn|software company)\b/],
  [
    'C',
    /\b(?:usines?|industriels?|industrielle|fabri(?:que|quons|cant|cation)|fonderie|tolerie|chaudronn\w+|scierie|plasturg\w+|agroalimentaire|agro-alimentaire|chimi\w+|mecanique|usinage|metallurg\w+|verrerie|papeterie|cartonnerie|textile|laiterie|fromagerie|biscuiterie|conserverie|imprimerie|sucrerie|raffinerie|petrochimi\w+|pharmaceutique|cosmetiques?|emballages? plastiques?|briqueterie|cimenterie|ebenisterie|menuiserie industrielle|forge|decolletage|soudure|factory|manufactur\w+|foundry|sawmill|plant|dairy|chemicals?|metalwork\w*|plastics)\b/,
  ],
];

/** The section of the activity that a sentence names; undefined: none. */
export function sectionIn(text: string): string | undefined {
  const said = fold(text).replace(/[\u2018\u2019]/g, "'");
  return sectors.find(([, pattern]) => pattern.test(said))?.[0];
}
