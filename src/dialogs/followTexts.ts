import type { Contact } from '../knowledge/corpus';
import type { LeadContact } from '../leads/leadContact';
import type { LeadFile } from '../leads/leadFile';
import type { ErasureReceipt, VisitorData } from '../leads/leadServices';

/** How one request stands, as it is told. */
export interface StatusTold {
  readonly file: LeadFile;
  /** Who follows it, or to whom it went. */
  readonly caller: LeadContact;
  readonly link: string;
}

/** Sentences about a request that was sent, and about the visitor's own data. */
export interface FollowTexts {
  readonly askReference: string;
  readonly invalidReference: string;
  readonly askContact: string;
  readonly invalidContact: string;
  /** The same for an unknown reference and for a wrong contact: nobody learns which references exist. */
  readonly notFound: (contact: Contact) => string;
  readonly left: string;
  /** @param day writes a moment as the day in the territory's time zone */
  readonly status: (told: StatusTold, day: (moment: Date) => string) => string;

  /** @param purpose what is kept and for how long; told even when nothing is kept of this conversation */
  readonly kept: (data: VisitorData, contact: Contact, retentionMonths: number) => string;
  readonly forgetConfirm: string;
  readonly notErased: string;
  /** @param moment writes a moment with its time */
  readonly erased: (receipt: ErasureReceipt, moment: (at: Date) => string, contact: Contact) => string;
  readonly buttons: {
    readonly myStatus: string;
    readonly forgetMe: string;
    readonly eraseAll: string;
    readonly keepAll: string;
  };
}
