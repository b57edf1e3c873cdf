import type { SendMailOptions } from 'nodemailer';
import type { ContactOf } from '../leads/leadContact';
import type { OutboxEntry } from '../leads/outbox';
import { companyRecipientId } from '../leads/recipients';
import { whoCalls } from '../leads/whoCalls';
import type { DeliverySubject } from './delivery';
import type { WriteLeadMail } from './leadMail';

/** What every mail of this service has in common. */
export interface MailIdentity {
  /** The sender, such as `Assistant <assistant@example.fr>`. */
  readonly from: string;
  /** Right of the @ in the `Message-ID`: the host of PUBLIC_URL, for example. */
  readonly host: string;
}

/** What turns an outbox entry into a mail. */
export interface MailDeps {
  readonly identity: MailIdentity;
  readonly write: WriteLeadMail;
  readonly contactOf: ContactOf;
  /** With `link` a recipient's answer must not carry the company's address either: it goes to the sender. */
  readonly privacy: 'full' | 'link';
}

/**
 * The mail of one outbox entry. Its `Message-ID` is the same each time, so that mail programs show a second delivery
 * as the double it is; all mails about one lead stand in one thread. Answers of a recipient go to the company, those of
 * the company to whoever calls it.
 * @param date the moment of sending
 * @returns undefined when there is nothing left to tell: the lead has been erased
 */
export function mailMessage(
  deps: MailDeps,
  entry: OutboxEntry,
  subject: DeliverySubject,
  date: Date,
): SendMailOptions | undefined {
  const { identity } = deps;
  const content = deps.write(entry, subject);
  if (!content) return undefined;
  const replyTo = answersGoTo(deps, entry, subject);
  return {
    from: identity.from,
    to: { name: entry.recipient.name, address: entry.recipient.email },
    ...(replyTo ? { replyTo } : {}),
    ...content,
    date,
    messageId: `<lead-${mailName(entry.id)}@${identity.host}>`,
    references: `<lead-thread-${mailName(subject.reference)}@${identity.host}>`,
    headers: {
      'X-Lead-Reference': subject.reference,
      // Out-of-office replies would otherwise go to whoever is in Reply-To.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    },
    // The texts come from a visitor: nothing in them may name a file or an address to load.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function answersGoTo(
  { contactOf, privacy }: MailDeps,
  entry: OutboxEntry,
  { file }: DeliverySubject,
): { name: string; address: string } | undefined {
  if (!file || entry.message === 'alert' || entry.message === 'erasure') return undefined;
  if (entry.recipient.id === companyRecipientId) {
    const { name, email } = whoCalls(file, contactOf);
    return { name, address: email };
  }
  const { email, name } = file.lead;
  return email === undefined || privacy === 'link' ? undefined : { name, address: email };
}

/** An id as it may stand in a `Message-ID` and a file name. */
export const mailName = (id: string): string => id.replace(/[^A-Za-z0-9_-]/g, '-');
