import { assertNever } from '../shared/errors';
import type { Contact } from '../knowledge/corpus';
import { followTextsFr } from './followTexts.fr';
import { formTextsFr } from './formTexts.fr';
import type { Texts } from './texts';

const reach = (contact: Contact): string => `${contact.phone} ou ${contact.email}`;

/** ISO day as 23/11/2026. */
const date = (isoDay: string): string => isoDay.split('-').reverse().join('/');

/** What visitors read in French. */
export const textsFr: Texts = {
  greeting: (programme) =>
    `Bonjour, je suis l'assistant automatique de ${programme}. Je réponds à vos questions sur le programme, son territoire et les aides aux entreprises, et je peux vous faire rappeler par le chef de projet. Que cherchez-vous ?`,
  introduction: (programme) =>
    `Je suis l'assistant automatique de ${programme}, un robot : je réponds à partir de pages vérifiées.`,
  edited: 'Vous avez modifié votre question ; voici la réponse.',
  otherOrganisation: (programme) =>
    `Cet assistant de ${programme} n'est pas ouvert à votre organisation. Il répond à tous sur son site internet.`,
  howAreYou: 'Tout va bien, merci. Comment puis-je vous aider : le programme, les aides, un rappel ?',
  thanks: "Avec plaisir. N'hésitez pas si vous avez une autre question.",
  goodbye: 'Au revoir, et bonne journée. Vous pouvez revenir quand vous voulez.',
  areYouBot: (programme) =>
    `Je suis un assistant automatique, un robot : je réponds à partir de pages vérifiées sur ${programme}, avec leur source. Pour parler à une personne, demandez à être rappelé.`,
  capabilities: (programme) =>
    `Je peux vous renseigner sur ${programme} : à quoi sert le programme, son territoire, ses priorités, les aides publiques, le contact. Posez votre question avec vos mots, ou demandez à être rappelé.`,
  help: (programme) =>
    `Posez votre question avec vos mots : je réponds sur ${programme} et les aides aux entreprises, avec la source. « Annuler », « recommencer » et « rappelez-moi » marchent à tout moment.`,
  insult: (contact) =>
    `Je comprends que ce soit agaçant. Je suis un robot et je fais de mon mieux ; ${contact.name} peut vous aider directement : ${reach(contact)}.`,
  injection: (programme, contact) =>
    `Je ne peux pas faire cela : je réponds seulement aux questions sur ${programme} et les aides aux entreprises, et je ne peux rien promettre ni attester. Pour un engagement, voyez avec ${contact.name} : ${reach(contact)}.`,
  languageSwitched: 'Très bien, continuons en français. Quelle est votre question ?',
  frenchPageOnly: '',
  nothingToCancel: "Rien n'est en cours. Vous pouvez poser une question ou demander à être rappelé.",
  restarted: 'Reprenons du début. Quelle est votre question ?',
  cancelled: (contact) =>
    `C'est annulé, rien n'a été transmis. Vous pouvez joindre ${contact.name} au ${reach(contact)}.`,
  useful: 'Merci, c’est noté. Une autre question ?',
  notUseful: (contact) =>
    `Désolé, c'est noté. Essayez avec d'autres mots, ou voyez avec ${contact.name} : ${reach(contact)}.`,
  complaint: (contact) =>
    `Je suis désolé. Le plus sûr est de joindre ${contact.name} directement : ${reach(contact)}. Voulez-vous aussi qu'il vous rappelle ?`,
  emptyMessage: 'Je lis seulement du texte. Quelle est votre question ?',
  tooLong: (maxCharacters) =>
    `Votre message est trop long pour moi (plus de ${maxCharacters} caractères). Pouvez-vous le résumer en une ou deux phrases ?`,
  nothingMore: "Je n'ai pas plus de détails sur ce point.",
  unanswered: (nearest) =>
    `Je n'ai pas trouvé de réponse sûre à cette question.${nearest ? ` Le plus proche : « ${nearest} ».` : ''}`,
  closest: "Je n'ai pas de réponse sûre à cette question. Ce qui s'en approche le plus :",
  unansweredAgain: "Je n'ai pas la réponse non plus. Le mieux est d'en parler à une personne.",
  ambiguous: "Je ne suis pas sûr d'avoir compris. Parlez-vous de :",
  turnFailed: (contact) =>
    contact
      ? `Un problème technique m'empêche de répondre. Réessayez, ou joignez ${contact.name} : ${reach(contact)}.`
      : "Un problème technique m'empêche de répondre. Réessayez dans un instant.",
  canAnswer: (contact) => `${contact.name}, ${contact.role.fr}, peut vous répondre : ${reach(contact)}.`,
  contactCard: (contact) =>
    `**${contact.name}**, ${contact.role.fr}\n\nTéléphone : ${contact.phone}  \nE-mail : ${contact.email}  \n${contact.address}`,
  proof: (source, verifiedOn) =>
    `*Source : [${source.title}](${source.url}), vérifié le ${date(verifiedOn)}.*`,
  schemeStatus: (status, operator) => {
    switch (status.kind) {
      case 'open':
        return `Ouvert jusqu'au ${date(status.closesOn)} (${status.daysLeft} jour${status.daysLeft > 1 ? 's' : ''}).`;
      case 'closed':
        return `**Clos depuis le ${date(status.closedOn)}** ; suite à confirmer auprès de : ${operator}.`;
      case 'suspended':
        return `Pour le moment, ${operator} ne prend pas de nouveau dossier.`;
      case 'notYetOpen':
        return `Ouvre le ${date(status.opensOn)}.`;
      case 'permanent':
        return 'Sans date de fin annoncée.';
      case 'unknown':
        return `Dates à confirmer auprès de : ${operator}.`;
      default:
        return assertNever(status);
    }
  },
  toConfirm: (what) => `À confirmer : ${what}`,
  closedSchemes: (titles) =>
    titles.length > 1 ? `Clos à ce jour : ${titles.join(', ')}.` : `Clos à ce jour : ${titles[0] ?? ''}.`,
  date,
  buttons: {
    callMeBack: 'Être rappelé',
    noneOfThese: 'Aucune de ces réponses',
    more: 'En savoir plus',
    yes: 'Oui',
    no: 'Non',
    skip: 'Passer',
    cancel: 'Annuler',
    correct: 'Corriger',
    send: 'Envoyer ma demande',
    restart: 'Recommencer',
    useful: 'Utile',
    notUseful: 'Pas utile',
    noneOfThem: 'Aucune de celles-ci',
    keep: 'Garder',
    proposeCorrection: 'Proposer une correction',
    rewrite: 'Récrire',
  },
  form: formTextsFr,
  follow: followTextsFr,
};
