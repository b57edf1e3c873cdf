import type { LeadDraft } from './lead';

/** Who gets messages about leads: a human of the programme, the company itself (`companyRecipientId`), or the operator. */
export interface Recipient {
  /** Stable and short; it is part of mail and file names. Two recipients never share one. */
  readonly id: string;
  readonly name: string;
  /** For a webhook: its address. */
  readonly email: string;
  /** Of the company: it can be written to in the chat of its conversation; `email` may then be empty. */
  readonly inChat?: boolean | undefined;
}

/** Stand in a recipient's `id` for those who are not in the list of recipients. */
export const companyRecipientId = 'company';
export const operatorRecipientId = 'operator';

/** The ways in which a message can reach a recipient. `teams`: a card in Teams. */
export const deliveryKinds = ['email', 'webhook', 'teams'] as const;
export type DeliveryKind = (typeof deliveryKinds)[number];

/** Who gets a lead on a given day. Never nobody: a lead without a recipient would be silent. */
export type RecipientsFor = (draft: LeadDraft, on: Date) => readonly [Recipient, ...Recipient[]];
