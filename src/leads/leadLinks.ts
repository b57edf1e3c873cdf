import type { LeadOutcome } from './leadFile';

/** What a recipient may do by a link. Each link opens a page that asks; opening it changes nothing, since mail scanners open links. */
export const recipientActs = ['take', 'decline', 'close'] as const;
export type RecipientAct = (typeof recipientActs)[number];

/** What a signed link allows its holder. */
export type LinkGrant =
  /** The company sees how its request stands, may withdraw it and say how it went. */
  | { readonly kind: 'company'; readonly leadId: string }
  /** A recipient sees the call sheet and may act. */
  | { readonly kind: 'recipient'; readonly leadId: string; readonly recipientId: string };

/** Addresses that stand in messages. A link holds no personal data; who holds it holds the right. */
export interface LeadLinks {
  /** The status page of the company. */
  company(lead: { readonly id: string; readonly reference: string }): string;
  /** The call sheet page of a recipient, or the page that asks about one act. */
  recipient(
    lead: { readonly id: string; readonly reference: string },
    recipientId: string,
    act?: RecipientAct,
  ): string;
  /** @returns what a link's token allows; undefined when it is forged, damaged or too old (180 days) */
  read(token: string): LinkGrant | undefined;
}

/** An act of a person on a lead, as pages, commands and cards pass it on. */
export type LeadAct =
  | { readonly kind: 'take' }
  /** "Pas pour moi": the others keep it; when nobody is left, it goes to the stand-in of last resort. */
  | { readonly kind: 'decline'; readonly note?: string | undefined }
  | { readonly kind: 'handOver'; readonly to: string; readonly note?: string | undefined }
  | { readonly kind: 'close'; readonly outcome: LeadOutcome; readonly note?: string | undefined }
  | { readonly kind: 'reopen'; readonly note?: string | undefined }
  | { readonly kind: 'note'; readonly note: string }
  /** Takes the last announced step back within the undo minute, before anyone was told. */
  | { readonly kind: 'undo' }
  /** Of the company: it no longer needs the call. */
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'rate'; readonly rating: number; readonly note?: string | undefined };
