import type { LeadOutcome, StepKind } from './leadFile';
import type { FollowRefusal } from './leadServices';

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

/** What recipients read of a lead's life, wherever they read it. */
export const lifeCycleTexts = {
  states: {
    new: 'Personne n’a encore pris cette demande.',
    mine: 'Vous vous occupez de cette demande.',
    taken: (who: string) => `${who} s’occupe de cette demande.`,
    closed: (outcome: string) =>
      `Cette demande est close : ${outcome.charAt(0).toLowerCase()}${outcome.slice(1)}.`,
  },
  actors: { company: 'l’entreprise', operator: 'l’exploitant du service', system: 'le service' },
  by: (who: string) => `par ${who}`,
  refusals,
  outcomes,
  steps,
} as const;
