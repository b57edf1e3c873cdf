import type { LeadOutcome, LeadState } from '../../leads/leadFile';

/** Headings of the exported table, in its order. */
export const columnNames = {
  reference: 'Référence',
  createdAt: 'Reçue le',
  state: 'État',
  outcome: 'Issue',
  assignee: 'Suivie par',
  recipients: 'Destinataires',
  company: 'Entreprise',
  siren: 'SIREN',
  name: 'Nom',
  email: 'Courriel',
  phone: 'Téléphone',
  place: 'Commune',
  intercommunality: 'Intercommunalité',
  need: 'Besoin',
  message: 'Message',
  rating: 'Satisfaction',
  closedAt: 'Close le',
} as const;
export type ColumnName = keyof typeof columnNames;

/** Name of the sheet of an exported workbook. */
export const sheetName = 'Demandes';

export const stateNames: Readonly<Record<LeadState, string>> = {
  new: 'nouvelle',
  taken: 'prise en charge',
  closed: 'close',
};

export const outcomeNames: Readonly<Record<LeadOutcome, string>> = {
  helped: 'accompagnée',
  redirected: 'réorientée',
  unreachable: 'injoignable',
  notForUs: 'hors périmètre',
  withdrawn: 'retirée',
};
