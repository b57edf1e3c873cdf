import type { SendMailOptions } from 'nodemailer';
import type { Lead } from '../leads/lead';
import type { OutboxEntry } from '../leads/outbox';
import { leadMail } from './leadMail';

/** What every mail of this service has in common. */
export interface MailIdentity {
  /** The sender, such as `Assistant <assistant@example.fr>`. */
  readonly from: string;
  /** The name of the programme, for the subject and the signature. */
  readonly programme: string;
  /** Right of the @ in the `Message-ID`: the host of PUBLIC_URL, for example. */
  readonly host: string;
}

/**
 * The mail of one outbox entry. Its `Message-ID` is the same each time, so that mail programs show a second delivery
 * as the double it is.
 * @param date the moment of sending
 */
export function mailMessage(
  identity: MailIdentity,
  entry: OutboxEntry,
  lead: Lead,
  date: Date,
): SendMailOptions {
  return {
    from: identity.from,
    to: { name: entry.recipient.name, address: entry.recipient.email },
    ...(lead.email === undefined ? {} : { replyTo: { name: lead.name, address: lead.email } }),
    ...leadMail(lead, identity.programme),
    date,
    messageId: `<lead-${lead.id}-${mailName(entry.recipient.id)}@${identity.host}>`,
    headers: {
      'X-Lead-Reference': lead.reference,
      // Out-of-office replies would otherwise go to the company.
      'Auto-Submitted': 'auto-generated',
    },
    // The texts come from a visitor: nothing in them may name a file or an address to load.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** A recipient's id as it may stand in a `Message-ID` and a file name. */
export const mailName = (recipientId: string): string => recipientId.replace(/[^A-Za-z0-9_-]/g, '-');
