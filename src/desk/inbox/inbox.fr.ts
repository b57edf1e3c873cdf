import type { InboxTab } from '../../leads/leadInbox';
import type { OutboxState } from '../../leads/outbox';
import type { DeliveryKind } from '../../leads/recipients';
import type { LeadMessage } from '../../leads/leadMessages';

const tabs: Readonly<
  Record<InboxTab, { readonly slug: string; readonly label: string; readonly none: string }>
> = {
  toTake: {
    slug: 'a-prendre',
    label: 'À prendre',
    none: 'Rien n’attend : toutes les demandes ont été prises.',
  },
  mine: { slug: 'miennes', label: 'Les miennes', none: 'Vous ne suivez aucune demande en ce moment.' },
  waiting: {
    slug: 'en-attente',
    label: 'En attente',
    none: 'Aucune demande suivie n’est restée sans nouvelle.',
  },
  closed: { slug: 'closes', label: 'Closes', none: 'Aucune demande close.' },
  all: { slug: 'toutes', label: 'Toutes', none: 'Aucune demande.' },
};
const messages: Readonly<Record<LeadMessage, string>> = {
  callSheet: 'La fiche',
  receipt: 'L’accusé de réception à l’entreprise',
  standing: 'La carte à jour',
  taken: 'Avis à l’entreprise : prise en charge',
  closed: 'Avis à l’entreprise : clôture',
  reminder: 'Rappel',
  escalation: 'Dernier recours',
  delay: 'Retard annoncé à l’entreprise',
  withdrawn: 'Avis : l’entreprise renonce',
  erasure: 'Demande d’effacement du message',
  alert: 'Alerte à l’exploitant',
};
const kinds: Readonly<Record<DeliveryKind, string>> = {
  email: 'par e-mail',
  webhook: 'vers le logiciel relié',
  teams: 'dans Teams',
};
const states: Readonly<Record<OutboxState, string>> = {
  due: 'en attente d’envoi',
  leased: 'envoi en cours',
  delivered: 'remis',
  refused: 'refusé',
  dead: 'abandonné après trois jours d’essais',
};

/** What the inbox and the page of a lead say. */
export const inboxTexts = {
  title: 'Demandes',
  tabsLabel: 'Tri des demandes',
  tabs,
  search: {
    label: 'Chercher',
    hint: 'Entreprise, personne, SIRET, référence, mots de la demande',
    area: 'Intercommunalité',
    everywhere: 'Toutes',
    button: 'Filtrer',
    reset: 'Effacer les filtres',
  },
  found: (total: number) => (total === 1 ? '1 demande' : `${total} demandes`),
  nothingFound: 'Aucune demande ne correspond à ces filtres.',
  export: { label: 'Télécharger ces demandes :', csv: 'CSV', xlsx: 'Excel' },
  pages: { label: 'Pages de la liste', previous: 'Précédentes', next: 'Suivantes' },
  row: {
    waiting: (days: number) =>
      days === 0
        ? 'Reçue aujourd’hui'
        : days === 1
          ? 'Attend depuis 1 jour ouvré'
          : `Attend depuis ${days} jours ouvrés`,
    late: 'en retard',
    taken: (who: string) => `Suivie par ${who}`,
    closed: (outcome: string) => `Close : ${outcome.charAt(0).toLowerCase()}${outcome.slice(1)}`,
    language: 'en anglais',
  },
  lead: {
    back: 'Toutes les demandes',
    print: 'Imprimer',
    printView: 'Version à imprimer',
    deliveries: 'Envois',
    company: 'l’entreprise',
    noDeliveries: 'Aucun envoi.',
    delivery: (message: LeadMessage, to: string, kind: DeliveryKind) =>
      `${messages[message]} à ${to}, ${kinds[kind]}`,
    deliveryState: (state: OutboxState, attempts: number) =>
      attempts > 1 ? `${states[state]} (${attempts} essais)` : states[state],
    reason: 'Raison',
    resend: 'Renvoyer ce qui n’est pas arrivé',
    resent: (count: number) =>
      count === 0
        ? 'Il n’y avait rien à renvoyer.'
        : count === 1
          ? 'Un message repart maintenant.'
          : `${count} messages repartent maintenant.`,
    sameCompany: 'Autres demandes de la même entreprise',
  },
} as const;
