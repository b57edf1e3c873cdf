import type { FinderTexts } from './finderTexts';

const numbers = new Intl.NumberFormat('fr-FR');
const count = (value: number): string => numbers.format(value).replace(/\s/g, ' ');
const told = (known: readonly string[]): string => (known.length > 0 ? ` (${known.join(', ')})` : '');

/** The aid finder in French. */
export const finderTextsFr: FinderTexts = {
  ask: {
    project:
      'Quel est votre projet ? Dites-le avec vos mots, avec la taille de l’entreprise, la commune et le budget si vous les connaissez.',
    site: 'Dans quelle commune le projet se fera-t-il ? Certaines aides dépendent du lieu.',
    company:
      'Combien de salariés compte l’entreprise ? Son SIREN suffit aussi : le registre public me dira le reste.',
    stage: 'Où en est le projet ? La plupart des aides se demandent avant toute commande.',
    cost: 'Quel est le budget du projet, même approximatif, hors taxes ?',
    activity: 'Quelle est l’activité de l’entreprise ?',
  },
  why: 'Je ne pose que les questions dont la réponse change la liste des aides. Vous pouvez passer : ce que je ne sais pas n’écarte aucune aide.',
  invalid: {
    project: 'Je n’ai pas reconnu le sujet du projet. Dites-le autrement, ou choisissez :',
    site: 'Je ne connais pas cette commune. Son nom complet ou son code postal ?',
    company: 'Je n’ai pas compris. Un nombre de salariés, ou un SIREN à neuf chiffres ?',
    stage: 'Je n’ai pas compris. Choisissez ce qui s’en approche :',
    cost: 'Je n’ai pas compris. Un montant, par exemple « 80 000 € » ?',
    activity: 'Je n’ai pas reconnu l’activité. Choisissez ce qui s’en approche :',
  },
  intro(known, close, found) {
    const so = `D’après ce que je sais${told(known)}`;
    const confirm = 'À confirmer avec leurs opérateurs.';
    if (found === 1) return `${so}, une aide peut convenir. À confirmer avec son opérateur.`;
    if (close === 0)
      return `${so}, aucune aide ne porte sur ce sujet précis ; ${count(found)} plus générales peuvent convenir. ${confirm}`;
    const wider = found > close ? ` (et ${count(found - close)} plus générales)` : '';
    return `${so}, ${close === 1 ? 'une aide peut' : `${count(close)} aides peuvent`} convenir${wider}. ${confirm}`;
  },
  further: (from, to, found, wider) =>
    `Aides ${wider ? 'plus générales, ' : ''}${from} à ${to} sur ${found} :`,
  noneFits: (known) =>
    `D’après ce que je sais${told(known)}, aucune aide que je connais n’est ouverte à ce projet tel quel. Voici ce qui s’en approche :`,
  nothingMore: (contact) =>
    `Il n’y en a pas d’autre dans mes pages. ${contact.name} en connaît peut-être : faut-il qu’il vous rappelle ?`,
  amount: 'Montant',
  forWhom: 'Pour qui',
  toCheck: (what) => `À vérifier : ${what.join(', ')}.`,
  applyFirst: 'La demande se dépose avant toute commande.',
  verdict: {
    eligible: 'Convient d’après vos réponses',
    toBeChecked: 'À vérifier',
    notEligible: 'Ne convient pas',
    ended: 'Terminée',
  },
  judged: (title, verdict) => `**${title}** : ${verdict}`,
  criteriaHeading: 'Pourquoi ces aides ?',
  refusedHeading: 'Écartées',
  refused: (title, reasons, instead) =>
    [
      `**${title}** : ${reasons.join('. ')}.`,
      ...(instead === undefined ? [] : [`À la place : ${instead}.`]),
    ].join(' '),
  possible: (change) => `Possible ${change}`,
  noCriterion: 'Aucune condition chiffrée ne l’écarte ; l’opérateur décide.',
  whichOne: 'Plusieurs s’appellent ainsi. Laquelle ?',
  which: 'Que voulez-vous préciser ? Dites-le simplement : « 60 salariés », « à Rouen », « 200 000 € ».',
  employees: (value) => `${count(value)} salarié${value > 1 ? 's' : ''}`,
  employeesBand: (min, max) =>
    max >= 1_000_000 ? `${count(min)} salariés et plus` : `de ${count(min)} à ${count(max)} salariés`,
  cost: (euros) => `${count(euros)} €`,
  stages: {
    idea: 'à l’état d’idée',
    study: 'à l’étude',
    quotes: 'aux devis',
    ordered: 'commande signée',
    begun: 'travaux commencés',
    done: 'projet terminé',
  },
  askStage:
    'Avant de partir avec cette aide : un devis ou une commande sont-ils signés, ou les travaux commencés ?',
  askOtherAids:
    'Et l’entreprise a-t-elle reçu d’autres aides publiques ces trois dernières années, ou en demande-t-elle pour ce projet ?',
  orderedWarning: '**Attention, à confirmer avant d’aller plus loin.**',
  otherAidsWarning: '**Attention au cumul, à confirmer.**',
  noWarning: (applyFirst) =>
    `Rien, dans vos réponses, ne s’y oppose. L’opérateur confirmera.${applyFirst ? ' Ne signez rien avant d’avoir déposé la demande.' : ''}`,
  askEmail:
    'À quelle adresse e-mail envoyer cette liste ? Elle sert à cet envoi et à rien d’autre, puis elle est effacée.',
  invalidEmail: 'Ce n’est pas une adresse e-mail valable. Pouvez-vous l’écrire à nouveau ?',
  mailed: (email) => `C’est noté : la liste part à ${email}.`,
  mailedEnough:
    'Cette conversation a déjà envoyé plusieurs listes. Le plus simple est maintenant d’en parler de vive voix.',
  left: 'Très bien, on s’arrête là. Une autre question ?',
  buttons: {
    start: 'Trouver mes aides',
    showNow: 'Voir les aides',
    why: 'Pourquoi ces aides ?',
    more: 'Plus d’aides',
    refine: 'Affiner',
    mail: 'Recevoir la liste par e-mail',
    talk: 'En parler au chef de projet',
    back: 'Revoir la liste',
    notSigned: 'Rien n’est signé',
    signed: 'Une commande est signée',
    begun: 'Les travaux ont commencé',
    unknown: 'Je ne sais pas',
    sizes: [
      { title: 'Moins de 10', min: 0, max: 9 },
      { title: '10 à 49', min: 10, max: 49 },
      { title: '50 à 249', min: 50, max: 249 },
      { title: '250 et plus', min: 250, max: 1_000_000 },
    ],
    sectors: [
      { title: 'Industrie', section: 'C' },
      { title: 'Eau, déchets', section: 'E' },
      { title: 'Construction', section: 'F' },
      { title: 'Transport', section: 'H' },
      { title: 'Commerce', section: 'G' },
      { title: 'Ingénierie', section: 'M' },
    ],
  },
};
