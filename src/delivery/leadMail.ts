import type { DeliverySubject } from './delivery';
import type { PageNames } from '../leads/callSheet';
import type { ContactOf } from '../leads/leadContact';
import type { LeadLinks } from '../leads/leadLinks';
import type { OutboxEntry } from '../leads/outbox';
import { companyMail } from './companyMail';
import { writeMail, type MailContent } from './mailParts';
import { alertMail, erasureMail, recipientMail, withdrawnMail } from './recipientMail';

/** What the mails need to know besides the lead. */
export interface LeadMailDeps extends PageNames {
  /** The name of the programme, in subjects and signatures. */
  readonly programme: { readonly fr: string; readonly en: string };
  readonly links: LeadLinks;
  readonly contactOf: ContactOf;
  /** Within how many working days a company is called back. */
  readonly promiseDays: number;
  /**
   * `full`: the recipient's mail holds the call sheet. `link`: it holds the reference and a link to the call sheet only,
   * for those who may not have personal data in their mailbox.
   */
  readonly privacy: 'full' | 'link';
}

/** Writes the mail of an outbox entry. Undefined: the lead has been erased since, and there is nothing left to tell. */
export type WriteLeadMail = (entry: OutboxEntry, subject: DeliverySubject) => MailContent | undefined;

/** Recipients and operators read French, a company the language it spoke. */
export function createLeadMail(deps: LeadMailDeps): WriteLeadMail {
  return (entry, { reference, file }) => {
    if (entry.message === 'erasure') return writeMail(erasureMail(reference, deps.programme.fr));
    if (entry.message === 'alert') {
      // An alert that a step caused tells that nobody is left; all others are about a delivery.
      const nobodyLeft = file?.steps.some(({ id }) => id === entry.occasion) ?? false;
      return writeMail(alertMail(nobodyLeft ? 'nobodyLeft' : 'undelivered', reference, deps.programme.fr));
    }
    if (!file) return undefined;
    switch (entry.message) {
      case 'callSheet':
      case 'reminder':
      case 'escalation':
        return writeMail(recipientMail(entry.message, file, entry.recipient.id, deps));
      case 'withdrawn':
        return writeMail(withdrawnMail(reference, deps.programme.fr));
      case 'receipt':
      case 'taken':
      case 'closed':
      case 'delay':
        return writeMail(companyMail(entry.message, file, deps));
    }
  };
}
