import { withOrdinalFirst } from '../../shared/time';

const moments = new Intl.DateTimeFormat('fr-FR', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Europe/Paris',
});

/** Every sentence of the card by which a recipient follows a lead. */
export const leadCardTexts = {
  title: (reference: string, company: string) => `Demande ${reference} – ${company}`,
  notification: {
    callSheet: (company: string) => `Nouvelle demande : ${company}`,
    escalation: (company: string) => `Personne n’a pris cette demande : ${company}`,
    standing: (company: string) => `Demande de ${company}`,
  },
  reminder: (reference: string) => `La demande ${reference} attend toujours quelqu’un.`,
  withdrawn: (reference: string) => `L’entreprise renonce à sa demande ${reference} : plus besoin d’appeler.`,
  erased: (reference: string) => `Demande ${reference} : données effacées. Merci d’effacer aussi vos notes.`,
  since: (at: Date) => `Reçue le ${withOrdinalFirst(moments.format(at))}.`,
  cut: 'La suite est dans la fiche.',
  openSheet: 'Ouvrir la fiche',
  take: 'Je prends',
  live: 'Répondre en direct',
  decline: 'Pas pour moi',
  close: {
    open: 'Clore avec…',
    how: 'Comment cela s’est-il terminé ?',
    note: 'Précision (vers qui, si orientée ailleurs)',
    send: 'Clore',
  },
  handOver: { open: 'Confier à…', to: 'À qui ?', note: 'Un mot pour cette personne', send: 'Confier' },
  note: { open: 'Note', label: 'Note (l’entreprise ne la voit pas)', send: 'Enregistrer' },
  reopen: 'Rouvrir',
  undo: 'Annuler (une minute)',
  needed: 'À remplir',
  notLinked:
    'Ce compte Teams n’est relié à aucun destinataire : rien n’a été changé. Demandez un code, puis écrivez-moi « relier » suivi du code.',
  gone: 'Cette demande n’existe plus : ses données ont été effacées.',
} as const;
