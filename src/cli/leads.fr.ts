import type { StepKind } from '../leads/leadFile';

export const stepNames: Readonly<Record<StepKind, string>> = {
  taken: 'prise en charge',
  declined: 'déclinée',
  handedOver: 'confiée',
  closed: 'close',
  reopened: 'rouverte',
  noted: 'note',
  undone: 'annulation',
  recorded: 'enregistrée',
  reminded: 'relance',
  escalated: 'remontée',
  delayTold: 'retard annoncé',
  rated: 'satisfaction',
  withdrawn: 'retirée',
  erased: 'effacée',
};
