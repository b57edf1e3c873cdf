import type { SendMailOptions } from 'nodemailer';
import type { DeliveryOutcome } from '../leads/deliveryOutcome';

/** A way for finished mails: a mail server, or a folder. Trouble is an outcome, not an exception, and an attempt ends within a time limit of its own. */
export interface MailCarrier {
  /** @param fileName what the mail is called where it becomes a file: letters, digits and hyphens, without ending */
  carry(message: SendMailOptions, fileName: string): Promise<DeliveryOutcome>;
}
