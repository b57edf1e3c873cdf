import type { LeadOutcome } from '../leads/leadFile';

const outcomes: Readonly<Record<LeadOutcome, string>> = {
  helped: 'Votre demande est close : l’échange a eu lieu.',
  redirected: 'Votre demande est close : vous avez été orienté vers un autre organisme.',
  unreachable:
    'Votre demande est close : nous n’avons pas réussi à vous joindre. Un mot de votre part suffit pour la rouvrir.',
  notForUs: 'Votre demande est close : elle n’entre pas dans ce que le programme peut faire.',
  withdrawn: 'Vous avez renoncé à cette demande. Personne ne vous appellera.',
};
const days = (n: number): string => (n === 1 ? 'un jour ouvré' : `${n} jours ouvrés`);

/** Every sentence that a company reads on the page of its request, in French. */
export const statusTexts = {
  title: (reference: string) => `Votre demande ${reference}`,
  states: {
    new: (who: string, promiseDays: number) =>
      `Votre demande est bien enregistrée. ${who} doit reprendre contact avec vous sous ${days(promiseDays)} après son dépôt.`,
    taken: (who: string) => `${who} s’occupe de votre demande et reprend contact avec vous.`,
    closed: outcomes,
  },
  redirectedTo: (note: string) => `Vers : ${note}`,
  contactHeading: 'La personne qui vous suit',
  historyHeading: 'Ce qui s’est passé',
  steps: {
    recorded: 'Demande enregistrée',
    taken: (who: string) => `Prise en charge par ${who}`,
    handedOver: (who: string) => `Confiée à ${who}`,
    reopened: 'Demande rouverte',
    closed: 'Demande close',
    delayTold: 'Nous vous avons dit notre retard',
    withdrawn: 'Vous avez renoncé à la demande',
    rated: 'Vous avez donné votre avis',
  },
  withdraw: {
    summary: 'Je n’ai plus besoin de ce rappel',
    explain: 'Votre demande sera close et personne ne vous appellera. Vous pourrez en déposer une autre.',
    button: 'Renoncer à ma demande',
    done: 'C’est noté : votre demande est close, et personne ne vous appellera.',
  },
  rating: {
    heading: 'Cet échange vous a-t-il aidé ?',
    choices: ['Pas du tout', 'Peu', 'Moyennement', 'Plutôt', 'Tout à fait'],
    note: 'Une ligne, si vous le souhaitez',
    button: 'Envoyer mon avis',
    done: 'Merci, votre avis est enregistré.',
  },
  refused: 'Ce n’est plus possible : l’état de la demande a changé. Voici où elle en est.',
  missing: 'Il manque votre choix. Merci de cocher une réponse.',
  ask: {
    title: (reference: string) => `Où en est la demande ${reference} ?`,
    explain:
      'Pour voir où elle en est, indiquez l’adresse e-mail ou le numéro de téléphone donné avec cette demande.',
    label: 'E-mail ou téléphone',
    button: 'Voir ma demande',
    wrong:
      'Nous ne trouvons pas de demande avec cette référence et ces coordonnées. Vérifiez les deux, ou contactez-nous : nous vous répondrons volontiers.',
    badLink:
      'Ce lien ne fonctionne plus, ou il a été coupé par la messagerie. Vous pouvez retrouver votre demande ci-dessous.',
  },
  forget: (reference: string) =>
    `Pour faire effacer vos données, écrivez « oubliez-moi » à l’assistant, ou à la personne ci-dessous en citant la référence ${reference}.`,
  contactTitle: 'Nous joindre',
};
