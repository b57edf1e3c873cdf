import type { Contact } from '../knowledge/corpus';
import { phoneForPeople } from '../leads/phoneForPeople';
import type { SensitiveKind } from '../text/sensitiveData';
import type { AskContext, FormTexts, Recorded } from './formTexts';
import type { LeadRecap } from './leadFields/leadField';

const reach = (contact: Contact): string => `${contact.phone} ou ${contact.email}`;

const numbered = (titles: readonly string[]): string =>
  titles.map((title, i) => `${i + 1}. ${title}`).join('\n');

const where = { inside: 'sur le territoire', outside: 'hors du territoire', unknown: 'lieu à préciser' };
const ways = { phone: 'téléphone', email: 'e-mail', meeting: 'rendez-vous' };

function recapLines(recap: LeadRecap): string {
  const { companyFacts: facts, site } = recap;
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['Besoin', recap.need],
    ['Entreprise', facts ? `${recap.company ?? ''} (SIREN ${facts.siren})` : recap.company],
    ['Commune du projet', site && `${site.place} (${site.intercommunality ?? where[site.kind]})`],
    ['Nom', recap.name],
    ['E-mail', recap.email],
    ['Téléphone', recap.phone && phoneForPeople(recap.phone)],
    ['Préférence', recap.preferredTime ?? (recap.preferredWay && ways[recap.preferredWay])],
    ['Message', recap.message],
  ];
  return lines
    .filter(([, value]) => value)
    .map(([label, value]) => `- ${label} : ${value ?? ''}`)
    .join('\n');
}

const sensitive: Readonly<Record<SensitiveKind, string>> = {
  card: 'un numéro de carte bancaire',
  iban: 'un IBAN',
  socialSecurity: 'un numéro de sécurité sociale',
  health: 'une information de santé',
};

const consent = ({ contact, retentionMonths }: AskContext): string =>
  `Pour vous rappeler, je transmets à ${contact.name} vos coordonnées, votre message et les questions posées ici ; c'est leur seul usage, et elles sont effacées ${retentionMonths} mois après la fin de la demande. Vous pouvez les consulter ou les faire effacer à tout moment, ici ou à ${contact.email}.`;

function callSentence({ caller, recap, days }: Recorded): string {
  const within = `sous ${days} jour${days > 1 ? 's ouvrés' : ' ouvré'}`;
  const phone = recap.phone && phoneForPeople(recap.phone);
  if (recap.preferredWay === 'meeting')
    return `${caller.name} vous contactera ${within} pour convenir d'un rendez-vous`;
  if (recap.email && (recap.preferredWay === 'email' || !phone))
    return `${caller.name} vous écrira à ${recap.email} ${within}`;
  return `${caller.name} vous appellera au ${phone ?? ''} ${within}`;
}

/** The call-back form in French. */
export const formTextsFr: FormTexts = {
  start: (contact) =>
    [
      `${contact.name}, ${contact.role.fr}, peut vous rappeler. Vous pouvez aussi l'appeler ou lui écrire : ${reach(contact)}, ${contact.address}.`,
      contact.hours ? `Horaires : ${contact.hours.fr}.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  ask: {
    consent: (about) => `${consent(about)} Êtes-vous d’accord ?`,
    need: () =>
      'De quoi s’agit-il, en une phrase ? Par exemple : agrandir un atelier, recruter, économiser l’énergie.',
    company: () => 'Quelle est votre entreprise : son nom, son SIREN ou son SIRET ?',
    site: () => 'Dans quelle commune est votre projet (nom ou code postal) ?',
    name: () => 'Quel est votre nom ?',
    contact: () => 'À quel numéro de téléphone ou à quelle adresse e-mail vous joindre ?',
    preference: () => 'Comment et quand vous joindre de préférence ?',
    message: ({ recap }) =>
      recap.need
        ? `J'ai noté : « ${recap.need} ». Voulez-vous ajouter un message ?`
        : 'Voulez-vous ajouter un message ?',
    confirm: ({ recap }) => `Voici votre demande :\n\n${recapLines(recap)}\n\nJe l'envoie ?`,
  },
  why: {
    consent: 'La loi demande votre accord avant de transmettre vos coordonnées à une personne.',
    need: 'Pour que l’appel parte de votre projet. C’est facultatif.',
    company:
      'L’entreprise permet de préparer l’appel : le registre public donne son activité, sa taille et sa commune. C’est facultatif.',
    site: 'Certaines aides et certains interlocuteurs dépendent de la commune. C’est facultatif.',
    name: 'Pour savoir qui demander au téléphone.',
    contact: 'Sans téléphone ni e-mail, personne ne peut vous répondre. Un seul des deux suffit.',
    preference: 'Pour vous joindre quand cela vous convient. C’est facultatif.',
    message: 'Quelques mots sur votre projet évitent de tout reprendre à zéro. C’est facultatif.',
    confirm: 'Rien ne part sans votre dernier accord.',
  },
  invalid: {
    consent: 'Répondez par oui ou par non.',
    need: 'Une phrase suffit, deux mille caractères au plus.',
    company: 'Je n’ai pas compris le nom de l’entreprise. Pouvez-vous l’écrire à nouveau ?',
    site: 'Je ne connais pas cette commune. Pouvez-vous l’écrire à nouveau, ou donner son code postal ?',
    name: 'Je n’ai pas compris votre nom. Pouvez-vous l’écrire à nouveau ?',
    contact:
      'Ce n’est ni un e-mail ni un téléphone valables, par exemple 02 35 00 00 00 ou nom@entreprise.fr.',
    preference: 'Dites-le en quelques mots, par exemple : par téléphone, le mardi matin.',
    message: 'Ce message est trop long : deux mille caractères au plus.',
    confirm: 'Répondez « Envoyer ma demande », « Corriger » ou « Annuler ».',
  },
  invalidNumber:
    'Ce numéro n’est pas juste : un SIREN a neuf chiffres, un SIRET quatorze. Vérifiez-le, ou donnez le nom de l’entreprise.',
  needed: 'Cette réponse est nécessaire pour vous rappeler.',
  wayOut: (contact) =>
    `Si vous préférez, appelez directement ${contact.name} au ${contact.phone}, ou dites « annuler ».`,
  refused: (contact) =>
    `C'est noté, je ne transmets rien. Vous pouvez joindre ${contact.name} quand vous voulez : ${reach(contact)}.`,
  resume: 'Reprenons votre demande.',
  reachNow: (contact) =>
    `Vous pouvez joindre ${contact.name} tout de suite : ${reach(contact)}. Sinon, terminons votre demande.`,
  correctWhich: 'Que faut-il corriger ?',
  recorded: (recorded) =>
    [
      `C'est enregistré : votre référence est **${recorded.reference}**. ${callSentence(recorded)} ; son numéro, si besoin : ${recorded.caller.phone ?? recorded.caller.email}.`,
      recorded.link ? `[Suivre ma demande](${recorded.link})` : '',
    ]
      .filter(Boolean)
      .join('\n\n'),
  notRecorded: (contact) =>
    `Je n'ai pas réussi à enregistrer votre demande : rien n'a été transmis. Joignez directement ${contact.name} : ${reach(contact)}, ou réessayez dans un instant.`,
  fields: {
    need: 'Le besoin',
    company: "L'entreprise",
    site: 'La commune',
    name: 'Le nom',
    contact: 'Le contact',
    preference: 'La préférence',
    message: 'Le message',
  },
  companyTitle: (facts) =>
    [facts.name, facts.commune && ` (${facts.commune})`, facts.active ? '' : ', cessée']
      .filter(Boolean)
      .join(''),
  companyFound: (facts) =>
    `J'ai trouvé : ${[facts.name, facts.commune, facts.sizeBand].filter(Boolean).join(', ')}.${facts.active ? '' : ' Le registre la dit cessée.'}`,
  companyNotFound: (query) =>
    `Je ne trouve pas « ${query} » au registre public ; ce n'est pas grave, je le note ainsi.`,
  registryDown: 'Le registre public ne répond pas ; ce n’est pas grave, je note votre réponse telle quelle.',
  companyNotGiven: 'Non précisée',
  kinds: {
    notRegistered: 'Pas encore immatriculée',
    foreign: 'Entreprise étrangère',
    publicBody: 'Organisme public',
  },
  inside: (place, intercommunality) => `${place} est sur le territoire (${intercommunality}).`,
  outside: (place, contact) =>
    `${place} n'est pas sur le territoire du programme ; votre demande part quand même, et ${contact.name} vous dira à qui vous adresser.`,
  contactNoted: 'Je note comment vous joindre.',
  placeTaken: (place) => `Je note « ${place} ».`,
  preferences: {
    morning: 'Téléphone, le matin',
    afternoon: "Téléphone, l'après-midi",
    email: 'Par e-mail',
    meeting: 'En rendez-vous',
  },
  which: {
    company: (titles) => `Est-ce l'une de ces entreprises ?\n\n${numbered(titles)}`,
    commune: (titles) => `De quelle commune s'agit-il ?\n\n${numbered(titles)}`,
    companyName: {
      foreign: 'Quel est le nom de l’entreprise, et son pays ?',
      publicBody: 'Quel est le nom de l’organisme ?',
    },
    sensitive: (kinds) =>
      `Votre texte semble contenir ${kinds.map((kind) => sensitive[kind]).join(' et ')} ; ce n'est pas utile pour vous rappeler. Voulez-vous le garder ou le récrire ?`,
  },
  card: {
    open: "Tout remplir d'un coup",
    oneByOne: 'Une question à la fois',
    intro: 'Voici la demande en une fiche. Vous pouvez aussi répondre ici, une question à la fois.',
    title: 'Être rappelé',
    labels: {
      need: 'Votre besoin (facultatif)',
      company: 'Entreprise : nom, SIREN ou SIRET (facultatif)',
      site: 'Commune du projet ou code postal (facultatif)',
      name: 'Votre nom',
      contact: 'Téléphone ou e-mail',
      preference: 'Comment et quand vous joindre (facultatif)',
      message: 'Message (facultatif)',
    },
    consent: (about) => `${consent(about)} Je suis d’accord.`,
    consentMissing: 'Sans votre accord, rien ne peut être transmis.',
    faults: 'Quelques réponses sont à revoir dans la fiche :',
    submit: 'Voir le récapitulatif',
    stale: 'Cette fiche n’est plus en cours. Pour une nouvelle demande, dites « rappelez-moi ».',
  },
};
