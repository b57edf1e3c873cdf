import type { LeadDraft } from './lead';

/** A human who gets leads. */
export interface Recipient {
  /** Stable and short; it is part of mail and file names. Two recipients never share one. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** The ways in which a lead can reach a recipient. */
export const deliveryKinds = ['email'] as const;
export type DeliveryKind = (typeof deliveryKinds)[number];

/** Who gets a lead. Never nobody: a lead without a recipient would be silent. */
export type RecipientsFor = (draft: LeadDraft) => readonly [Recipient, ...Recipient[]];

/** One way to one human: what the outbox will hold an entry for. */
export interface PlannedDelivery {
  readonly kind: DeliveryKind;
  readonly recipient: Recipient;
}

/** The deliveries that a lead needs: one e-mail to each recipient, each with its own fate. */
export function planDeliveries(recipients: readonly Recipient[]): readonly PlannedDelivery[] {
  return recipients.map((recipient) => ({ kind: 'email', recipient }));
}
