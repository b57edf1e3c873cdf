import { lifeCycleTexts } from '../leads/lifeCycleTexts.fr';

const { actors, by, outcomes, refusals, states, steps } = lifeCycleTexts;

/** Every sentence that a recipient reads on the page of a call sheet. */
export const sheetTexts = {
  title: (reference: string, company: string) => `Demande ${reference} – ${company}`,
  states,
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
  actors,
  by,
  historyHeading: 'Historique',
  double: (reference: string) => `Deux messages de même référence ${reference} sont la même demande.`,
  badLink: {
    title: 'Ce lien ne fonctionne plus',
    explain:
      'Il a plus de six mois, il a été coupé par la messagerie, ou la demande a été effacée. Ouvrez le lien du message le plus récent, entier.',
  },
  contactTitle: 'Une question ?',
} as const;
