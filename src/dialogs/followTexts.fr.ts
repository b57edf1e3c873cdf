import type { Contact } from '../knowledge/corpus';
import { phoneForPeople } from '../leads/phoneForPeople';
import type { FollowTexts, StatusTold } from './followTexts';

const reach = (contact: Contact): string => `${contact.phone} ou ${contact.email}`;

const some = (count: number, one: string, many: string): string => `${count} ${count > 1 ? many : one}`;

const outcomes = {
  helped: 'une réponse vous a été apportée',
  redirected: 'vous avez été mis en relation avec un autre organisme',
  unreachable: 'personne n’a réussi à vous joindre',
  notForUs: 'elle ne relève pas du programme',
  withdrawn: 'elle a été retirée à votre demande',
};

function state({ file, caller }: StatusTold): string {
  switch (file.state) {
    case 'new':
      return `elle est transmise à ${caller.name} et attend d'être prise en charge. Pour aller plus vite : ${caller.phone ?? caller.email}.`;
    case 'taken':
      return `${caller.name} s'en occupe et va vous contacter. Son numéro, si besoin : ${caller.phone ?? caller.email}.`;
    case 'closed':
      return `elle est close : ${outcomes[file.outcome ?? 'helped']}. Si besoin, ${caller.name} : ${caller.phone ?? caller.email}.`;
  }
}

/** What follows a request, in French. */
export const followTextsFr: FollowTexts = {
  askReference: 'Quelle est la référence de votre demande ? Elle est de la forme XXXX-XXXX.',
  invalidReference: 'Une référence a huit lettres ou chiffres, comme XXXX-XXXX. Pouvez-vous la vérifier ?',
  askContact: 'Et l’e-mail ou le téléphone donné avec cette demande ?',
  invalidContact: 'Ce n’est ni un e-mail ni un téléphone valables. Pouvez-vous l’écrire à nouveau ?',
  notFound: (contact) =>
    `Je ne trouve pas de demande avec cette référence et ce contact. Vérifiez-les, ou voyez avec ${contact.name} : ${reach(contact)}.`,
  left: 'Très bien, laissons cela. Une autre question ?',
  status: (told, day) =>
    `Votre demande **${told.file.lead.reference}** du ${day(told.file.lead.createdAt)} : ${state(told)}\n\n[Suivre ma demande](${told.link})`,
  kept: ({ questions, watches, leads }, contact, retentionMonths) => {
    const requests = leads.map(({ lead }) => {
      const values = [lead.name, lead.company, lead.email, lead.phone && phoneForPeople(lead.phone)];
      return `- demande ${lead.reference} : ${values.filter(Boolean).join(', ')}`;
    });
    return [
      `De cette conversation je garde ce qui s'y est dit, ${some(questions, 'question', 'questions')} sans coordonnées pour améliorer les réponses, et ${leads.length > 0 ? `${some(leads.length, 'demande', 'demandes')} :` : 'aucune demande de rappel.'}`,
      ...(requests.length > 0 ? [requests.join('\n')] : []),
      ...(watches > 0
        ? [`Et votre adresse e-mail, donnée pour être prévenu à propos de ${some(watches, 'aide', 'aides')}.`]
        : []),
      `Une demande est effacée ${retentionMonths} mois après sa fin. Pour toute question sur vos données : ${contact.email}.`,
    ].join('\n\n');
  },
  forgetConfirm:
    'Je vais effacer tout ce que je garde de cette conversation, demandes de rappel comprises : plus personne ne vous rappellera. Est-ce bien ce que vous voulez ?',
  notErased: 'Je n’ai rien effacé.',
  erased: ({ at, questions, watches, references }, moment, contact) =>
    [
      `C'est effacé le ${moment(at)} : cette conversation, ${some(questions, 'question', 'questions')}, ${references.length > 0 ? `${some(references.length, 'demande', 'demandes')} (${references.join(', ')})` : 'aucune demande'}.`,
      watches > 0 ? `Vous ne serez plus prévenu d'aucune aide demandée ici.` : '',
      references.length > 0 ? `${contact.name} est prié d'effacer aussi les messages reçus.` : '',
      'Ce message vous sert de reçu.',
    ]
      .filter(Boolean)
      .join(' '),
  buttons: {
    myStatus: 'Où en est ma demande ?',
    forgetMe: 'Oubliez-moi',
    eraseAll: 'Oui, tout effacer',
    keepAll: 'Non, garder',
  },
};
