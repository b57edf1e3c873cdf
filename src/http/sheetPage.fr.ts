import type { LeadOutcome, StepKind } from '../leads/leadFile';
import type { FollowRefusal } from '../leads/leadServices';

const outcomes: Readonly<Record<LeadOutcome, string>> = {
  helped: 'L’échange a eu lieu',
  redirected: 'Entreprise orientée vers un autre organisme',
  unreachable: 'Entreprise injoignable',
  notForUs: 'Hors de notre champ',
  withdrawn: 'L’entreprise n’en a plus besoin',
};
const steps: Readonly<Record<StepKind, string>> = {
  recorded: 'Demande enregistrée',
  taken: 'Prise',
  declined: '« Pas pour moi »',
  handedOver: 'Confiée à quelqu’un',
  closed: 'Close',
  reopened: 'Rouverte',
  noted: 'Note',
  undone: 'Geste annulé',
  reminded: 'Rappel envoyé aux destinataires',
  escalated: 'Envoyée en dernier recours',
  delayTold: 'Retard annoncé à l’entreprise',
  rated: 'Avis de l’entreprise',
  withdrawn: 'L’entreprise a renoncé',
  erased: 'Données effacées',
};
const refusals: Readonly<Record<FollowRefusal, string>> = {
  notYours: 'Vous ne faites plus partie des destinataires de cette demande : rien n’a été changé.',
  takenByOther: 'Quelqu’un d’autre a déjà pris cette demande : rien n’a été changé.',
  alreadyClosed: 'Cette demande est déjà close : rien n’a été changé.',
  notClosed: 'Cette demande n’est pas close : rien n’a été changé.',
  tooLate: 'Il est trop tard pour annuler : l’entreprise a pu être prévenue.',
  unknownRecipient: 'Cette personne n’est plus dans la liste : rien n’a été changé.',
  invalid: 'Il manque une réponse, ou un texte est trop long. Merci de compléter.',
};

/** Every sentence that a recipient reads on the page of a call sheet. */
export const sheetTexts = {
  title: (reference: string, company: string) => `Demande ${reference} – ${company}`,
  states: {
    new: 'Personne n’a encore pris cette demande.',
    mine: 'Vous vous occupez de cette demande.',
    taken: (who: string) => `${who} s’occupe de cette demande.`,
    closed: (outcome: string) =>
      `Cette demande est close : ${outcome.charAt(0).toLowerCase()}${outcome.slice(1)}.`,
  },
  take: {
    heading: 'Prendre cette demande ?',
    explain: 'L’entreprise apprendra, si elle a donné un e-mail, que vous la rappellerez.',
    button: 'Je prends',
    done: 'La demande est à vous.',
  },
  decline: {
    heading: 'Pas pour moi',
    explain:
      'Les autres destinataires la gardent ; s’il n’y en a plus, elle part en dernier recours. L’entreprise n’en est pas avertie.',
    note: 'Pourquoi (facultatif, pour vos collègues)',
    button: 'Pas pour moi',
    done: 'C’est noté : cette demande n’est plus pour vous.',
  },
  handOver: {
    heading: 'Confier à…',
    to: 'À qui ?',
    note: 'Un mot pour cette personne (facultatif)',
    button: 'Confier',
    done: 'La demande est confiée. La personne recevra la fiche dans une minute.',
  },
  close: {
    heading: 'Clore',
    legend: 'Comment cela s’est-il terminé ?',
    note: 'Précision. Si l’entreprise est orientée ailleurs, indiquez vers qui : elle le lira.',
    button: 'Clore la demande',
    done: 'La demande est close.',
  },
  reopen: {
    heading: 'Rouvrir',
    note: 'Pourquoi (facultatif)',
    button: 'Rouvrir la demande',
    done: 'La demande est rouverte.',
  },
  note: {
    heading: 'Ajouter une note',
    note: 'Note (l’entreprise ne la voit pas, mais peut demander à en avoir copie)',
    button: 'Enregistrer la note',
    done: 'La note est enregistrée.',
  },
  undo: {
    button: 'Annuler',
    until: (time: string) => `Possible jusqu’à ${time}.`,
    done: 'C’est annulé. Personne n’a été prévenu.',
  },
  companyIsTold: 'L’entreprise sera prévenue dans une minute.',
  alreadyDone: 'C’était déjà fait : rien n’a été changé.',
  refusals,
  outcomes,
  steps,
  actors: { company: 'l’entreprise', operator: 'l’exploitant du service', system: 'le service' },
  by: (who: string) => `par ${who}`,
  historyHeading: 'Historique',
  double: (reference: string) => `Deux messages de même référence ${reference} sont la même demande.`,
  badLink: {
    title: 'Ce lien ne fonctionne plus',
    explain:
      'Il a plus de six mois, il a été coupé par la messagerie, ou la demande a été effacée. Ouvrez le lien du message le plus récent, entier.',
  },
  contactTitle: 'Une question ?',
} as const;
